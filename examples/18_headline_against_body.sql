-- Are the words that a headline quotes in the article, and did anybody say them?
--
-- A headline is a text of its own, so its marks are asked for by themselves: article_marks(a.title).
-- in_body 0: the words are not in the article at all. said_by "-": they are, but in nobody's mouth
-- (a title, or an answer in an interview that has no marks).
.read examples/open.sql

SELECT a.id, m.passage AS in_headline, m.verdict,
       instr(replace(a.body, char(10), ' '), m.passage) > 0 AS in_body,
       (SELECT q.speaker
        FROM extract_quotes(a.body) AS q
        WHERE q.block <> 'headline' AND instr(replace(q.quote, char(10), ' '), m.passage)
        ORDER BY q.start LIMIT 1) AS said_by
FROM articles AS a, article_marks(a.title) AS m
ORDER BY a.id, m.start;
