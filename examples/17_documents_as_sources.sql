-- What do papers say: reports, memos, letters, minutes?
--
-- A document can be asked for. speaker_type is DOCUMENT, speaker_head the kind of paper.
.read examples/open.sql

SELECT a.id, a.outlet, q.speaker_head, q.speaker, q.cue, replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.speaker_type = 'DOCUMENT'
ORDER BY a.id, q.start;
