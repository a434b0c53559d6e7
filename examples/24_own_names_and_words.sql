-- How do I teach it a name or a reporting word that it does not know?
--
-- The third argument is a JSON object. names: what is a name here, and of what type (a plain string is
-- a person); cues: verbs that report speech, with all five forms where they are irregular. An unknown
-- key is an error that lists the known ones.
.read examples/open.sql

CREATE TEMP TABLE house(style);
INSERT INTO house VALUES (json('{
    "names": [{"name": "The Little Herring", "type": "PRODUCT"},
              {"name": "Daniel Cresswell", "role": "union leader", "gender": "male", "country": "GB"}],
    "cues":  [{"form": "skeet", "act": "say"}]
}'));

SELECT 'without' AS house, a.id, e.name, e.type, e.role, e.gender_basis, e.country
FROM articles AS a, article_entities(a.body) AS e
WHERE a.id IN (4, 10) AND (e.name LIKE '%Herring%' OR e.name LIKE '%Cresswell%')
UNION ALL
SELECT 'with', a.id, e.name, e.type, e.role, e.gender_basis, e.country
FROM house AS h, articles AS a, article_entities(a.body, a.published, h.style) AS e
WHERE a.id IN (4, 10) AND (e.name LIKE '%Herring%' OR e.name LIKE '%Cresswell%')
ORDER BY 1 DESC, 2, 3;

SELECT 'without' AS house, q.speaker, q.cue, q.quote
FROM extract_quotes('Joan Tolliver skeeted that the river was in her kitchen.') AS q
UNION ALL
SELECT 'with', q.speaker, q.cue, q.quote
FROM house AS h,
     extract_quotes('Joan Tolliver skeeted that the river was in her kitchen.', NULL, h.style) AS q
ORDER BY 1 DESC;

-- The headline belongs to the article even where it is in a column of its own; the language is known.
SELECT q.block, q.speaker, q.cue, q.quote
FROM articles AS a,
     extract_quotes(a.body, a.published, json_object('title', a.title, 'language', a.language)) AS q
WHERE a.id = 9
ORDER BY q.start;
