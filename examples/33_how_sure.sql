-- How was each speaker found, so that I know which rows to check first?
--
-- rule names what decided the speaker; newsroom's README explains each with an example. A rule that
-- looks far ("same-turn", a pronoun) goes wrong more often than a verb that touches the quote.
.read examples/open.sql

SELECT q.rule, count(*) AS quotes, min(a.id) AS in_article,
       replace(substr(q.context, 1, 90), char(10), ' ') AS for_example
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1
GROUP BY q.rule
ORDER BY quotes DESC, q.rule;
