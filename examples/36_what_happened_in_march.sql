-- What do all articles say of the second half of March 2025, whenever they came out?
--
-- A date is a range of days, so "17 March", "last Monday" and "a week ago" are asked for alike: those that begin
-- and end in it.
.read examples/open.sql

SELECT d.day_start, d.day_end, a.published, d.expression, d.value,
       article_context(a.body, d.start, d.length, 45) AS words
FROM articles AS a, article_dates(a.body, a.published) AS d
WHERE d.day_start >= '2025-03-16' AND d.day_end <= '2025-03-31'
ORDER BY d.day_start, a.id, d.start;
