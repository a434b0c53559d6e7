-- newsroom_index(): which tables it takes, what it makes of names, what it says where it can't.
.print -- names that need quoting: a reserved word, a quotation mark, letters that are not ASCII
CREATE TABLE "select"("key" TEXT PRIMARY KEY, "the ""body""" TEXT, "título" TEXT);
INSERT INTO "select" VALUES ('a', '“The gate is shut,” said Mara Lindqvist.', 'Gate shut'), ('b', NULL, NULL);
SELECT newsroom_index('select', 'the "body"', '{"title": "TÍTULO"}');
SELECT newsroom_index('select', 'the "body"', '{"title": "título", "prefix": "pre ss\""}');
SELECT newsroom_refresh('select');
SELECT article, field, speaker, quote, substr("the ""body""", start, length) = quote AS same
FROM "pre ss""_quotes" AS q JOIN "select" AS s ON s."key" = q.article;
SELECT newsroom_unindex('select');
SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%';

.print -- WITHOUT ROWID, and a key that compares without case
CREATE TABLE pages(url TEXT COLLATE NOCASE PRIMARY KEY, body TEXT) WITHOUT ROWID;
INSERT INTO pages VALUES ('/B', '“Two,” said Ines Okafor.'), ('/a', '“One,” said Ines Okafor.');
SELECT newsroom_index('pages', 'body');
SELECT newsroom_refresh('pages');
SELECT q.quote FROM newsroom_quotes AS q JOIN pages AS p ON p.url = q.article WHERE p.url = '/A';
SELECT newsroom_unindex('pages');

.print -- an attached database: everything is made there
ATTACH ':memory:' AS other;
CREATE TABLE other.pieces(id INT PRIMARY KEY, body TEXT);
INSERT INTO other.pieces VALUES (1, '“Three,” said Ines Okafor.');
SELECT newsroom_index('pieces', 'body');
SELECT newsroom_refresh('pieces');
INSERT INTO other.pieces VALUES (2, '“Four,” said Ines Okafor.');
SELECT newsroom_refresh('pieces', '{"schema": "other"}');
SELECT article, quote FROM other.newsroom_quotes;
SELECT count(*) FROM main.sqlite_schema WHERE name LIKE 'newsroom%';
SELECT count(*) FROM newsroom_check('pieces');

.print -- a second table in one database, with a beginning of its own
CREATE TABLE notes(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES (1, '“Five,” said Ines Okafor.');
CREATE TABLE wires(id INTEGER PRIMARY KEY, body TEXT);
SELECT newsroom_index('notes', 'body');
SELECT newsroom_index('wires', 'body');
SELECT newsroom_index('wires', 'body', '{"prefix": "wire"}');
SELECT newsroom_index('notes', 'body', '{"prefix": "again"}');
SELECT newsroom_refresh('notes');
SELECT newsroom_refresh('notes', '{"prefix": "again"}');
SELECT prefix, source, mode, "key", body FROM newsroom_indexes ORDER BY prefix;
SELECT newsroom_unindex('notes', '{"prefix": "again"}');
SELECT newsroom_unindex('notes');
SELECT newsroom_unindex('wires');

.print -- somebody's own table of such a name is left alone
CREATE TABLE newsroom_people(id INTEGER PRIMARY KEY);
SELECT newsroom_index('notes', 'body');
SELECT count(*) FROM sqlite_schema WHERE name LIKE 'newsroom%';
DROP TABLE newsroom_people;

.print -- what it does not take
CREATE TABLE keyless(body TEXT);
CREATE TABLE pairs(a, b, body TEXT, PRIMARY KEY(a, b));
CREATE VIEW seen AS SELECT * FROM notes;
SELECT newsroom_index('keyless', 'body');
SELECT newsroom_index('pairs', 'body');
SELECT newsroom_index('pairs', 'body', '{"key": "a"}');
SELECT newsroom_index('seen', 'body');
SELECT newsroom_index('nowhere', 'body');
SELECT newsroom_index('nowhere', 'body', '{"schema": "other"}');
SELECT newsroom_index('notes', 'text');
SELECT newsroom_index('notes', NULL);
SELECT newsroom_index(NULL, 'body');
SELECT newsroom_index('notes', 'body', '{"titel": "x"}');
SELECT newsroom_index('notes', 'body', '{"threads": 0}');
SELECT newsroom_index('notes', 'body', '{"threads": "2"}');
SELECT newsroom_index('notes', 'body', '{"mode": "now"}');
SELECT newsroom_index('notes', 'body', '[1]');
SELECT newsroom_index('notes', 'body', '{"title"');
SELECT newsroom_refresh('notes');
SELECT newsroom_unindex('notes');
SELECT * FROM newsroom_check('notes');
SELECT * FROM newsroom_refresh;
SELECT * FROM newsroom_check;

.print -- a database that must not be written, and a table that is dropped
SELECT newsroom_index('notes', 'body');
PRAGMA query_only = ON;
SELECT newsroom_refresh('notes');
SELECT * FROM newsroom_refresh('notes');
SELECT newsroom_index('wires', 'body', '{"prefix": "wire"}');
SELECT newsroom_unindex('notes');
SELECT article, place FROM newsroom_check('notes');
PRAGMA query_only = OFF;
CREATE TABLE kept AS SELECT * FROM notes;
DROP TABLE notes;
SELECT newsroom_refresh('notes');
SELECT newsroom_unindex('notes');
SELECT name FROM sqlite_schema WHERE name LIKE 'newsroom%';
CREATE TABLE notes(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes SELECT * FROM kept;

.print -- only by themselves
SELECT newsroom_index('notes', 'body') FROM notes;
SELECT (SELECT newsroom_index('notes', 'body')), count(*) FROM notes;
INSERT INTO notes(body) SELECT newsroom_index('notes', 'body');
CREATE VIEW hidden AS SELECT newsroom_refresh('notes');
SELECT * FROM hidden;
CREATE VIEW hidden_rows AS SELECT * FROM newsroom_refresh('notes');
SELECT * FROM hidden_rows;
SELECT count(*) FROM sqlite_schema WHERE name LIKE 'newsroom%';
