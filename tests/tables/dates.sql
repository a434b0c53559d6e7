-- article_dates(): its columns, what published may be, which days follow, look-ups.
.mode list
.nullvalue NULL

CREATE TABLE articles(id INTEGER PRIMARY KEY, published, body TEXT);
INSERT INTO articles(id, published, body) VALUES
    (1, '2024-04-26', 'The bridge reopened on Friday. "It closed last May," said Ana Diaz. Repairs took nine months.'),
    (2, NULL, 'LUND, 3 May 2023 (Wire) - The bridge reopened on Tuesday.'),
    (3, NULL, 'The bridge reopened on Tuesday, two weeks ago, or in May.');

-- ---- Columns ----
SELECT a.id, d.expression, d.type, d.value, d.day_start, d.day_end, d.quote_no, d.date_no, d.block, d.block_no,
       d.sentence_no, d.start, d.length
FROM articles AS a, article_dates(a.body, a.published) AS d;

-- ---- What published may be: the day of "yesterday" ----
WITH given(published) AS (VALUES
    ('2024-04-26'), ('2024-04-26T23:59:59-05:00'), ('2024-04-26 00:10+09:00'), ('Fri, 26 Apr 2024 10:00:00 GMT'),
    ('20240426'), (20240426), (2460426.5), (1714125600), (1714125600.25), (1714125600000), ('1714125600'),
    (NULL), (''), ('now'), ('soon'), ('2024-02-30'), (2024), (-1), (1e300), (9223372036854775807))
SELECT typeof(g.published), g.published, d.value, d.day_start
FROM given AS g, article_dates('He left yesterday.', g.published) AS d;
SELECT 'a BLOB', d.value FROM article_dates('He left yesterday.', x'00') AS d;

-- ---- As a range of days ----
SELECT a.id, d.expression
FROM articles AS a, article_dates(a.body, a.published) AS d
WHERE d.day_start <= '2024-04-26' AND d.day_end >= '2024-04-20';
SELECT count(*) FROM articles AS a, article_dates(a.body, a.published) AS d WHERE d.day_start BETWEEN '2023-05-01' AND '2023-05-31';

-- ---- Look-ups ----
SELECT d.date_no, d.expression FROM articles AS a, article_dates(a.body, a.published) AS d WHERE a.id = 1 AND d.date_no = 2;
SELECT d.date_no, d.expression FROM articles AS a, article_dates(a.body, a.published) AS d WHERE a.id = 1 AND d.sentence_no = 3;
SELECT q.speaker, d.value
FROM articles AS a, extract_quotes(a.body, a.published) AS q
JOIN article_dates(q.article_text, q.article_published) AS d ON d.quote_no = q.quote_no;

-- ---- Another day, another value: articles are kept by their day ----
SELECT d.value FROM article_dates('He left yesterday.', '2024-01-01') AS d
UNION ALL SELECT d.value FROM article_dates('He left yesterday.', '2024-03-01') AS d
UNION ALL SELECT d.value FROM article_dates('He left yesterday.') AS d;

-- ---- Nothing to read ----
SELECT count(*) FROM article_dates(NULL, '2024-04-26');
SELECT count(*) FROM article_dates('', '2024-04-26');
SELECT count(*) FROM article_dates(7, '2024-04-26');
