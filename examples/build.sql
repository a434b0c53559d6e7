-- Builds the example newsroom: one row for each file in examples/articles. From the top of the tree:
--
--     sqlite3 examples/newsroom.db < examples/build.sql
--
-- Every article was written for this project. The people, the bodies that they speak for and many of
-- the places are invented; real countries and cities are only the stage.
--
-- A file is five lines of header (title, published, outlet, url, language), an empty line, the body.
-- The number that a file's name begins with is the article's id.

BEGIN;

DROP TABLE IF EXISTS articles;
CREATE TABLE articles(
    id        INTEGER PRIMARY KEY,
    title     TEXT NOT NULL,
    published TEXT NOT NULL, -- ISO day
    outlet    TEXT NOT NULL,
    url       TEXT NOT NULL UNIQUE,
    language  TEXT NOT NULL, -- ISO 639-1
    body      TEXT NOT NULL
);

CREATE TEMP TABLE file AS
SELECT replace(name, rtrim(name, replace(name, '/', '')), '') AS name,
       CAST(readfile(name) AS TEXT)                           AS words
FROM fsdir('examples/articles')
WHERE name LIKE '%.txt';

-- What stands between "key: " and the end of its line.
CREATE TEMP VIEW header AS
SELECT name, key, substr(rest, 1, instr(rest, char(10)) - 1) AS value
FROM (
    SELECT f.name, k.value AS key,
           substr(f.words, instr(char(10) || f.words, char(10) || k.value || ': ')
                           + length(k.value) + 2) AS rest
    FROM file AS f, json_each('["title", "published", "outlet", "url", "language"]') AS k
);

INSERT INTO articles(id, title, published, outlet, url, language, body)
SELECT CAST(f.name AS INTEGER),
       (SELECT value FROM header AS h WHERE h.name = f.name AND h.key = 'title'),
       (SELECT value FROM header AS h WHERE h.name = f.name AND h.key = 'published'),
       (SELECT value FROM header AS h WHERE h.name = f.name AND h.key = 'outlet'),
       (SELECT value FROM header AS h WHERE h.name = f.name AND h.key = 'url'),
       (SELECT value FROM header AS h WHERE h.name = f.name AND h.key = 'language'),
       substr(f.words, instr(f.words, char(10, 10)) + 2)
FROM file AS f;

COMMIT;
