-- The same words in several outlets: families of quotes, copies of articles, and the views on them.
.load ./newsroom
.nullvalue NULL
CREATE TABLE articles(id INTEGER PRIMARY KEY, outlet TEXT, day TEXT, title TEXT, body TEXT);
SELECT newsroom_index('articles', 'body', '{"published": "day", "outlet": "outlet", "title": "title"}');
INSERT INTO articles VALUES
-- one quote, cut, reworded and with other marks
(1, 'Wire', '2024-03-02', 'Mine', '"We will never re-open the mine at Brack, not in my lifetime and not in yours," said Mara Lindqvist, the mayor. The council meets in May.'),
(2, 'Courier', '2024-03-01', 'Never', 'Mara Lindqvist, the mayor, said: “We will never re-open the mine at Brack…”. Snow fell on the square.'),
(3, 'Post', '2024-03-04', 'The mine', '"We shall never re-open the mine at Brack, not in my lifetime and not in yours!" Ms Lindqvist told reporters. It rained.'),
(4, 'Daily', NULL, 'Mine closed', '"We will never – never! – re-open the mine at Brack, not in my lifetime and not in yours," said Tomas Bell, the mayor''s spokesman.'),
-- the opposite, and another figure
(5, 'Post', '2024-03-05', 'Open', '"We will re-open the mine at Brack, not in my lifetime but in yours," said Jonas Wirth of the union.'),
(6, 'Daily', '2024-03-05', 'Prices', '"Prices in the harbour went up by 14 percent while wages stood still," said Ines Okafor.'),
(7, 'Wire', '2024-04-05', 'Prices', '"Prices in the harbour went up by 9 percent while wages stood still," said Ines Okafor.'),
-- what everybody says, cut from two quotes that are not one: from none of them
(8, 'Wire', '2024-03-06', 'Court', '"The contract was signed in an office far away, and we owe an answer to those who trusted us," said Petra Sand.'),
(9, 'Post', '2024-03-07', 'Hospital', '"Nobody told the nurses that the ward would close, and we owe an answer to those who trusted us," said Karim Osei.'),
(10, 'Daily', '2024-03-08', 'Answer', '"And we owe an answer to those who trusted us," said Lena Vogt.'),
-- said twice in one article only
(11, 'Wire', '2024-03-09', 'Twice', '"I have slept badly ever since that winter on the pier," said Aldo Ferri. He said again: "I have slept badly ever since that winter on the pier."'),
-- thanks are no news
(12, 'Wire', '2024-03-09', 'Thanks', '"Thank you very much," said Ruth Amber.'),
(13, 'Post', '2024-03-09', 'Thanks', '"Thank you very much," said Samuel Okello.'),
-- an article and its copy, cut a little, with another title
(14, 'Wire', '2024-05-02', 'Ferry stops', 'The ferry between Ostmere and the islands will stop in the autumn. The operator said that it had lost passengers for nine years in a row. Nora Hult, the minister of transport, said that she knew of no other way to cross the sound in winter. A bridge was planned once and never built, for want of money and of stone. The last boat leaves on the thirtieth of September at six in the evening.'),
(15, 'Courier', '2024-05-03', 'No more boats', 'The ferry between Ostmere and the islands will stop in the autumn. The operator said that it had lost passengers for nine years in a row. Nora Hult, the minister of transport, said that she knew of no other way to cross the sound in winter. A bridge was planned once and never built, for want of money and of stone.'),
(16, 'Post', '2024-05-03', 'Another ferry', 'The ferry to Lindal will run twice a day from Monday. The operator said that it had bought a second boat from a yard in Varn and painted it white. Passengers had asked for it for nine years, and the town will pay for the pier. Nora Hult, the minister of transport, came to see the boat and did not stay long.');
SELECT newsroom_refresh('articles');
.print -- families
SELECT article, speaker, quote FROM newsroom_quotes WHERE family IS NOT NULL ORDER BY family, article, start;
.print -- a family is called by the smallest key in it
SELECT family = min(quote_key) FROM newsroom_quotes WHERE family IS NOT NULL GROUP BY family;
.print -- shared quotes, and where they stand
SELECT quote, speaker, outlets, articles, originals, versions, speakers, first_outlet, first_day, last_day, first_title, first_article FROM newsroom_shared_quotes ORDER BY articles DESC, quote;
SELECT place, day, outlet, speaker, words, copy, article FROM newsroom_shared_quotes_where WHERE family = (SELECT family FROM newsroom_quotes WHERE article = 1 LIMIT 1) ORDER BY place;
.print -- shared articles
SELECT * FROM newsroom_shared_articles;
SELECT first_article, first_outlet, article, outlet, days, words < first_words FROM newsroom_shared_articles_where;
.print -- words that are no quote, and speakers set right, count in the views
INSERT INTO newsroom_corrections(article, quote, field, value) VALUES (4, 'We will never – never! – re-open the mine at Brack, not in my lifetime and not in yours', 'is_quote', '0'),
    (3, 'We shall never re-open the mine at Brack, not in my lifetime and not in yours!', 'speaker', 'Greta Moll');
SELECT articles, speakers FROM newsroom_shared_quotes WHERE first_article = 2;
.print -- the first goes: another is first; the copy stands alone
DELETE FROM articles WHERE id IN (2, 14);
SELECT newsroom_refresh('articles');
SELECT quote, articles, first_outlet, first_article FROM newsroom_shared_quotes WHERE first_article < 5;
SELECT count(*) FROM newsroom_shared_articles;
.print -- an edited quote leaves its family, and comes back
UPDATE articles SET body = replace(body, 'We shall never', 'The council will hardly ever, under no mayor that I know,') WHERE id = 3;
UPDATE articles SET body = '"I would rather not say," said Tomas Bell, the mayor''s spokesman, in the rain.' WHERE id = 4;
SELECT newsroom_refresh('articles');
SELECT count(*) FROM newsroom_quotes WHERE article IN (1, 4) AND family IS NOT NULL;
UPDATE articles SET body = '"We will never re-open the mine at Brack, not in my lifetime and not in yours," said Tomas Bell.' WHERE id = 4;
SELECT newsroom_refresh('articles');
SELECT article, quote FROM newsroom_quotes WHERE family IS NOT NULL AND article < 5 ORDER BY article;
.print -- nothing is left to settle, and shingles are those of quotes that are there
SELECT count(*) FROM newsroom_unsettled;
SELECT count(*) FROM newsroom_quote_shingles WHERE quote NOT IN (SELECT id FROM newsroom_quotes);
SELECT count(*) FROM newsroom_article_shingles WHERE sketch NOT IN (SELECT id FROM newsroom_article_sketches);
.print -- a family is looked up by an index
EXPLAIN QUERY PLAN SELECT * FROM newsroom_quotes WHERE family = 'x';
