"""Who said what, with APSW, which brings a SQLite of its own that loads extensions.

    pip install apsw
    python examples/tools/python_apsw.py news.db ./newsroom
"""

import sys

import apsw

db = apsw.Connection(sys.argv[1])
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
