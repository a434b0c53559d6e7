-- The user's own people, bodies and verbs: read at each refresh, which analyses anew what they touch and
-- nothing else.
CREATE TABLE articles("the key" TEXT PRIMARY KEY, headline TEXT, "the body" TEXT);
INSERT INTO articles VALUES
 ('rain', 'Rain', 'MOI opined that the rain would stop. The mayor wept.'),
 ('oak', 'An oak', 'A spokesman for Mighty Oak Inc said that it was growing.'),
 ('sun', 'Sun', 'Nothing is here. "Warm," said Édouard Öst.'),
 ('moi', 'All eyes on MOI', 'Nothing is here either.');
SELECT newsroom_index('articles', 'the body', '{"title": "headline"}');
SELECT newsroom_refresh('articles');
SELECT article, speaker, verb, act, quote FROM newsroom_quotes ORDER BY article, start;

.print -- a body of two names: the three articles that hold one of them
INSERT INTO newsroom_lexicon(kind, form, name, type, country) VALUES
 ('name', 'MOI', 'Mighty Oak Inc', 'org', 'se'), ('name', 'Mighty Oak Inc', NULL, 'ORG', 'SE');
SELECT newsroom_refresh('articles');
SELECT article, name, type, country FROM newsroom_entities WHERE name LIKE 'Mighty%' ORDER BY article;
SELECT newsroom_refresh('articles');

.print -- a cue, in all its forms; then what it makes of the words
INSERT INTO newsroom_lexicon(kind, form, act) VALUES ('cue', 'opine', 'think');
SELECT newsroom_refresh('articles');
SELECT article, speaker, verb, act, quote FROM newsroom_quotes WHERE article = 'rain';
UPDATE newsroom_lexicon SET act = 'feel' WHERE kind = 'cue';
SELECT newsroom_refresh('articles');
SELECT article, speaker, verb, act, quote FROM newsroom_quotes WHERE article = 'rain';

.print -- a check knows the lexicon too
SELECT * FROM newsroom_check('articles');
UPDATE newsroom_lexicon SET act = 'say' WHERE kind = 'cue';
SELECT * FROM newsroom_check('articles');
UPDATE newsroom_lexicon SET act = 'feel' WHERE kind = 'cue';

.print -- an irregular verb, by its five forms
INSERT INTO articles VALUES ('song', 'A song', '"Never again," sang Ana Diaz.');
SELECT newsroom_refresh('articles');
INSERT INTO newsroom_lexicon(id, kind, form, act) VALUES (50, 'cue', 'sing|sings|sang|sung|singing', 'feel');
SELECT newsroom_refresh('articles');
SELECT speaker, verb, act FROM newsroom_quotes WHERE article = 'song';
UPDATE newsroom_lexicon SET form = 'sing|sang' WHERE id = 50;
SELECT newsroom_refresh('articles');
DELETE FROM newsroom_lexicon WHERE id = 50;
DELETE FROM articles WHERE "the key" = 'song';
SELECT newsroom_refresh('articles');

.print -- letters that are not ASCII
INSERT INTO newsroom_lexicon(kind, form, gender, role) VALUES ('name', 'Édouard Öst', 'male', 'weatherman');
SELECT newsroom_refresh('articles');
SELECT article, speaker, gender, role FROM newsroom_quotes WHERE article = 'sun';

.print -- touching nothing; characters that patterns know
INSERT INTO newsroom_lexicon(kind, form) VALUES ('name', '100%_\ "O''Neil"');
SELECT newsroom_refresh('articles');

.print -- taken out again
DELETE FROM newsroom_lexicon WHERE form <> 'opine';
SELECT newsroom_refresh('articles');
SELECT count(*) FROM newsroom_entities WHERE name LIKE 'Mighty Oak Inc' AND country = 'SE';
SELECT count(*) FROM newsroom_lexicon_used;

.print -- rows that cannot be meant: named, with the remedy; nothing is changed until they are right
INSERT INTO newsroom_lexicon(id, kind, form, type) VALUES (70, 'name', 'Robo Corp', 'ROBOT');
SELECT newsroom_refresh('articles');
SELECT * FROM newsroom_refresh('articles');
UPDATE newsroom_lexicon SET type = 'ORG', country = 'Sweden' WHERE id = 70;
SELECT newsroom_refresh('articles');
UPDATE newsroom_lexicon SET country = NULL, gender = 'f' WHERE id = 70;
SELECT newsroom_refresh('articles');
UPDATE newsroom_lexicon SET gender = NULL, form = ' ' WHERE id = 70;
SELECT newsroom_refresh('articles');
UPDATE newsroom_lexicon SET form = 'robot', kind = 'cue', act = 'shout' WHERE id = 70;
SELECT newsroom_refresh('articles');
INSERT INTO newsroom_lexicon(kind, form) VALUES ('verb', 'opine');
SELECT count(*) FROM newsroom_lexicon_used;
DELETE FROM newsroom_lexicon WHERE id = 70;
SELECT newsroom_refresh('articles');
