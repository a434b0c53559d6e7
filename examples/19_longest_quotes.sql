-- Who was given the most room?
--
-- The longest utterances in characters, all parts of an interrupted quote or of one that runs over
-- several paragraphs taken together: they share quote_no.
.read examples/open.sql

SELECT a.id, q.speaker, count(*) AS parts, sum(q.length) AS characters,
       substr(replace(group_concat(q.quote, ' ... '), char(10), ' '), 1, 100) AS begins
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.kind <> 'indirect'
GROUP BY a.id, q.quote_no
ORDER BY characters DESC, a.id
LIMIT 12;
