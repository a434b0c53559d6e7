-- What happened when, in the articles that name this person, body, place or thing?
--
-- Every day that they speak of, whoever spoke of it; said_by is in whose words it stands.
-- Plan: newsroom_entities_name
.parameter set :name "'Margaret Oyelaran'"
.parameter set :from "'2025-04-01'"
.parameter set :until "'2025-07-31'"

SELECT t.day_start, t.day_end, t.expression, t.said_by, t.written, t.outlet, t.title
FROM newsroom_entities AS e CROSS JOIN newsroom_timeline AS t ON t.article = e.article
WHERE e.name = :name AND t.type IN ('DATE', 'TIME') AND t.day_start BETWEEN :from AND :until
ORDER BY t.day_start, t.day_end, t.written, t.article, t.start;
