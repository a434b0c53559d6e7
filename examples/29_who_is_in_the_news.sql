-- Who and what is in the news?
--
-- One row for each name, over all articles: in how many, how often, how often as the one who speaks.
-- mentions counts surnames, pronouns and nouns that stand for the name too.
.read examples/open.sql

SELECT e.name, e.type, count(DISTINCT a.id) AS articles, count(DISTINCT a.outlet) AS outlets,
       sum(e.mentions) AS mentions, sum(e.quotes) AS quotes
FROM articles AS a, article_entities(a.body) AS e
GROUP BY e.name, e.type
HAVING count(DISTINCT a.id) > 1
ORDER BY articles DESC, mentions DESC, e.name;
