-- How many women and how many men does each outlet quote?
--
-- Beware. gender is what the article shows (gender_basis: a pronoun, a title such as Mrs or chairwoman)
-- and only failing that what a list of given names suggests. It is never what a person said of
-- themselves. Report those that are unknown too, and look at the names before you publish a share.
.read examples/open.sql

SELECT a.outlet,
       count(DISTINCT CASE WHEN q.gender = 'female' THEN q.speaker END) AS women,
       count(DISTINCT CASE WHEN q.gender = 'male' THEN q.speaker END) AS men,
       count(DISTINCT CASE WHEN q.gender NOT IN ('female', 'male') THEN q.speaker END) AS unknown,
       count(CASE WHEN q.gender = 'female' THEN 1 END) AS quotes_of_women,
       count(CASE WHEN q.gender = 'male' THEN 1 END) AS quotes_of_men,
       count(CASE WHEN q.gender_basis = 'name' THEN 1 END) AS by_given_name_only
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 1 AND q.speaker_type = 'PERSON'
GROUP BY a.outlet
ORDER BY a.outlet;

SELECT q.gender, q.gender_basis, group_concat(DISTINCT q.speaker) AS speakers
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND q.named = 1 AND q.speaker_type = 'PERSON'
GROUP BY q.gender, q.gender_basis
ORDER BY q.gender, q.gender_basis;
