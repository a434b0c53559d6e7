-- Which kinds of unnamed sources does each outlet rely on?
--
-- speaker_head is the noun that stands for a nameless source: "official" for "a US official",
-- "person" for "a person familiar with the talks". role and gender may still be known.
.read examples/open.sql

SELECT q.speaker_head, count(*) AS quotes, count(DISTINCT a.outlet) AS outlets,
       count(DISTINCT a.id) AS articles, group_concat(DISTINCT q.speaker) AS written_as
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 0 AND q.speaker_head IS NOT NULL
GROUP BY q.speaker_head
ORDER BY quotes DESC, q.speaker_head;
