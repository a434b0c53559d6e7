-- article_context(): a passage in its surroundings, on one line.
.nullvalue NULL
CREATE TABLE d(body);
INSERT INTO d VALUES ('The mayor was calm.

"We will appeal," said Ana Diaz on Monday.   She was sure that nothing more would come of it, whatever the papers said, and that this was the end.');
SELECT article_context(body, 23, 15) FROM d;
SELECT article_context(body, 23, 15, 12) FROM d;
SELECT article_context(body, 23, 15, 0) FROM d;
SELECT article_context(body, 1, 3) FROM d;
SELECT article_context(body, length(body) - 3, 4, 10) FROM d;
SELECT article_context(body, length(body) - 3, 400, 10) FROM d;
.print -- the passage may hold a line break
SELECT article_context(body, 15, 16, 10) FROM d;
.print -- characters, not bytes; white space of other kinds
SELECT article_context('Größe “Süd” ' || char(160, 8195, 10) || ' zählt', 8, 3, 6);
SELECT article_context('日本語のニュース', 4, 1, 2);
.print -- one long word is cut where it must be
SELECT article_context('abcdefghij', 5, 1, 2);
SELECT article_context('xx abcdefghij yy', 8, 1, 4);
.print -- no such passage
SELECT article_context('abc', 4, 1), article_context('abc', 0, 1), article_context('abc', -1, 1), article_context('', 1, 0);
SELECT article_context('abc', 1, -1), article_context(NULL, 1, 1), article_context('abc', NULL, 1), article_context('abc', 1, NULL), article_context('abc', 1, 1, NULL);
SELECT article_context('abc', 9223372036854775807, 9223372036854775807), article_context('abc', 2, 9223372036854775807);
SELECT article_context('abc', -9223372036854775808, 1);
SELECT article_context('abc', 1, 1, -1);
.print -- up to U+0000
SELECT article_context('one two' || char(0) || 'three', 5, 99);
SELECT article_context('one two' || char(0) || 'three', 9, 2);
.print -- bytes that are not UTF-8 pass as they are
SELECT hex(article_context(CAST(x'41C328FF20E282' AS TEXT), 2, 1));
.print -- the use that it is for
SELECT article_context(d.body, q.start, q.length, 20) FROM d, extract_quotes(d.body) AS q;
