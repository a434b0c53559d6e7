-- Has anybody changed their tune?
--
-- All the words of one person, in order of time, in quotation marks: read May against June.
.read examples/open.sql

SELECT a.published, a.outlet, q.cue, replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.speaker = 'Stefan Brandt' AND q.kind <> 'indirect'
ORDER BY a.published, a.id, q.start;
