"""Who said what, from DuckDB. It loads no extension of SQLite's, and needs none to read the archive.

    pip install duckdb duckdb-extension-sqlite-scanner
    python examples/tools/duckdb_reader.py news.db

Where DuckDB may download, INSTALL sqlite brings the scanner instead of the second package.
"""

import sys
from pathlib import Path

import duckdb

db = duckdb.connect()
try:
    import duckdb_extension_sqlite_scanner as scanner

    here = Path(scanner.__file__).parent / "extensions" / f"v{duckdb.__version__}"
    db.execute(f"LOAD '{here / 'sqlite_scanner.duckdb_extension'}'")
except ImportError:
    db.execute("INSTALL sqlite; LOAD sqlite")
db.execute(f"ATTACH '{sys.argv[1]}' AS news (TYPE sqlite, READ_ONLY)")
for (sqlite,) in db.execute("SELECT * FROM sqlite_query('news', 'SELECT sqlite_version()')").fetchall():
    print(f"DuckDB {duckdb.__version__}, SQLite {sqlite}")

# Views by sqlite_query(), which hands the words to SQLite; what DuckDB makes of a view's UNION, SQLite cannot read.
print("\nWho is quoted most, and where?")
for outlet, speaker, quotes in db.execute(
    "SELECT outlet, speaker, count(*) FROM sqlite_query('news', 'SELECT * FROM newsroom_said') "
    "WHERE named = 1 AND part = 1 GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5"
).fetchall():
    print(f"{outlet:<16}  {speaker:<18}  {quotes}")

# Tables as they are, but count(article), not count(*): most have no rowid, which is what DuckDB counts by.
print("\nWho is named in most articles?")
for name, articles, mentions in db.execute(
    "SELECT name, count(article), sum(mentions) FROM news.newsroom_entities WHERE type = 'PERSON' "
    "GROUP BY name ORDER BY count(article) DESC, sum(mentions) DESC, name LIMIT 5"
).fetchall():
    print(f"{name:<18}  {articles} articles, {mentions} times")
