-- Which rows should a person look at first?
-- Plan: newsroom_quotes_unsure
.parameter set :below 0.35
.parameter set :rows 8

SELECT sure, rule, speaker, replace(quote, char(10), ' ') AS quote, outlet, article
FROM newsroom_review
WHERE sure < :below
ORDER BY sure, article, id
LIMIT :rows;
