-- An archive follows its table, whatever is done to it. After each change: what newsroom_check() finds,
-- what the refresh did, and what newsroom_check() finds then (nothing).
CREATE TABLE articles(id INTEGER PRIMARY KEY, slug TEXT UNIQUE, body TEXT);
INSERT INTO articles VALUES
    (1, 'one', '“The bridge is closed,” said Mara Lindqvist, the mayor.'),
    (2, 'two', 'Tomas Bell said the ferry would run on Sunday.'),
    (3, 'three', '“We are hiring,” said Ines Okafor.');
SELECT newsroom_index('articles', 'body');
SELECT newsroom_refresh('articles');
SELECT article, speaker, quote FROM newsroom_quotes ORDER BY article, start;
SELECT count(*) FROM newsroom_check('articles');

.print -- INSERT OR REPLACE by another unique column: no trigger tells that row 1 is gone
INSERT OR REPLACE INTO articles VALUES (10, 'one', '“It is open again,” said Mara Lindqvist.');
SELECT * FROM newsroom_check('articles');
SELECT newsroom_refresh('articles');
SELECT article, speaker, quote FROM newsroom_quotes ORDER BY article, start;
SELECT count(*) FROM newsroom_check('articles');

.print -- UPSERT
INSERT INTO articles VALUES (2, 'two', 'Tomas Bell said the ferry would not run.')
ON CONFLICT(id) DO UPDATE SET body = excluded.body;
SELECT newsroom_refresh('articles');
SELECT quote FROM newsroom_quotes WHERE article = 2;

.print -- a new key
UPDATE articles SET id = 33 WHERE id = 3;
SELECT newsroom_refresh('articles');
SELECT article, count(*) FROM newsroom_quotes GROUP BY 1;

.print -- rollback, to a savepoint and of all: nothing is left to do
BEGIN;
UPDATE articles SET body = 'Nothing was said.' WHERE id = 2;
SAVEPOINT a;
DELETE FROM articles;
ROLLBACK TO a;
ROLLBACK;
SELECT newsroom_refresh('articles');
SELECT count(*) FROM newsroom_check('articles');

.print -- a refresh inside a transaction that is rolled back
BEGIN;
INSERT INTO articles VALUES (4, 'four', '“Come in,” said Noor Haddad.');
SELECT newsroom_refresh('articles');
SELECT count(*) FROM newsroom_quotes WHERE article = 4;
ROLLBACK;
SELECT count(*) FROM newsroom_quotes WHERE article = 4;
SELECT count(*) FROM newsroom_check('articles');

.print -- INSERT OR FAIL, OR ABORT and OR ROLLBACK of an article that is noted already
UPDATE articles SET body = body || ' ' WHERE id = 2;
INSERT OR FAIL INTO articles VALUES (5, 'five', '“Go,” said Noor Haddad.');
DELETE FROM articles WHERE id = 5;
INSERT OR ROLLBACK INTO articles VALUES (5, 'five', '“Stay,” said Noor Haddad.');
UPDATE OR ABORT articles SET body = '“Stay here,” said Noor Haddad.' WHERE id = 5;
SELECT count(*) FROM newsroom_changes;
SELECT newsroom_refresh('articles');
SELECT quote FROM newsroom_quotes WHERE article = 5;

.print -- the program's last_insert_rowid() is its own
INSERT INTO articles VALUES (777, 'seven', 'A short note.');
SELECT newsroom_refresh('articles'), last_insert_rowid();
SELECT last_insert_rowid();
DELETE FROM articles WHERE id = 777;
SELECT newsroom_refresh('articles');

.print -- a tool builds the table anew: its triggers are lost, and a body is another
CREATE TABLE articles_new(id INTEGER PRIMARY KEY, slug TEXT, body TEXT, note TEXT);
INSERT INTO articles_new SELECT id, slug, body, NULL FROM articles;
UPDATE articles_new SET body = '“Leave,” said Noor Haddad.' WHERE id = 5;
DROP TABLE articles;
ALTER TABLE articles_new RENAME TO articles;
SELECT * FROM newsroom_check('articles');
SELECT done, total, note FROM newsroom_refresh('articles');
SELECT quote FROM newsroom_quotes WHERE article = 5;
SELECT count(*) FROM newsroom_check('articles');

.print -- a rename, of the table and of a column that is not read
ALTER TABLE articles RENAME TO stories;
ALTER TABLE stories RENAME COLUMN slug TO path;
UPDATE stories SET body = '“Wait,” said Noor Haddad.' WHERE id = 5;
SELECT newsroom_refresh('articles');
SELECT newsroom_refresh('stories');
SELECT quote FROM newsroom_quotes WHERE article = 5;

.print -- the column that is read is renamed: an error, and the remedy
ALTER TABLE stories RENAME COLUMN body TO story;
SELECT newsroom_refresh('stories');
SELECT newsroom_index('stories', 'story');
SELECT newsroom_refresh('stories');
SELECT count(*) FROM newsroom_check('stories');

.print -- VACUUM
VACUUM;
SELECT newsroom_refresh('stories');
SELECT count(*) FROM newsroom_check('stories');

.print -- rows that cannot be analysed are written down, and stop nothing
INSERT INTO stories(id, story) VALUES (60, x'00FF'), (61, NULL), (62, 12), (63, '“Yes,” said Noor Haddad.');
SELECT newsroom_refresh('stories');
SELECT article, error, quotes FROM newsroom_articles WHERE article >= 60;
SELECT * FROM newsroom_check('stories');

.print -- only what the triggers noted
UPDATE stories SET story = '“No,” said Noor Haddad.' WHERE id = 63;
SELECT done, total FROM newsroom_refresh('stories', '{"compare": "noted"}');
SELECT quote FROM newsroom_quotes WHERE article = 63;

.print -- an edit that leaves who is named and what is said leaves their rows, and moves them
INSERT INTO stories(id, story) VALUES (64, '“The lock is shut,” said Noor Haddad on Monday.
“It will stay shut,” Haddad said. “We are sorry,” said Ida Brandt.');
SELECT newsroom_refresh('stories');
CREATE TEMP TABLE before AS SELECT id, quote_no, start FROM newsroom_quotes WHERE article = 64;
UPDATE stories SET story = 'Late news at noon.

' || story || ' The lock dates from 1911.' WHERE id = 64;
SELECT newsroom_refresh('stories');
SELECT q.quote, q.start - b.start AS moved, q.quote = substr(s.story, q.start, q.length) AS there
FROM before AS b JOIN newsroom_quotes AS q USING (id) JOIN stories AS s ON s.id = q.article ORDER BY q.start;
SELECT mention, start FROM newsroom_mentions WHERE article = 64 ORDER BY mention_no;
SELECT expression, start FROM newsroom_dates WHERE article = 64;
SELECT * FROM newsroom_check('stories');

.print -- one quote less, one person less
UPDATE stories SET story = replace(story, ' “We are sorry,” said Ida Brandt.', '') WHERE id = 64;
SELECT newsroom_refresh('stories');
SELECT quote FROM newsroom_quotes WHERE article = 64 ORDER BY start;
SELECT * FROM newsroom_check('stories');
DELETE FROM stories WHERE id = 64;

.print -- an archive of another version is made anew
UPDATE newsroom_indexes SET version = '0.0.1';
SELECT done, total, note FROM newsroom_refresh('stories');
SELECT newsroom_refresh('stories');
SELECT count(*) FROM newsroom_quotes;
PRAGMA integrity_check;
PRAGMA foreign_key_check;

.print -- and it is removed, without a trace in the table
SELECT newsroom_unindex('stories');
SELECT type, name FROM sqlite_schema ORDER BY name;
