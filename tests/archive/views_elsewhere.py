"""Is each view of an archive the same in the SQLite that DuckDB brings, 3.38, as in this Python's?

    python tests/archive/views_elsewhere.py news.db      after examples/tools/duckdb_reader.py, which it opens DuckDB by

Ends with "N passed, N failed".
"""

import runpy
import sqlite3
import sys
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO


def rows(answer):
    """All values as text, as sqlite_query() hands them over."""
    return Counter(tuple(None if value is None else str(value) for value in row) for row in answer)


with redirect_stdout(StringIO()):
    elsewhere = runpy.run_path("examples/tools/duckdb_reader.py")["db"]
here = sqlite3.connect(sys.argv[1])
passed = failed = 0
for (view,) in here.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").fetchall():
    question = f"SELECT * FROM {view}"
    try:
        expected = rows(here.execute(question).fetchall())
        seen = rows(elsewhere.execute(f"SELECT * FROM sqlite_query('news', '{question}')").fetchall())
    except Exception as error:
        failed += 1
        print(f"FAIL {view}: {error}")
        continue
    if seen == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAIL {view}: {str(list(seen - expected))[:300]}, not {str(list(expected - seen))[:300]}")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
