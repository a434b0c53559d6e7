-- What on the page is in another language than the article?
--
-- Captions and credits that came with the picture, mostly. article_language() guesses the language of
-- the whole; the last query finds articles filed under a wrong one.
.read examples/open.sql

SELECT a.id, a.language AS article, b.language AS block_is, b.block, substr(b.passage, 1, 80) AS passage
FROM articles AS a, article_blocks(a.body) AS b
WHERE b.language <> a.language
ORDER BY a.id, b.start;

SELECT a.id, a.language AS filed_under, article_language(a.body) AS reads_like
FROM articles AS a
WHERE article_language(a.body) <> a.language
   OR a.id = 9;
