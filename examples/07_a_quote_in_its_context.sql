-- Where was it that somebody spoke of a roof, and what stood around it?
--
-- article_context() cuts one line out of the article around the quote, at whole words, the passage
-- marked; its last argument says how many characters. q.context is the whole sentence or sentences.
.read examples/open.sql

SELECT a.id, a.outlet, q.speaker, article_context(a.body, q.start, q.length, 160) AS around
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.quote LIKE '%roof%'
ORDER BY a.id, q.start;
