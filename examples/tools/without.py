"""A program without the extension: it reads what is indexed, and writes articles. Any Python, nothing to install.

    python examples/tools/without.py news.db
"""

import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
print(f"SQLite {sqlite3.sqlite_version}, no extension")

print("\nWho is quoted most, and where?")
for outlet, speaker, quotes in db.execute(
    "SELECT outlet, speaker, count(*) FROM newsroom_said WHERE named = 1 AND part = 1 "
    "GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5"
):
    print(f"{outlet:<16}  {speaker:<18}  {quotes}")

print("\nWho speaks of sleep?")
for speaker, quote in db.execute(
    "SELECT q.speaker, q.quote FROM newsroom_quotes_text('sleep') AS t "
    "JOIN newsroom_quotes AS q ON q.id = t.rowid ORDER BY q.id"
):
    print(f"{speaker}: {quote}")

print("\nWritten by this program, and analysed at the next newsroom_refresh():")
with db:
    db.execute("DELETE FROM articles WHERE id = 18")
    db.execute("UPDATE articles SET body = body || ' “More to come,” said Ana Diaz.' WHERE id = 2")
    db.execute(
        "INSERT INTO articles(id, title, published, outlet, url, language, body) "
        "VALUES (99, 'New', '2025-06-30', 'The Ledger', 'new', 'en', '“It is new,” said Ana Diaz.')"
    )
for (article,) in db.execute("SELECT article FROM newsroom_changes ORDER BY article"):
    print(f"article {article} changed")
