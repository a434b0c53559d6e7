-- Whose words are "said", and whose are "insisted"?
--
-- verb is the lemma of the reporting words. "Said" takes no side; many others do. The second list
-- shows everybody whose words came with a verb that is neither said, told, asked, added nor wrote.
.read examples/open.sql

SELECT q.verb, q.act, count(*) AS quotes, group_concat(DISTINCT q.cue) AS as_written
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.verb IS NOT NULL
GROUP BY q.verb, q.act
ORDER BY quotes DESC, q.verb, q.act;

SELECT q.speaker, count(*) AS quotes, group_concat(DISTINCT q.verb) AS verbs
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 1
  AND q.verb NOT IN ('say', 'tell', 'ask', 'add', 'write')
GROUP BY q.speaker
ORDER BY quotes DESC, q.speaker;
