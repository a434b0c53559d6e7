-- EQ on rowid and on the numbers that tables share.
.nullvalue NULL
CREATE TABLE d(body);
INSERT INTO d VALUES ('Court hears case

"We will appeal," said Ana Diaz. Bo Lund was there.

"It is not over," said Bo Lund. "Not at all."');
.print -- a row by its own number, as rowid or by name
SELECT t.token, t.rowid = t.token_no FROM d, article_tokens(d.body) AS t WHERE t.rowid = 5;
SELECT t.token FROM d, article_tokens(d.body) AS t WHERE t.token_no = 5;
SELECT s.sentence FROM d, article_sentences(d.body) AS s WHERE s.sentence_no = 2;
SELECT b.passage FROM d, article_blocks(d.body) AS b WHERE b.block_no = 1;
.print -- numbers that are none: before, behind, between, no number
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 0;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = -1;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 100000;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 9223372036854775807;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 1.5;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 1e300;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = NULL;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 'one';
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = x'31';
.print -- numbers written otherwise, which compare equal
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = 1.0;
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.token_no = '1';
SELECT count(*) FROM d, article_tokens(d.body) AS t WHERE t.rowid = ' 1.0 ';
.print -- a list of numbers
SELECT group_concat(t.token, ' ') FROM d, article_tokens(d.body) AS t WHERE t.token_no IN (3, 1, 2, 2);
.print -- many rows of one number, in their order
SELECT group_concat(t.token, ' ') FROM d, article_tokens(d.body) AS t WHERE t.sentence_no = 3;
SELECT s.sentence FROM d, article_sentences(d.body) AS s WHERE s.block_no = 2;
SELECT count(*) FROM d, article_sentences(d.body) AS s WHERE s.block_no = 99;
SELECT group_concat(t.token, ' ') FROM d, article_tokens(d.body) AS t WHERE t.sentence_no = 1 AND t.token_no = 2;
.print -- for every numbered column, a join by number gives what a scan gives
SELECT 'tokens.sentence_no', count(*) = (SELECT count(*) FROM d, article_tokens(d.body))
FROM d, article_sentences(d.body) AS s JOIN article_tokens(d.body) AS t ON t.sentence_no = s.sentence_no;
SELECT 'sentences.block_no', count(*) = (SELECT count(*) FROM d, article_sentences(d.body))
FROM d, article_blocks(d.body) AS b JOIN article_sentences(d.body) AS s ON s.block_no = b.block_no;
SELECT 'quotes.quote_no', count(*) = (SELECT sum(parts) FROM d, extract_quotes(d.body))
FROM d, extract_quotes(d.body) AS a JOIN extract_quotes(d.body) AS b ON a.quote_no = b.quote_no;
SELECT 'quotes.block_no', count(*) = (SELECT count(*) FROM d, extract_quotes(d.body))
FROM d, article_blocks(d.body) AS b JOIN extract_quotes(d.body) AS q ON q.block_no = b.block_no;
SELECT 'quotes.sentence_no', count(*) = (SELECT count(*) FROM d, extract_quotes(d.body))
FROM d, article_sentences(d.body) AS s JOIN extract_quotes(d.body) AS q ON q.sentence_no = s.sentence_no;
SELECT 'quotes.entity_no', count(*) = (SELECT count(*) FROM d, extract_quotes(d.body) WHERE entity_no IS NOT NULL)
FROM d, article_entities(d.body) AS e JOIN extract_quotes(d.body) AS q ON q.entity_no = e.entity_no;
SELECT 'mentions.entity_no', count(*) = (SELECT count(*) FROM d, article_mentions(d.body) WHERE entity_no IS NOT NULL)
FROM d, article_entities(d.body) AS e JOIN article_mentions(d.body) AS m ON m.entity_no = e.entity_no;
SELECT 'mentions.sentence_no', count(*) = (SELECT count(*) FROM d, article_mentions(d.body))
FROM d, article_sentences(d.body) AS s JOIN article_mentions(d.body) AS m ON m.sentence_no = s.sentence_no;
SELECT 'mentions.block_no', count(*) = (SELECT count(*) FROM d, article_mentions(d.body))
FROM d, article_blocks(d.body) AS b JOIN article_mentions(d.body) AS m ON m.block_no = b.block_no;
SELECT 'marks.quote_no', count(*) = (SELECT count(*) FROM d, article_marks(d.body) WHERE quote_no IS NOT NULL)
FROM d, (SELECT DISTINCT quote_no FROM d, extract_quotes(d.body)) AS q JOIN article_marks(d.body) AS m ON m.quote_no = q.quote_no;
