-- Who is written about, but never gets a word in?
--
-- People whom an article names and nobody quotes, in any article. Worth a call.
.read examples/open.sql

SELECT e.name, sum(e.mentions) AS mentions, group_concat(a.id) AS articles, max(e.role) AS role
FROM articles AS a, article_entities(a.body) AS e
WHERE e.type = 'PERSON'
GROUP BY e.name
HAVING sum(e.quotes) = 0
ORDER BY mentions DESC, e.name;
