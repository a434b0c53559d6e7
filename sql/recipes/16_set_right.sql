-- How do I set a row right, and how often is each rule right?
--
-- A correction is anchored on the words, not on a number: so it lasts when the article is analysed again.
-- Of the row that you look at, copy article and quote. (Taken back at the end: this is an example.)
-- Plan: none
BEGIN;

INSERT INTO newsroom_corrections(article, quote, field, value, by) -- not Cresswell's words
SELECT article, quote, 'speaker', 'Priya Ramanathan', 'desk' FROM newsroom_said WHERE quote LIKE 'I wondered which%';
INSERT INTO newsroom_corrections(article, quote, field, value, by) -- no quote
SELECT article, quote, 'is_quote', 0, 'desk' FROM newsroom_said WHERE quote LIKE 'She listens late%';
INSERT INTO newsroom_corrections(article, quote, field, value, by) -- right as they stand
SELECT article, quote, 'is_quote', 1, 'desk' FROM newsroom_said WHERE article = 1 AND kind = 'direct' AND field = 'body';

SELECT person, quote, corrected, reviewed FROM newsroom_said WHERE quote LIKE 'I wondered which%' OR quote LIKE 'She listens late%';
SELECT rule, kind, reviewed, right_quotes, right_speakers, speaker_precision FROM newsroom_precision ORDER BY rule, kind;

ROLLBACK;
