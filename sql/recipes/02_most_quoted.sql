-- Who is quoted most, by outlet and month?
--
-- place 1 may be shared. A count over everything reads everything.
-- Plan: all quotes
.parameter set :places 1

SELECT outlet, month, person, quotes, articles
FROM newsroom_most_quoted
WHERE place <= :places
ORDER BY outlet, month, person;
