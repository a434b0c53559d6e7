-- Who was named for the first time in the seven days up to this one?
--
-- The view newsroom_new_names takes the archive's newest day.
-- Plan: newsroom_people_first_seen
.parameter set :day "'2025-05-20'"

SELECT first_seen, person, type, role, articles, quotes
FROM newsroom_people
WHERE first_seen > date(:day, '-7 days') AND first_seen <= :day
ORDER BY first_seen, person;
