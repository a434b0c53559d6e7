-- How often an article is analysed: newsroom_debug() counts.
CREATE TEMP VIEW n AS SELECT newsroom_debug() ->> 'analyses' AS n;
CREATE TABLE docs(id INTEGER PRIMARY KEY, body);
INSERT INTO docs SELECT value, 'Article ' || value || '. "We will appeal," said Ana Diaz.' FROM json_each('[1,2,3,4,5,6,7,8,9,10]');
CREATE TABLE seen(what, n);
CREATE TEMP TRIGGER since AFTER INSERT ON seen BEGIN
  UPDATE seen SET n = new.n - (SELECT coalesce(max(s.n), 0) FROM seen AS s WHERE s.what = 'before') WHERE rowid = new.rowid AND new.what <> 'before';
END;
.print -- five tables over one body: one analysis
INSERT INTO seen SELECT 'before', n FROM n;
SELECT count(*) > 0 FROM docs AS d, extract_quotes(d.body) AS q, article_entities(d.body) AS e, article_mentions(d.body) AS m,
  article_sentences(d.body) AS s, article_blocks(d.body) AS b
WHERE d.id = 1 AND m.quote_no IS NOT q.part AND s.sentence_no = q.sentence_no AND b.block_no = q.block_no;
INSERT INTO seen SELECT 'five tables', n FROM n;
.print -- again, as table and as scalar, from a literal: still that one
SELECT count(*) > 0, length(extract_quotes('Article 1. "We will appeal," said Ana Diaz.')) > 2
FROM extract_quotes('Article 1. "We will appeal," said Ana Diaz.');
INSERT INTO seen SELECT 'again', n FROM n;
.print -- other options or another date: another article
SELECT count(*) > 0 FROM docs AS d, extract_quotes(d.body, NULL, '{}') AS q WHERE d.id = 1;
SELECT count(*) > 0 FROM docs AS d, extract_quotes(d.body, '2024-05-01') AS q WHERE d.id = 1;
INSERT INTO seen SELECT 'options, date', n FROM n;
.print -- the last four are kept
SELECT count(*) > 0 FROM docs AS d, article_tokens(d.body) AS t WHERE d.id BETWEEN 2 AND 5;
INSERT INTO seen SELECT 'four more', n FROM n;
SELECT count(*) > 0 FROM docs AS d, article_tokens(d.body) AS t WHERE d.id BETWEEN 2 AND 5;
INSERT INTO seen SELECT 'the same four', n FROM n;
SELECT count(*) > 0 FROM docs AS d, article_tokens(d.body) AS t WHERE d.id = 1;
INSERT INTO seen SELECT 'the first again', n FROM n;
.print -- a scan with three scalars and a table a row: one a row
SELECT count(*) > 0 FROM (SELECT extract_quotes(d.body), article_entities(d.body), t.token FROM docs AS d, article_tokens(d.body) AS t);
INSERT INTO seen SELECT 'ten rows', n FROM n;
SELECT what, n FROM seen WHERE what <> 'before';
.print -- what is kept is bounded
SELECT (newsroom_debug() ->> 'cache_bytes') BETWEEN 1 AND 16000000;
SELECT count(*) FROM article_tokens(printf('%.3000000c', ' ') || 'a');
SELECT (newsroom_debug() ->> 'cache_bytes') BETWEEN 1 AND 16000000;
