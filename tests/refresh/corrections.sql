-- What a person set right keeps to its words, whatever happens to rows, articles and tables.
CREATE TABLE articles(id INTEGER PRIMARY KEY, title TEXT, body TEXT, published TEXT, outlet TEXT);
INSERT INTO articles VALUES
 (1, 'Lund appeals', '"We will appeal, and soon," said Ana Diaz, the mayor of Lund. "It is not over." Rain fell on Diaz.

"No," said Bo Lund. Later he was asked again.

"No," said Cy Ek.', '2024-03-01', 'Courier'),
 (2, 'Rain', 'A spokesman said the rain – heavy as ever – would stop. "Who knows?" he said.', '2024-03-02', 'Wire');
SELECT newsroom_index('articles', 'body', '{"title": "title"}');
SELECT newsroom_refresh('articles');
CREATE TEMP VIEW now AS
SELECT c.id AS correction, group_concat(q.quote, ' / ') AS words
FROM newsroom_corrections AS c
LEFT JOIN newsroom_correction_targets AS t ON t.correction = c.id
LEFT JOIN newsroom_quotes AS q ON q.id = t.quote
GROUP BY c.id ORDER BY c.id;

.print -- a speaker is corrected for all parts of an utterance, what is no quote for its row alone
INSERT INTO newsroom_corrections(article, quote, field, value, by) VALUES
 (1, 'We will appeal, and soon,', 'speaker', 'Bo Lund', 'desk'),
 (1, 'It is not over.', 'is_quote', 1, 'desk');
.print -- the second of two that have the same words
INSERT INTO newsroom_corrections(article, quote, nth, field, value) VALUES (1, 'No,', 2, 'speaker', 'Dora Berg');
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES
 (2, 'the rain – heavy as ever – would stop', 'act', 'promise'),
 (2, 'Who knows?', 'is_quote', 0);
SELECT * FROM now;
SELECT article, speaker, act, quote, corrected, reviewed FROM newsroom_said ORDER BY article, start;

.print -- typed without the marks around: found at once, but only where no row has exactly these words
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'It is not over', 'kind', 'direct'), (1, '"No."', 'kind', 'direct');
SELECT * FROM now WHERE correction > 5;
DELETE FROM newsroom_corrections WHERE id > 5;
.print -- words typed with other marks than the article's: found by the next refresh, though nothing else is new
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'we will appeal -- and soon', 'role', 'Mayor');
SELECT * FROM now WHERE correction = 6;
SELECT newsroom_refresh('articles');
SELECT * FROM now WHERE correction = 6;
DELETE FROM newsroom_corrections WHERE id = 6;

.print -- analysed by another version: every row is another
UPDATE newsroom_indexes SET version = 'older';
UPDATE newsroom_articles SET version = 'older';
SELECT newsroom_refresh('articles');
SELECT * FROM now;

.print -- edited: something put before it, marks, dashes and casing changed, words cut
UPDATE articles SET body = 'Snow fell first. "Brr," said Eva Falk.' || char(10, 10) || replace(body, ', and soon', '') WHERE id = 1;
UPDATE articles SET body = replace(replace(body, ' – ', '—'), 'the rain', 'The rain') WHERE id = 2;
SELECT newsroom_refresh('articles');
SELECT * FROM now;
SELECT article, speaker, act, quote, corrected, reviewed FROM newsroom_said ORDER BY article, start;

.print -- the table is built anew, as sqlite-utils and Django do it
CREATE TABLE built AS SELECT * FROM articles;
DROP TABLE articles;
CREATE TABLE articles(id INTEGER PRIMARY KEY, title TEXT, body TEXT, published TEXT, outlet TEXT);
INSERT INTO articles SELECT * FROM built;
DROP TABLE built;
SELECT newsroom_refresh('articles');
SELECT * FROM now;

.print -- the words are gone: said so, and found again when they are back
CREATE TEMP TABLE kept AS SELECT * FROM articles WHERE id = 1;
DELETE FROM articles WHERE id = 1;
UPDATE articles SET body = 'Nothing.' WHERE id = 2;
SELECT newsroom_refresh('articles');
SELECT id, article, quote, field, why FROM newsroom_lost_corrections ORDER BY id;
INSERT INTO articles SELECT * FROM kept;
SELECT newsroom_refresh('articles');
SELECT * FROM now;

.print -- the archive is removed and made again: corrections are yours, and stay
SELECT newsroom_unindex('articles');
SELECT count(*) FROM newsroom_corrections;
SELECT newsroom_index('articles', 'body', '{"title": "title"}');
SELECT newsroom_refresh('articles');
SELECT * FROM now;

.print -- changed, replaced, taken back
UPDATE newsroom_corrections SET value = 'Cy Ek' WHERE id = 1;
UPDATE newsroom_corrections SET quote = 'Brr,' WHERE id = 2;
INSERT OR REPLACE INTO newsroom_corrections(id, article, quote, field, value) VALUES (3, 1, 'Brr,', 'gender', 'female');
SELECT * FROM now;
SELECT speaker, role, gender, gender_basis, quote, corrected FROM newsroom_said WHERE article = 1 ORDER BY start;
DELETE FROM newsroom_corrections WHERE id <> 2;
SELECT speaker, quote, corrected, reviewed FROM newsroom_said WHERE article = 1 ORDER BY start;
SELECT count(*) FROM newsroom_correction_targets;

.print -- no speaker at all; one without a name; the later of two counts
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'speaker', NULL);
SELECT speaker, named, speaker_confidence FROM newsroom_said WHERE quote = 'Brr,';
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'speaker', 'a passer-by');
SELECT speaker, named, speaker_confidence FROM newsroom_said WHERE quote = 'Brr,';

.print -- another name of somebody whom the archive knows
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'speaker', 'Diaz');
SELECT person, speaker, role, speaker_type, named FROM newsroom_said WHERE quote = 'Brr,';
SELECT person, quotes, articles FROM newsroom_speakers ORDER BY person;

.print -- what cannot be meant is refused
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'speeker', 'x');
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'is_quote', 'no');
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'act', 'shout');
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'gender', 'f');

.print -- how often each rule was right, of what was looked at
DELETE FROM newsroom_corrections;
INSERT INTO newsroom_corrections(article, quote, field, value) SELECT article, quote, 'is_quote', 1 FROM newsroom_said;
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (1, 'Brr,', 'speaker', 'Ana Diaz');
INSERT INTO newsroom_corrections(article, quote, nth, field, value) VALUES (1, 'No,', 1, 'is_quote', 0);
INSERT INTO newsroom_corrections(article, quote, nth, field, value) VALUES (1, 'No,', 2, 'speaker', 'Cy Ek');
SELECT * FROM newsroom_precision ORDER BY rule, kind;
PRAGMA foreign_key_check;
