-- How do I teach it a name or a reporting word that it does not know?
--
-- The third argument is a JSON object. names: what is a name here, and of what kind; cues: verbs that
-- report speech in this newsroom's copy. An unknown key is an error that lists the known ones.
.read examples/open.sql

WITH options(json) AS (VALUES (json_object(
    'names', json_array('The Little Herring', 'Lowther & Finch'),
    'cues', json_array('quip', 'laugh'))))
SELECT a.id, e.name, e.type, e.mentions
FROM options AS o, articles AS a, article_entities(a.body, a.published, o.json) AS e
WHERE e.name IN ('The Little Herring', 'Lowther & Finch')
ORDER BY a.id, e.name;

-- The headline belongs to the article even where another column holds it, and the language is known.
SELECT q.block, q.speaker, q.quote
FROM articles AS a,
     extract_quotes(a.body, a.published,
                    json_object('title', a.title, 'language', a.language)) AS q
WHERE a.id = 9
ORDER BY q.start;
