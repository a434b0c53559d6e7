-- What has this person said on a topic, and when?
--
-- :topic is asked of the full text: words*, "two words", strike OR rota, NEAR(night shift, 5).
-- Plan: newsroom_quotes_text
.parameter set :person "'Daniel Cresswell'"
.parameter set :topic "'sleep OR night* OR rest OR check'"

WITH found AS MATERIALIZED (
    SELECT s.*
    FROM newsroom_quotes_text AS t CROSS JOIN newsroom_said AS s ON s.id = t.rowid
    WHERE newsroom_quotes_text MATCH :topic AND s.person = :person
)
SELECT day, outlet, act, replace(utterance, char(10), ' ') AS words
FROM found
ORDER BY day, article, start;
