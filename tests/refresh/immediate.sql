-- Mode "immediate": the triggers do the work, within the statement that writes.
CREATE TABLE articles(id INTEGER PRIMARY KEY, title TEXT, body TEXT);
INSERT INTO articles VALUES (1, 'Bridge', '“It is shut,” said Mara Lindqvist.');
SELECT newsroom_index('articles', 'body', '{"title": "title", "mode": "immediate"}');
.print -- what was there before waits for a refresh
SELECT count(*) FROM newsroom_quotes;
SELECT newsroom_refresh('articles');
.print -- what is written from now on does not
INSERT INTO articles VALUES (2, 'Ferry to run, says Bell', 'Tomas Bell said the ferry would run.'),
    (3, NULL, '“We are hiring,” said Ines Okafor.');
SELECT article, field, speaker, quote FROM newsroom_quotes ORDER BY article, start;
SELECT person, quotes FROM newsroom_people ORDER BY 1;
UPDATE articles SET body = '“It is open,” said Mara Lindqvist.' WHERE id = 1;
UPDATE articles SET id = 30 WHERE id = 3;
INSERT OR REPLACE INTO articles VALUES (2, NULL, '“It will not,” said Tomas Bell.');
INSERT INTO articles VALUES (1, NULL, '“It is shut again,” said Mara Lindqvist.')
    ON CONFLICT DO UPDATE SET body = excluded.body;
SELECT article, speaker, quote FROM newsroom_quotes ORDER BY article, start;
SELECT rowid, quote FROM newsroom_quotes_text WHERE newsroom_quotes_text MATCH 'shut';
DELETE FROM articles WHERE id = 30;
SELECT article FROM newsroom_articles;
SELECT person FROM newsroom_people ORDER BY 1;
.print -- an article that cannot be analysed stops nobody
INSERT INTO articles VALUES (4, NULL, x'00FF');
SELECT article, error FROM newsroom_articles WHERE error IS NOT NULL;
.print -- a statement that fails takes it all back
INSERT INTO articles VALUES (5, NULL, '“Five,” said Ines Okafor.'), (1, NULL, 'twice');
SELECT count(*) FROM newsroom_quotes WHERE article = 5;
.print -- nothing is left to do
SELECT count(*) FROM newsroom_changes;
SELECT newsroom_refresh('articles');
SELECT article, place FROM newsroom_check('articles');
PRAGMA integrity_check;
.print -- back to notes
SELECT newsroom_index('articles', 'body', '{"title": "title"}');
INSERT INTO articles VALUES (6, NULL, '“Six,” said Ines Okafor.');
SELECT count(*) FROM newsroom_quotes WHERE article = 6;
.print -- by itself the function does nothing
SELECT newsroom_noted('articles', 'newsroom', 6);
SELECT count(*) FROM newsroom_quotes WHERE article = 6;
