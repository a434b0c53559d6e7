-- Who is in the pictures?
--
-- Names in captions only, with the language of each caption: the same picture may carry two.
-- A name in a caption shows that somebody was there, not that they were spoken to.
.read examples/open.sql

SELECT a.id, b.block_no, b.language, m.name, m.type, m.mention
FROM articles AS a, article_blocks(a.body) AS b, article_mentions(a.body) AS m
WHERE b.block = 'caption' AND m.block_no = b.block_no AND m.kind = 'name'
ORDER BY a.id, m.start;
