-- Who is quoted most, by outlet and month?
--
-- An interrupted quote ("A," she said, "B.") is two rows with one quote_no: count part = 1, or people
-- who are interrupted look more talkative than they are. Indirect speech counts here; add
-- AND q.kind <> 'indirect' for words in quotation marks only.
.read examples/open.sql

WITH counted AS (
    SELECT a.outlet, substr(a.published, 1, 7) AS month, q.speaker, count(*) AS quotes
    FROM articles AS a, extract_quotes(a.body) AS q
    WHERE q.part = 1 AND q.named = 1
    GROUP BY a.outlet, month, q.speaker
), ranked AS (
    SELECT *, rank() OVER (PARTITION BY outlet, month ORDER BY quotes DESC) AS place
    FROM counted
)
SELECT outlet, month, speaker, quotes
FROM ranked
WHERE place = 1
ORDER BY outlet, month, speaker;
