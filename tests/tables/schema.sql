-- In views, triggers and beside the user's own names.
.print -- temp views and triggers, with the hardened setting that today's shell starts with
PRAGMA trusted_schema = OFF;
CREATE TABLE docs(id INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE said(id, speaker, quote);
CREATE TEMP VIEW who AS SELECT d.id, q.speaker, q.quote FROM docs AS d, extract_quotes(d.body) AS q;
CREATE TEMP VIEW summary AS SELECT id, json_array_length(extract_quotes(body)) AS quotes,
  article_context(body, 1, 4, 0) AS head FROM docs;
CREATE TEMP TRIGGER gather AFTER INSERT ON docs BEGIN
  INSERT INTO said SELECT new.id, q.speaker, q.quote FROM extract_quotes(new.body) AS q;
END;
INSERT INTO docs VALUES (1, '"We will appeal," said Ana Diaz.'), (2, 'Rain fell.'), (3, NULL);
SELECT * FROM said;
SELECT * FROM who;
SELECT id, quotes, head FROM summary;
.print -- and in the schema of the database
CREATE VIEW tokens AS SELECT d.id, t.token FROM docs AS d, article_tokens(d.body) AS t;
CREATE VIEW as_json AS SELECT id, extract_quotes(body) AS quotes FROM docs;
CREATE TRIGGER forget AFTER DELETE ON docs BEGIN
  DELETE FROM said WHERE quote IN (SELECT q.quote FROM extract_quotes(old.body) AS q);
END;
SELECT count(*) FROM tokens;
SELECT json_extract(quotes, '$[0].speaker') FROM as_json WHERE id = 1;
DELETE FROM docs WHERE id = 1;
SELECT count(*) FROM said;
.print -- not where a later release would corrupt what it wrote: indexes, checks, generated columns
CREATE INDEX i ON docs(extract_quotes(body));
CREATE INDEX i ON docs(newsroom_version());
CREATE TABLE c(body CHECK (extract_quotes(body) <> '[]'));
CREATE TABLE g(body, quotes AS (extract_quotes(body)));
CREATE TABLE l(body, language AS (article_language(body)));
.print -- a user's table or view of the same name comes first
CREATE TABLE article_tokens(mine);
INSERT INTO article_tokens VALUES ('my own');
SELECT * FROM article_tokens;
SELECT * FROM article_tokens('a');
DROP TABLE article_tokens;
SELECT token FROM article_tokens('a');
.print -- a name that the arguments are called has no meaning outside
CREATE TABLE stories(title, body, text, content, published, options);
INSERT INTO stories VALUES ('t', 'One.', 'x', 'y', '2024-01-01', '{}');
SELECT title, body, text, content, published, options, token FROM stories, article_tokens(body);
.print -- a savepoint and a rollback change nothing for the tables
BEGIN;
INSERT INTO docs VALUES (7, 'Seven eight.');
SELECT count(*) FROM docs AS d, article_tokens(d.body) AS t WHERE d.id = 7;
ROLLBACK;
SELECT count(*) FROM docs AS d, article_tokens(d.body) AS t WHERE d.id = 7;
.print -- writing what is read: the rows are all there before
CREATE TABLE copy AS SELECT token FROM article_tokens('a b c');
INSERT INTO copy SELECT t.token FROM copy AS c, article_tokens(c.token || ' ' || c.token) AS t;
SELECT count(*) FROM copy;
