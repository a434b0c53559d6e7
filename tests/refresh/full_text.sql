-- Full text comes back where it was lost: read back from SQL by a shell that makes no virtual table (its own
-- tables stay alone), or made by a program whose SQLite has no FTS5. A search finds it by content="...".
CREATE TABLE notes(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes(body) VALUES('“We never sleep,” said Ana Diaz.'), ('“Sleep well,” said Ben Okoro.');
SELECT newsroom_index('notes', 'body');
SELECT newsroom_refresh('notes');
SELECT sql FROM sqlite_schema WHERE name = 'newsroom_quotes_text';
SELECT rowid, speaker FROM newsroom_quotes_text('sleep');

.print -- the table is gone, what it keeps its words in is there
PRAGMA writable_schema = ON;
DELETE FROM sqlite_schema WHERE name = 'newsroom_quotes_text';
PRAGMA writable_schema = RESET;
SELECT count(*) FROM sqlite_schema WHERE name LIKE 'newsroom_quotes_text%';
SELECT * FROM newsroom_check('notes');
UPDATE notes SET body = '“I sleep,” said Ben Okoro.' WHERE id = 2;
SELECT newsroom_refresh('notes');
SELECT newsroom_index('notes', 'body');
SELECT rowid, quote FROM newsroom_quotes_text('sleep');
INSERT INTO newsroom_quotes_text(newsroom_quotes_text) VALUES('integrity-check');
UPDATE notes SET body = '“I dream,” said Ben Okoro.' WHERE id = 2;
SELECT newsroom_refresh('notes');
SELECT rowid, quote FROM newsroom_quotes_text('sleep OR dream');
INSERT INTO newsroom_quotes_text(newsroom_quotes_text) VALUES('integrity-check');
SELECT * FROM newsroom_check('notes');

.print -- and nothing stays when the archive goes
PRAGMA writable_schema = ON;
DELETE FROM sqlite_schema WHERE name = 'newsroom_quotes_text';
PRAGMA writable_schema = RESET;
SELECT newsroom_unindex('notes');
SELECT name FROM sqlite_schema;
