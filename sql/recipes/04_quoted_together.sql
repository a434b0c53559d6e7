-- With whom is this person quoted in one article?
--
-- For all pairs see the view newsroom_quoted_together, which reads everything.
-- Plan: newsroom_entities_person newsroom_quotes_article
.parameter set :person "'Daniel Cresswell'"

WITH quoted AS MATERIALIZED (
    SELECT DISTINCT article FROM newsroom_said WHERE person = :person
), others AS MATERIALIZED (
    SELECT s.person, s.article, s.day
    FROM quoted CROSS JOIN newsroom_said AS s ON s.article = quoted.article
    WHERE s.person <> :person AND s.part = 1 AND s.field = 'body'
)
SELECT person AS other, count(DISTINCT article) AS articles, count(*) AS quotes, min(day) AS first_day
FROM others
GROUP BY person
ORDER BY articles DESC, quotes DESC, other;
