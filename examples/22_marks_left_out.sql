-- What stands in quotation marks and was not taken for a quote, and why?
--
-- Titles of works, nicknames, words held with tongs, subheads, marks that are never closed. Read it
-- before you trust a count: a wrong verdict here is a quote missing elsewhere.
.read examples/open.sql

SELECT m.verdict, a.id, m.block, replace(m.passage, char(10), ' ') AS passage
FROM articles AS a, article_marks(a.body) AS m
WHERE m.verdict <> 'quote'
ORDER BY m.verdict, a.id, m.start;
