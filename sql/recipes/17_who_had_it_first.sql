-- Which quotes did outlets take from each other, and who had them first?
--
-- versions counts the wordings: cut, reworded. Copies of whole articles are left out: originals counts the
-- others.
-- Plan: newsroom_quotes_family
SELECT first_day, first_outlet, speaker, replace(quote, char(10), ' ') AS quote, outlets, articles, originals, versions
FROM newsroom_shared_quotes
WHERE originals > 1
ORDER BY articles DESC, first_day, quote;
