-- The ways in which a query may hand an article to a table.
CREATE TABLE docs(id INTEGER PRIMARY KEY, body TEXT, other TEXT);
INSERT INTO docs VALUES
  (1, '"We will appeal," said Ana Diaz. "It is not over," said Bo Lund.', 'x'),
  (2, 'Rain fell.', NULL),
  (3, NULL, NULL),
  (4, '"No comment," said Ana Diaz.', 'y');
.print -- lateral, in both orders, with and without AS
SELECT d.id, q.speaker, q.quote FROM docs AS d, extract_quotes(d.body) AS q ORDER BY d.id, q.start;
SELECT d.id, q.quote FROM extract_quotes AS q, docs AS d WHERE q.article_text = d.body ORDER BY d.id, q.start;
SELECT d.id, quote FROM docs d JOIN extract_quotes(body) ON speaker = 'Bo Lund' ORDER BY 1;
SELECT d.id, q.quote FROM extract_quotes(d.body) AS q, docs AS d ORDER BY d.id, q.start;
.print -- either side of OR
SELECT d.id, q.quote FROM docs AS d, extract_quotes(d.body) AS q
WHERE q.speaker = 'Bo Lund' OR q.addressee = 'Bo Lund';
SELECT quote FROM extract_quotes('"We will appeal," said Ana Diaz.') AS q
WHERE q.speaker = 'Ana Diaz' OR q.quote_no = 7 OR q.rowid = 9;
SELECT q.quote FROM extract_quotes AS q
WHERE q.article_text = '"We will appeal," said Ana Diaz.' AND (q.speaker = 'Ana Diaz' OR q.verb = 'ask');
SELECT count(*) FROM article_tokens WHERE article_text = 'a b' OR article_text = 'c d e';
.print -- LEFT JOIN keeps articles without rows
SELECT d.id, count(q.quote) FROM docs AS d LEFT JOIN extract_quotes(d.body) AS q GROUP BY d.id;
SELECT d.id, q.quote IS NULL FROM docs AS d LEFT JOIN extract_quotes(d.body) AS q ON q.speaker = 'Bo Lund' ORDER BY d.id;
SELECT d.id, count(q.quote) FROM docs AS d LEFT JOIN extract_quotes AS q ON q.article_text = d.body AND q.speaker = 'Bo Lund' GROUP BY d.id;
.print -- IN: once for each value
SELECT article_text, count(*) FROM article_tokens
WHERE article_text IN ('one', 'one two', 'one two three') GROUP BY 1 ORDER BY 1;
SELECT count(*) FROM article_tokens WHERE article_text IN (SELECT body FROM docs);
SELECT id FROM docs WHERE 'Bo Lund' IN (SELECT speaker FROM extract_quotes(docs.body));
.print -- correlated subquery, EXISTS
SELECT id, (SELECT count(*) FROM extract_quotes(docs.body)) FROM docs ORDER BY id;
SELECT id FROM docs WHERE EXISTS (SELECT 1 FROM extract_quotes(docs.body) AS q WHERE q.speaker = 'Bo Lund');
SELECT id FROM docs WHERE NOT EXISTS (SELECT 1 FROM extract_quotes(docs.body)) ORDER BY id;
.print -- a table's column is the next one's article
SELECT s.sentence_no, t.token FROM article_sentences('One two. Three.') AS s, article_tokens(s.sentence) AS t;
SELECT t.token FROM article_blocks('One two.') AS b, article_sentences(b.passage) AS s, article_tokens(s.sentence) AS t;
.print -- the article itself handed on
SELECT q.quote_no, count(*) FROM extract_quotes('"We will appeal," said Ana Diaz.') AS q,
  article_tokens(q.article_text) AS t WHERE t.sentence_no = q.sentence_no GROUP BY 1;
.print -- two articles in one query
SELECT a.token, b.token FROM article_tokens('x y') AS a, article_tokens('1 2') AS b ORDER BY 1, 2;
SELECT a.id, b.id, count(*) FROM docs AS a, docs AS b, article_tokens(a.body) AS x, article_tokens(b.body) AS y
WHERE x.token = y.token AND a.id < b.id GROUP BY 1, 2;
.print -- attached, and by schema name
ATTACH ':memory:' AS far;
CREATE TABLE far.docs(id, body);
INSERT INTO far.docs VALUES (9, 'Far away.');
SELECT f.id, t.token FROM far.docs AS f, article_tokens(f.body) AS t;
SELECT count(*) FROM main.article_tokens('a b'), temp.article_tokens('c');
.print -- compound, CTE, window, ordering
WITH q AS MATERIALIZED (SELECT q.* FROM docs AS d, extract_quotes(d.body) AS q)
SELECT speaker, count(*) FROM q GROUP BY 1 ORDER BY 1;
SELECT token FROM article_tokens('b a c') ORDER BY token;
SELECT token FROM article_tokens('b a c') ORDER BY token_no DESC;
SELECT token FROM article_tokens('b a c') ORDER BY rowid LIMIT 1 OFFSET 1;
SELECT token FROM article_tokens('a') UNION ALL SELECT token FROM article_tokens('b');
SELECT token, row_number() OVER (ORDER BY token) FROM article_tokens('b a') ORDER BY token_no;
SELECT DISTINCT token FROM article_tokens('a b a');
.print -- a recursive query over articles
WITH RECURSIVE n(i, body) AS (SELECT 1, 'w' UNION ALL SELECT i + 1, body || ' w' FROM n WHERE i < 4)
SELECT n.i, count(*) FROM n, article_tokens(n.body) GROUP BY n.i;
.print -- an article that no order of tables can give
SELECT * FROM extract_quotes AS q CROSS JOIN docs AS d WHERE q.article_text = d.body;
SELECT count(*) FROM article_tokens(t.article_text) AS t;
