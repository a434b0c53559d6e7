"""Who said what, with Python's own sqlite3 module, where that was built to load extensions.

    python examples/tools/python_sqlite3.py news.db ./newsroom
"""

import json
import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
if not hasattr(db, "enable_load_extension"):
    sys.exit("this Python was built without extensions: take another one, or APSW")
db.enable_load_extension(True)
db.load_extension(sys.argv[2])
db.enable_load_extension(False)

for newsroom, sqlite in db.execute("SELECT newsroom_version(), sqlite_version()"):
    print(f"newsroom {newsroom}, SQLite {sqlite}")

print("\nWho said what in article 1?")
for speaker, cue, quote in db.execute(
    "SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q "
    "WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1",
    (1,),
):
    print(f"{speaker:<31}  {cue:<17}  {quote}")

print("\nIndexing")
columns = {"title": "title", "published": "published", "outlet": "outlet", "url": "url"}
db.execute("SELECT newsroom_index('articles', 'body', ?)", (json.dumps(columns),)).fetchall()
for done, total in db.execute("SELECT done, total FROM newsroom_refresh('articles')"):
    print(f"{done} of {total} articles")

print("\nWho is quoted most, and where?")
for outlet, speaker, quotes in db.execute(
    "SELECT outlet, speaker, count(*) FROM newsroom_said WHERE named = 1 AND part = 1 "
    "GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5"
):
    print(f"{outlet:<16}  {speaker:<18}  {quotes}")
