-- What has this person said?
--
-- :person is a name as newsroom_people has it; other names that somebody goes by are in
-- newsroom_people_names. utterance is the whole of what was said at once.
-- Plan: newsroom_entities_person
.parameter set :person "'Priya Ramanathan'"

SELECT day, outlet, kind, act, replace(utterance, char(10), ' ') AS utterance
FROM newsroom_said
WHERE person = :person AND part = 1
ORDER BY day, article, start;
