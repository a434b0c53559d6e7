-- What is still to come?
--
-- Dates that lie after the day the article came out, with the words around them: a diary of what was announced.
-- Months and longer stretches are left out: day_start and day_end say how exact a date is.
.read examples/open.sql

SELECT d.day_start AS day, a.outlet, a.published, d.expression,
       article_context(a.body, d.start, d.length, 45) AS words
FROM articles AS a, article_dates(a.body, a.published) AS d
WHERE d.day_start > a.published AND d.day_end <= date(d.day_start, '+6 days')
ORDER BY d.day_start, a.id;
