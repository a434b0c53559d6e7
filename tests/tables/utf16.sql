-- A database in UTF-16: arguments come and results go through conversion.
PRAGMA encoding = 'UTF-16le';
CREATE TABLE d(body TEXT);
INSERT INTO d VALUES ('“Schön,” said Ana Díaz. 日本 😀 end.');
SELECT q.quote, q.start, q.length FROM d, extract_quotes(d.body) AS q;
SELECT t.token, t.start, t.length, t.token = substr(d.body, t.start, t.length) FROM d, article_tokens(d.body) AS t;
SELECT t.article_text = d.body FROM d, article_blocks(d.body) AS t;
SELECT count(*) FROM d, article_sentences(d.body) AS s JOIN article_tokens(s.article_text) AS t ON t.sentence_no = s.sentence_no;
SELECT json_valid(extract_quotes(body)), json_extract(extract_quotes(body), '$[0].quote') FROM d;
SELECT article_context(body, 2, 5, 20) FROM d;
SELECT count(*) FROM article_tokens('x', NULL, '{"titel": 1}');
SELECT count(*) FROM article_tokens;
PRAGMA encoding;
