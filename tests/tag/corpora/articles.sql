-- Articles of our own as a database such as the trainer reads: what the library makes of them stands for what
-- people would have marked. ASCII only, so that characters are bytes.
CREATE TABLE articles(id INTEGER PRIMARY KEY, split TEXT, body TEXT);
INSERT INTO articles VALUES
(1, 'train', 'Ferry Board Votes to Close Old Pier

LUND - The harbour board voted on Tuesday to close the old pier, and its chairwoman, Ana Keller, said that passengers would be moved across the river.

"Nobody likes it, but the piles are rotten," she told reporters. "It isn''t safe."

According to the board, repairs would have cost 12.4 million euros. Tom Brandt, a shopkeeper, called the plan "a farewell without flowers" and asked for a hearing in May.'),
(2, 'train', 'The mayor of Lund, Per Holm, denied that he had known of the report. "I read it in the paper," Holm said.

A spokeswoman for Kelter Inc. said the company can''t comment. Analysts at the Bank of Vigo expect that prices will rise, she added.'),
(3, 'train', 'Rain fell for a third day in the hills above Vigo.

Officials warned that the river could rise by two metres. "We have been here before," said Grace Okoro, who runs a bakery near the bridge. Her neighbours carried sacks of sand.'),
(4, 'testa', 'The museum said on Friday that three paintings had been stolen from its cellar.

"They knew what they were looking for," said Ida Strand, the curator. Police told reporters that the thieves came by boat.');
CREATE TABLE mentions AS SELECT a.id AS article_id, m.start - 1 AS start, m.start - 1 + m.length AS end,
  CASE m.type WHEN 'PERSON' THEN 'PER' WHEN 'ORG' THEN 'ORG' WHEN 'GPE' THEN 'LOC' ELSE 'MISC' END AS entity_type
  FROM articles AS a, article_mentions(a.body) AS m;
CREATE TABLE attributions AS SELECT a.id AS article_id, 'content' AS part, q.start - 1 AS start, q.start - 1 + q.length AS end
  FROM articles AS a, extract_quotes(a.body) AS q;
INSERT INTO attributions SELECT a.id, 'cue', q.cue_start - 1, q.cue_start - 1 + q.cue_length
  FROM articles AS a, extract_quotes(a.body) AS q WHERE q.cue_start > 0;
INSERT INTO attributions SELECT a.id, 'source', q.mention_start - 1, q.mention_start - 1 + q.mention_length
  FROM articles AS a, extract_quotes(a.body) AS q WHERE q.mention_start > 0;
SELECT count(*) > 20 FROM attributions;
