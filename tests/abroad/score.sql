-- Articles in another language, written for the project before any rule was tried on them: whose words are the
-- quotes, and who is named. tests/abroad/score.sh gives the folder in a table `asked`.
.load ./newsroom
.headers off
.mode list
CREATE TEMP TABLE articles AS
SELECT name, substr(text, 1, quotes - 1) AS body, substr(text, quotes + 12, persons - quotes - 12) AS quotes,
       substr(text, persons + 13) AS persons
FROM (SELECT name, text, instr(text, char(10) || '=== quotes') AS quotes,
             instr(text, char(10) || '=== persons') AS persons
      FROM (SELECT name, CAST(data AS TEXT) AS text FROM asked, fsdir(asked.folder) WHERE name LIKE '%.txt'));

CREATE TEMP TABLE expected_quotes AS
SELECT a.name, a.body, substr(j.value, 1, instr(j.value, ' | ') - 1) AS speaker,
       substr(j.value, instr(j.value, ' | ') + 3) AS words
FROM articles AS a, json_each('["' || replace(replace(a.quotes, '"', '\"'), char(10), '","') || '"]') AS j
WHERE j.value <> '';

CREATE TEMP TABLE expected_persons AS
SELECT a.name, j.value AS person
FROM articles AS a, json_each('["' || replace(a.persons, char(10), '","') || '"]') AS j
WHERE j.value <> '';

CREATE TEMP TABLE found_quotes AS
SELECT a.name, q.* FROM articles AS a, extract_quotes(a.body) AS q;

CREATE TEMP TABLE found_persons AS
SELECT a.name, e.name AS person FROM articles AS a, article_entities(a.body) AS e WHERE e.type = 'PERSON';

-- The row that holds the words, or most of them; its speaker by name, or as the article has it. Of several rows
-- over the same words the best counts.
CREATE TEMP TABLE answers AS
SELECT e.name, e.speaker, e.words,
       (SELECT f.speaker || coalesce(' (' || f.rule || ')', '') FROM found_quotes AS f
        WHERE f.name = e.name AND (instr(f.quote, e.words) OR (instr(e.words, rtrim(f.quote, ',.'))
              AND length(f.quote) * 2 > length(e.words))) LIMIT 1) AS got,
       EXISTS (SELECT 1 FROM found_quotes AS f
               WHERE f.name = e.name AND (instr(f.quote, e.words) OR (instr(e.words, rtrim(f.quote, ',.'))
                     AND length(f.quote) * 2 > length(e.words)))
                 AND (f.speaker = e.speaker OR (f.named = 0 AND lower(substr(f.mention, 1, length(e.speaker))) = lower(e.speaker)))) AS good
FROM expected_quotes AS e;

SELECT '     ' || name || ': ' || speaker || ' said ' || substr(words, 1, 40) || '; got ' || coalesce(got, 'nobody')
FROM answers WHERE NOT good;
SELECT '     ' || name || ': no person ' || person FROM (SELECT name, person FROM expected_persons EXCEPT SELECT name, person FROM found_persons);
SELECT '     ' || name || ': no such person: ' || person FROM (SELECT name, person FROM found_persons EXCEPT SELECT name, person FROM expected_persons);

CREATE TEMP TABLE figures AS
SELECT 'quotes with the right speaker' AS what, sum(good) AS good, count(*) AS whole FROM answers
UNION ALL
SELECT 'persons found', (SELECT count(*) FROM (SELECT name, person FROM expected_persons INTERSECT SELECT name, person FROM found_persons)),
       (SELECT count(*) FROM expected_persons)
UNION ALL
SELECT 'of the persons found, right', (SELECT count(*) FROM (SELECT name, person FROM expected_persons INTERSECT SELECT name, person FROM found_persons)),
       (SELECT count(*) FROM found_persons);
SELECT iif(good * 100 >= whole * 85 AND whole > 0, 'ok   ', 'FAIL ') || folder || ': ' || what || ': ' || good || ' of ' || whole
FROM figures, asked;
