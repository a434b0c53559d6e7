-- How do I get the quotes into a spreadsheet?
--
-- Into a file: put  .once quotes.csv  before the SELECT. confidence is there to sort by, context to
-- check against, start and length to find the words again.
.read examples/open.sql
.mode csv
.separator , "\n"
.nullvalue ""

SELECT a.id, a.published, a.outlet, q.speaker, q.role, q.cue, q.kind, q.act,
       replace(q.quote, char(10), ' ') AS quote, q.start, q.length
FROM articles AS a, extract_quotes(a.body) AS q
WHERE a.id IN (2, 12)
ORDER BY a.id, q.start;
