-- Who promised what, and when? (To be asked again in a year.)
--
-- act = 'promise' covers promised, vowed, pledged. The article's day is the day to count from.
.read examples/open.sql

SELECT a.published, q.speaker, q.cue, replace(q.quote, char(10), ' ') AS quote, a.url
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.act = 'promise'
ORDER BY a.published, a.id, q.start;
