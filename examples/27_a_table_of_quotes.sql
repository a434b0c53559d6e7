-- How do I keep the quotes, so that the next question takes no time?
--
-- Extraction reads every article anew. For a large archive write it down once: an ordinary table with
-- an ordinary index. (Drop TEMP to keep it in the file. It does not follow the articles by itself,
-- and a new release of the extension may answer better: note which one wrote it.)
.read examples/open.sql

CREATE TEMP TABLE quotes AS
SELECT a.id AS article_id, a.published, a.outlet, q.*
FROM articles AS a, extract_quotes(a.body) AS q;

CREATE INDEX temp.quotes_speaker ON quotes(speaker, published);

SELECT count(*) AS rows, count(DISTINCT article_id) AS articles, sum(part = 1) AS utterances
FROM quotes;

SELECT article_id, published, cue, replace(quote, char(10), ' ') AS quote
FROM quotes
WHERE speaker = 'Daniel Cresswell'
ORDER BY published, article_id, start;
