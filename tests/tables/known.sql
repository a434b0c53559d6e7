-- What the library knows, as tables: its rules, and the words that introduce speech.
.print -- every rule that a quote shows is listed, with an example that is read
SELECT rule, decides, language, meaning FROM newsroom_rules WHERE decides = 'speaker' ORDER BY rowid;
SELECT count(*) FROM newsroom_rules WHERE decides = 'speaker' AND meaning IS NULL;
SELECT decides, language, count(*) > 8, count(example) = count(*), count(DISTINCT rule) = count(*)
FROM newsroom_rules GROUP BY decides, language ORDER BY 1, 2;
SELECT r.rule FROM newsroom_rules AS r
WHERE r.decides = 'speaker' AND NOT EXISTS (SELECT 1 FROM extract_quotes(r.example) AS q WHERE q.rule = r.rule)
  AND r.rule NOT IN ('interrupted', 'continued');
SELECT rule, meaning FROM newsroom_rules WHERE decides = 'mention' ORDER BY rowid;
SELECT r.rule FROM newsroom_rules AS r
WHERE r.decides = 'mention' AND NOT EXISTS (SELECT 1 FROM article_mentions(r.example) AS m WHERE m.rule = r.rule);
SELECT r.rule FROM newsroom_rules AS r
WHERE r.decides = 'date' AND NOT EXISTS (SELECT 1 FROM article_dates(r.example, '2024-04-24', json_object('language', r.language)));
.print -- a verb in all its forms
SELECT form, verb, kind, act, language, inflection, takes_that, takes_object, aloud, ambiguous
FROM newsroom_verbs WHERE verb = 'deny' ORDER BY form;
.print -- phrases, nouns, other languages
SELECT form, kind, act, language, inflection FROM newsroom_verbs
WHERE form IN ('according to', 'allegation', 'dijo', 'affirma', 'told', 'point out', 'reza') ORDER BY form;
SELECT kind, language, count(*) > 30 FROM newsroom_verbs GROUP BY 1, 2 ORDER BY 1, 2;
SELECT count(*) FROM newsroom_verbs WHERE form <> lower(form) OR verb IS NULL OR act IS NULL;
.print -- the verb that a quote names is one of them
SELECT v.act, v.takes_addressee FROM extract_quotes('Ms Diaz told reporters: "No."') AS q, newsroom_verbs AS v
WHERE v.form = q.cue;
.print -- in views, for which the schema need not be trusted; not written
PRAGMA trusted_schema = OFF;
CREATE VIEW denying AS SELECT form FROM newsroom_verbs WHERE act = 'deny' AND language = 'fr' AND inflection = 'base';
SELECT count(*) > 1 FROM denying;
INSERT INTO newsroom_verbs(form) VALUES ('opine');
CREATE VIRTUAL TABLE mine USING newsroom_rules;
