-- What was denied, and what would somebody not say, since a day?
-- Plan: newsroom_quotes_denials
.parameter set :since "'2025-06-01'"

SELECT day, outlet, speaker, act, cue, replace(utterance, char(10), ' ') AS words
FROM newsroom_denials
WHERE day >= :since
ORDER BY day, article, id;
