-- How do I get one JSON value for each article, for a web page or a script?
--
-- The functions have the names of the tables: extract_quotes(body) is an array of objects with the
-- same keys. json_each() and the -> operators take it apart again.
.read examples/open.sql

SELECT a.id, json_array_length(extract_quotes(a.body)) AS rows,
       json_array_length(article_entities(a.body)) AS entities
FROM articles AS a
ORDER BY a.id;

SELECT a.id, json_group_object(s.speaker, s.quotes) AS quotes_of
FROM articles AS a JOIN (
    SELECT b.id, j.value ->> 'speaker' AS speaker, count(*) AS quotes
    FROM articles AS b, json_each(extract_quotes(b.body)) AS j
    WHERE j.value ->> 'part' = 1 AND j.value ->> 'named' = 1
    GROUP BY b.id, speaker
    ORDER BY b.id, quotes DESC, speaker
) AS s ON s.id = a.id
GROUP BY a.id
ORDER BY a.id
LIMIT 5;

SELECT json_remove(value, '$.context') AS first_quote
FROM articles AS a, json_each(extract_quotes(a.body))
WHERE a.id = 1
LIMIT 1;
