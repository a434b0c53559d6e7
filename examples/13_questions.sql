-- Which questions were asked, by whom, and of whom?
--
-- act = 'ask' is the cue's word for it ("asked"); a question mark at the end of the words finds those
-- that were merely "said".
.read examples/open.sql

SELECT a.id, q.speaker, q.act, q.cue, q.addressee, replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.act = 'ask' OR q.quote LIKE '%?'
ORDER BY a.id, q.start;
