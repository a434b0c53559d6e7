-- Which countries is the news about?
--
-- Places, and words such as "Norwegian", carry the country's ISO code. Counted by articles: one
-- article that says "Kenya" ten times is still one.
.read examples/open.sql

SELECT e.country, count(DISTINCT a.id) AS articles, group_concat(DISTINCT e.name) AS written_as
FROM articles AS a, article_entities(a.body) AS e
WHERE e.country IS NOT NULL AND e.type IN ('GPE', 'NORP', 'LOC')
GROUP BY e.country
ORDER BY articles DESC, e.country;
