-- What kind of unnamed sources does an outlet use?
--
-- Plan: newsroom_articles_outlet newsroom_quotes_article
.parameter set :outlet "'Meridian Wire'"

SELECT speaker_head AS head, count(*) AS quotes, count(DISTINCT article) AS articles, min(speaker) AS example
FROM newsroom_said
WHERE outlet = :outlet AND named = 0 AND part = 1 AND field = 'body' AND speaker_head IS NOT NULL
GROUP BY speaker_head
ORDER BY quotes DESC, head;
