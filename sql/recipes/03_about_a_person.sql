-- Who speaks about this person, and in what words?
--
-- Names and nouns that stand for the person ("the mayor") count, pronouns do not.
-- Plan: newsroom_entities_person
.parameter set :person "'Margaret Oyelaran'"

WITH about AS MATERIALIZED (SELECT * FROM newsroom_about WHERE about_person = :person)
SELECT day, outlet, coalesce(person, speaker) AS speaker, mention, act, replace(quote, char(10), ' ') AS quote
FROM about
ORDER BY day, article, id;
