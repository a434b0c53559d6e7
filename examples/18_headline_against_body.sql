-- Are the words that a headline quotes in the article, and did anybody say them?
--
-- A headline is a text of its own: extract_quotes(a.title). instr() looks for the same words in the
-- body, extract_quotes(a.body) for who says them there. "-" in the last column: nobody does.
.read examples/open.sql

SELECT a.id, m.passage AS in_headline,
       instr(replace(a.body, char(10), ' '), m.passage) > 0 AS in_body,
       (SELECT q.speaker
        FROM extract_quotes(a.body) AS q
        WHERE q.block <> 'headline' AND instr(replace(q.quote, char(10), ' '), m.passage)
        ORDER BY q.start LIMIT 1) AS said_by
FROM articles AS a, article_marks(a.title) AS m
ORDER BY a.id, m.start;
