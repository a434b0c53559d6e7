-- What do two outlets quote differently: cut, reworded, or from somebody else's mouth?
-- Plan: newsroom_quotes_family
WITH found AS MATERIALIZED (SELECT * FROM newsroom_quoted_differently)
SELECT outlet, speaker, replace(quote, char(10), ' ') AS quote,
       other_outlet, other_speaker, replace(other_quote, char(10), ' ') AS other_quote
FROM found
ORDER BY article, other_article, id, other_id;
