-- newsroom_people: which names become one person or body over all articles, and which stay two.
.load ./newsroom
CREATE TABLE articles(id INTEGER PRIMARY KEY, day TEXT, body TEXT);
SELECT newsroom_index('articles', 'body', '{"published": "day"}');
INSERT INTO articles(id, day, body) VALUES
-- two of one name: a mayor and a goalkeeper
(1, '2024-01-10', 'Ana Diaz, the mayor of Lund, met Olof Berg of the Lund Harbour Board on Monday. "We will build the pier," Ms Diaz said.'),
(2, '2024-02-11', 'The Lund Harbour Board and Olof Berg want a pier. Mayor Ana Diaz said: "It is late, but it is paid for."'),
(3, '2024-01-12', 'Ana Diaz, the Orsk goalkeeper, saved two shots of Mira Holm on Sunday. Orsk Rovers beat Elda United.'),
(4, '2024-02-13', 'Orsk Rovers lost to Elda United. The goalkeeper Ana Diaz let in two goals, both by Mira Holm.'),
-- a family name alone: joined by company, twice; and by nothing, which leaves a row of its own
(5, '2024-03-01', 'Diaz and Olof Berg walked along the new pier of the Lund Harbour Board on Friday.'),
(6, '2024-03-02', 'Diaz caught everything that Mira Holm shot, and Orsk Rovers won.'),
(7, '2024-03-03', 'Nobody in the hall knew who Diaz was, and nobody asked.'),
-- initials and short forms; another of that family name
(8, '2024-01-20', 'Joseph Marlow chairs Kelter Holdings Inc and golf. His sister Ada Marlow runs the Sund Choir with Nils Aas.'),
(9, '2024-01-21', 'Kelter Holdings said that J. Marlow would stay. "Nothing changes," Mr Marlow said.'),
(10, '2024-01-22', 'Joe Marlow of Kelter Holdings Corp resigned on Tuesday.'),
(11, '2024-01-23', 'The Sund Choir and Nils Aas sang for an hour. Mrs Marlow conducted.'),
-- a body and its initials; an accent; a hyphen
(12, '2024-04-01', 'The Kelter Road Board (KRB) has a new head, José Muñoz-Sáenz. "Roads need rest," Muñoz-Sáenz said.'),
(13, '2024-04-02', 'The KRB closed a road on Monday. Jose Munoz Saenz said: "It needs rest."'),
-- roles over time
(14, '2022-05-01', 'Councillor Lena Ortiz said: "I may run for mayor of Lund."'),
(15, '2023-06-01', 'Lena Ortiz, the mayor of Lund, opened a bridge. Councillors were not asked, Ms Ortiz said.'),
(16, '2023-07-01', 'Lena Ortiz, mayor of Lund, closed the bridge again.'),
-- a body of general words is one a country
(17, '2024-05-01', 'The Norwegian Foreign Ministry summoned the envoy, and the Foreign Ministry regretted it.'),
(18, '2024-05-02', 'Chile''s Foreign Ministry said: "We regret it still."'),
-- the family name stands first, and articles use it
(19, '2024-06-01', 'Wen Taoran leads the Sund Observatory. "The sky is clear," Wen said. Wen Taoran has a telescope.'),
(20, '2024-06-02', 'Wen told the Sund Observatory to buy another telescope, Wen said.');
-- a family name that no list has is the only bearer's; a university and a given name are not
INSERT INTO articles(id, day, body) VALUES
(23, '2024-08-01', 'Pia Zelvarino, an engineer, teaches at Lund University. "Wind is free," Ms Zelvarino said.'),
(24, '2024-08-02', 'A hall in Elda was named for Zelvarino. The University gave nothing. Richard Norling sang.'),
(25, '2024-08-03', '"I came late," said Richard, who would not give another name.');
-- a club and a woman of one name, who is called so once
INSERT INTO articles(id, day, body) VALUES
(21, '2024-07-01', 'Chelsea beat Elda United by two goals, and Chelsea are top of the league.'),
(22, '2024-07-02', '"I was asked to sing," said Chelsea, 31, an actress from Lund. She sang.');
SELECT newsroom_refresh('articles');
.mode list
.separator ' | '
SELECT p.person, p.type, p.gender, p.articles, group_concat(DISTINCT e.article)
FROM newsroom_people AS p JOIN newsroom_entities AS e USING (person) GROUP BY p.person ORDER BY min(e.article), p.person;

.print -- what each is called
SELECT person, group_concat(name || ' ' || articles, ', ') FROM (SELECT * FROM newsroom_people_names ORDER BY person, name)
WHERE person IN ('Joseph Marlow', 'Kelter Road Board', 'José Muñoz-Sáenz', 'Ana Diaz (mayor)', 'Wen Taoran') GROUP BY person;

.print -- what is known of them: the latest role, and all, oldest first
SELECT person, gender, gender_basis, role, roles, first_seen, last_seen, articles, quotes FROM newsroom_people
WHERE person IN ('Lena Ortiz', 'Ana Diaz (goalkeeper)');

.print -- one by one, in another order, refreshed after each: the same
CREATE TABLE again(id INTEGER PRIMARY KEY, day TEXT, body TEXT);
SELECT newsroom_index('again', 'body', '{"published": "day", "prefix": "again"}');
CREATE TEMP TABLE turn AS SELECT id, row_number() OVER (ORDER BY id * 7 % 29) AS turn FROM articles;
CREATE VIEW differences AS
SELECT 'people' AS differ, count(*) AS rows FROM (
    SELECT * FROM (SELECT * FROM newsroom_people EXCEPT SELECT * FROM again_people)
    UNION ALL SELECT * FROM (SELECT * FROM again_people EXCEPT SELECT * FROM newsroom_people))
UNION ALL SELECT 'names', count(*) FROM (
    SELECT * FROM (SELECT * FROM newsroom_people_names EXCEPT SELECT * FROM again_people_names)
    UNION ALL SELECT * FROM (SELECT * FROM again_people_names EXCEPT SELECT * FROM newsroom_people_names))
UNION ALL SELECT 'entities', count(*) FROM newsroom_entities AS a JOIN again_entities AS b USING (article, entity_no)
WHERE a.person IS NOT b.person;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 1;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 2;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 3;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 4;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 5;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 6;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 7;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 8;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 9;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 10;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 11;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 12;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 13;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 14;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 15;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 16;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 17;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 18;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 19;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 20;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 21;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 22;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 23;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 24;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
INSERT INTO again SELECT a.* FROM articles AS a JOIN turn USING (id) WHERE turn = 25;
SELECT 0 WHERE newsroom_refresh('again', '{"prefix": "again"}') IS NULL;
SELECT * FROM differences;

.print -- edited and taken out, then put right in one go: the same; what nobody is any more is gone
UPDATE again SET body = replace(body, 'Marlow', 'Norling') WHERE id IN (8, 9);
DELETE FROM again WHERE id IN (3, 4, 12, 21);
SELECT newsroom_refresh('again', '{"prefix": "again"}');
SELECT person, articles FROM again_people WHERE name IN ('Ana Diaz', 'Ada Marlow', 'Chelsea', 'KRB') OR name GLOB '*Norling';
INSERT OR REPLACE INTO again SELECT * FROM articles;
SELECT newsroom_refresh('again', '{"prefix": "again"}');
SELECT * FROM differences;
SELECT name FROM newsroom_entities WHERE type IN ('PERSON', 'ORG') AND person IS NULL;
SELECT count(*) FROM newsroom_names_touched;
DELETE FROM articles;
SELECT newsroom_refresh('articles');
SELECT count(*) FROM newsroom_people UNION ALL SELECT count(*) FROM newsroom_people_names;
PRAGMA foreign_key_check;
