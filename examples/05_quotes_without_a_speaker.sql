-- Which quotes have no speaker, and can a person tell who it was?
--
-- speaker is NULL where the article gives none, or where a pronoun fits nobody or several people;
-- then mention still holds the pronoun. A list to work through by hand: context is the sentence.
.read examples/open.sql

SELECT a.id, q.mention, q.cue, replace(q.context, char(10), ' ') AS context
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.speaker IS NULL
ORDER BY a.id, q.start;
