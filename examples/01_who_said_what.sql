-- Who said what in one article?
--
-- One row for each stretch of reported speech, in reading order. kind tells how much of it stands
-- between quotation marks; "adding" and a second sentence by the same person carry on the same
-- speaker. Columns are qualified (q.quote): your own table may well have a column of the same name.
.read examples/open.sql

SELECT q.quote_no, q.speaker, q.cue, q.kind, q.quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE a.id = 1;
