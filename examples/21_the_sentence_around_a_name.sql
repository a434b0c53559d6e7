-- In which sentences is somebody named, whatever they are called there?
--
-- article_mentions() gathers "Ingrid Solheim", "Solheim" and "she" under one name; sentence_no leads
-- to the sentence. A sentence that names her twice is shown once.
.read examples/open.sql

SELECT a.id, s.sentence_no, group_concat(m.mention, ' / ') AS called,
       replace(s.sentence, char(10), ' ') AS sentence
FROM articles AS a, article_mentions(a.body) AS m, article_sentences(a.body) AS s
WHERE m.name = 'Ingrid Solheim' AND s.sentence_no = m.sentence_no
GROUP BY a.id, s.sentence_no
ORDER BY a.id, s.sentence_no;
