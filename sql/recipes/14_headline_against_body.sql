-- Does the body bear out what the headline quotes?
--
-- in_body is NULL where nobody says these words there. That may be the reporter's summary; or not.
-- Plan: newsroom_quotes_titles
SELECT outlet, title_speaker, title_quote, body_speaker, replace(in_body, char(10), ' ') AS in_body
FROM newsroom_headlines
ORDER BY article, id;
