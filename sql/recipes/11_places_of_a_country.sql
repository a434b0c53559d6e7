-- Which places of this country are in the news? (ISO 3166-1, two letters)
-- Plan: newsroom_entities_country
.parameter set :country "'ES'"

SELECT name, type, articles, mentions, outlets, first_day, last_day
FROM newsroom_places
WHERE country = :country
ORDER BY articles DESC, mentions DESC, name;
