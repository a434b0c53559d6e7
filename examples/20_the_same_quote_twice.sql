-- Which words went round: the same quote in two articles?
--
-- Marks, line breaks and capitals differ from outlet to outlet, so letters alone are compared, and
-- one may hold the other. Where two outlets give the same words to different people, one is wrong.
.read examples/open.sql

WITH said AS MATERIALIZED (
    SELECT a.id, a.outlet, q.speaker, q.quote,
           replace(replace(replace(replace(lower(q.quote), char(10), ' '), '’', ''), '''', ''), ',', '')
               AS letters
    FROM articles AS a, extract_quotes(a.body) AS q
    WHERE q.kind <> 'indirect' AND q.length >= 15
)
SELECT one.id, one.outlet, one.speaker, other.id, other.outlet, other.speaker,
       replace(one.quote, char(10), ' ') AS quote
FROM said AS one JOIN said AS other ON one.id <> other.id
WHERE (one.letters = other.letters AND one.id < other.id)
   OR (one.letters <> other.letters AND instr(other.letters, one.letters) > 0)
ORDER BY one.id, other.id, one.quote;
