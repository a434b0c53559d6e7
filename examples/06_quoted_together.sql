-- Who is quoted next to whom?
--
-- Pairs of people who speak in the same article; the more often, the closer journalists think of them
-- together. a.speaker < b.speaker keeps each pair once.
.read examples/open.sql

WITH voice AS (
    SELECT DISTINCT a.id, q.speaker
    FROM articles AS a, extract_quotes(a.body) AS q
    WHERE q.named = 1 AND q.speaker_type = 'PERSON'
)
SELECT one.speaker, other.speaker AS with_whom, count(*) AS articles, group_concat(one.id) AS ids
FROM voice AS one JOIN voice AS other ON one.id = other.id AND one.speaker < other.speaker
GROUP BY one.speaker, other.speaker
HAVING count(*) > 1
ORDER BY articles DESC, one.speaker, other.speaker;
