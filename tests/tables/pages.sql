-- article_html(), article_ansi() and article_plain(): what they take, and what they never let through.
.nullvalue NULL
.headers off
CREATE TABLE d(body);
INSERT INTO d VALUES ('"We will appeal," said Ana Diaz, the mayor of Lund.');
.print -- the marks on the article
SELECT substr(h, instr(h, '<article'), instr(h, '</main>') - instr(h, '<article')) FROM (SELECT article_html(body) AS h FROM d);
SELECT replace(article_ansi(body), char(27), '^') FROM d;
.print -- numbers, NULL, nothing, BLOBs
SELECT article_html(NULL), article_ansi(NULL), article_plain(NULL);
SELECT article_html(42) LIKE '%<p%>42</p>%', article_ansi(42), article_plain(42);
SELECT article_html('') LIKE '%<article>' || char(10) || '</article>%', article_ansi('') = '', article_plain('') = '';
SELECT article_html(x'41');
SELECT article_ansi(x'41');
SELECT article_plain(x'41');
SELECT article_html('a', NULL, '{"titel": 1}');
SELECT article_plain('a', 'b');
.print -- the day and the title
SELECT substr(h, instr(h, '<title'), instr(h, '</title') - instr(h, '<title')), substr(h, instr(h, '<article'), instr(h, '</article>') - instr(h, '<article'))
FROM (SELECT article_html('The mayor was calm.', '2024-05-06 <b>', '{"title": "Mayor & <council>"}') AS h);
SELECT replace(article_ansi('The mayor was calm.', '2024-05-06', '{"title": "Mayor " }'), char(27), '^');
.print -- no markup of the article's is markup of the page's
CREATE TABLE hostile(body);
INSERT INTO hostile VALUES
  ('"<script>alert(1)</script>," said the <b onclick="x">Ana Diaz</b>, ''the'' mayor & "council".'),
  ('</title></style></q></article><img src=x onerror=alert(1)>'),
  ('"No," said Ana "<i>" Diaz. "--><!-- ]]>" said Bo Lund.');
SELECT substr(h, instr(h, '<article'), instr(h, '</article>') - instr(h, '<article')) FROM (SELECT article_html(body, body, json_object('title', body)) AS h FROM hostile);
.print -- no order of the article's reaches the terminal
SELECT replace(article_ansi('Red ' || char(27) || '[31malert' || char(7, 8, 155) || '0m ' || char(127) || 'x.'), char(27), '^');
.print -- bytes that are not UTF-8 are shown as U+FFFD
SELECT hex(substr(h, instr(h, '<p dir="auto">') + 14, 3)) FROM (SELECT article_html(CAST(x'41FF42' AS TEXT)) AS h);
.print -- up to U+0000
SELECT article_plain('<p>one' || char(0) || '<p>two'), article_ansi('one' || char(0) || 'two');
.print -- bullets, numbers and languages stay
SELECT substr(h, instr(h, '<article'), instr(h, '</article>') - instr(h, '<article'))
FROM (SELECT article_html('The board of the harbour voted on these points:

- the ferry is to stay
- the pier is to go

La alcaldesa de la ciudad dijo que los vecinos no lo van a pagar.') AS h);
SELECT article_ansi('The board of the harbour voted on two points on Monday. They are these.

- The ferry is to stay where it is, whatever the board of the harbour says of it in its next report.
- The pier goes.');
.print -- a page is an article
SELECT q.speaker, q.quote, b.block FROM (SELECT article_plain('<html><nav>Home</nav><h1>Court hears case</h1><p>&ldquo;We will appeal,&rdquo; said Ana Diaz.</p><script>"No," said Bo Lund.</script>') AS body) AS a, extract_quotes(a.body) AS q JOIN article_blocks(a.body) AS b USING (block_no);
.print -- and back
SELECT instr(article_plain(article_html(body)), body) > 0 FROM d;
