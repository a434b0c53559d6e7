-- My table holds whole web pages, markup and all. How do I ask who said what?
--
-- article_plain(html) is the text of a page as an article: paragraphs, captions, lists and headings kept apart,
-- scripts, styles and menus left out. What has no markup comes back as it is, so mixed tables are no trouble.
-- Keep the text where you need it often: offsets are those of the text, not of the page.
.read examples/open.sql

CREATE TEMP TABLE pages(url, html);
INSERT INTO pages VALUES
    ('https://ledger.example/ferry', '<!DOCTYPE html><html><head><title>Ledger</title><style>p{}</style></head><body>
<nav><ul><li>News<li>Sport</ul></nav>
<article><h1>Ferry to stop at Carrow again</h1>
<figure><img src="ferry.jpg"><figcaption>The ferry in March. Photo: Ines Duarte/Ledger</figcaption></figure>
<p>The ferry will stop at Carrow again from Monday, the harbour board said.
<p>&ldquo;People asked for it every week,&rdquo; said <b>Hanna Lindqvist</b>, the board&rsquo;s chair.
<h2>&ldquo;Every week&rdquo;</h2>
<p>Two things change:<ul><li>The first boat leaves at six.<li>Dogs travel free.</ul>
</article><script>track("said \"nobody\"")</script><footer>&copy; Ledger</footer></body></html>'),
    ('https://wire.example/pier', 'The pier is shut, the council said. "Nobody is hurt," said Tom Hale.');

CREATE TEMP TABLE stories AS
SELECT url, article_plain(html) AS body FROM pages;

SELECT b.block, b.passage
FROM stories AS s, article_blocks(s.body) AS b
WHERE s.url LIKE '%/ferry';

SELECT s.url, q.speaker, q.kind, q.quote
FROM stories AS s, extract_quotes(s.body) AS q;
