-- How was each speaker found, and which rows should I check first?
--
-- rule names what decided the speaker; newsroom's README explains each with an example.
-- speaker_confidence is the chance that the words are this speaker's, confidence the chance that they
-- are reported words at all; README says how often either was right. Check from the top.
.read examples/open.sql

SELECT q.rule, count(*) AS quotes, round(avg(q.speaker_confidence), 2) AS mean_speaker_confidence,
       min(a.id) AS in_article, replace(substr(q.context, 1, 80), char(10), ' ') AS for_example
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1
GROUP BY q.rule
ORDER BY quotes DESC, q.rule;

SELECT q.speaker_confidence, q.confidence, a.id, q.speaker, q.cue,
       replace(substr(q.quote, 1, 60), char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.named = 1 AND q.speaker_confidence IS NOT NULL AND q.part = 1
ORDER BY q.speaker_confidence, a.id, q.start
LIMIT 8;
