-- Which bodies speak as if they were people?
--
-- "Halcyon Ports said in a statement": nobody in particular said it, and nobody in particular will
-- answer for it. via shows the statement, the memo, the outlet.
.read examples/open.sql

SELECT q.speaker, q.speaker_type, a.id, q.cue, q.via, q.kind, replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 1 AND q.speaker_type IN ('ORG', 'GPE')
ORDER BY q.speaker, a.id, q.start;
