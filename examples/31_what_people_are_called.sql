-- What is a person called in each article: which names, which role?
--
-- aliases are the other forms of the name; role is what the article says the person is. Two outlets
-- that disagree on a role are worth a look.
.read examples/open.sql

SELECT e.name, a.id, a.outlet, e.role, e.gender, e.gender_basis, e.aliases
FROM articles AS a, article_entities(a.body) AS e
WHERE e.name IN (
    SELECT f.name
    FROM articles AS b, article_entities(b.body) AS f
    WHERE f.type = 'PERSON'
    GROUP BY f.name
    HAVING count(DISTINCT b.id) > 1)
  AND e.type = 'PERSON'
ORDER BY e.name, a.id;
