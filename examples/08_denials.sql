-- Who denied what, and who would not say?
--
-- act keeps what somebody denied apart from what somebody said: "denied that rest days were at risk"
-- must not be counted as a claim that they were. "Declined to comment" has no words of its own.
.read examples/open.sql

SELECT q.act, a.id, a.published, q.speaker, q.cue, replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.act IN ('deny', 'decline')
ORDER BY q.act, a.id, q.start;
