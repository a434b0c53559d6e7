-- Which kinds of unnamed sources does each newsroom rely on?
--
-- speaker_head is the noun that stands for a nameless source: "official" for "a US official",
-- "person" for "a person familiar with the talks". Papers are left to 17_documents_as_sources.sql.
.read examples/open.sql

SELECT lower(q.speaker_head) AS head, count(*) AS quotes, count(DISTINCT a.id) AS articles,
       group_concat(DISTINCT a.outlet) AS outlets, group_concat(DISTINCT q.speaker) AS written_as
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 0 AND q.speaker_type IS NOT 'DOCUMENT' AND q.speaker_head IS NOT NULL
GROUP BY head
ORDER BY quotes DESC, head;
