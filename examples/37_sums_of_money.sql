-- Which sums of money are named, and who names them?
--
-- Values are mentions like names: kind is 'value', and type tells money from shares (PERCENT), measures (QUANTITY) and
-- numbers. said_by is NULL where the article itself names the sum.
.read examples/open.sql

SELECT a.outlet, replace(m.mention, char(10), ' ') AS sum,
       (SELECT q.speaker FROM extract_quotes(m.article_text) AS q WHERE q.quote_no = m.quote_no LIMIT 1) AS said_by,
       article_context(a.body, m.start, m.length, 40) AS words
FROM articles AS a, article_mentions(a.body) AS m
WHERE m.type = 'MONEY'
ORDER BY a.id, m.start;
