-- The same words in several outlets, as views: quotes that were taken over, word for word, cut or reworded
-- (newsroom_quotes.family), and whole articles (newsroom_articles.duplicate_of). Like sql/views.sql they read
-- the archive's own tables and use no function of the extension.

-- Where does each shared quote stand? One row for each time: place 1 is where the archive has it first, by
-- day; words: 'first', 'the same', or 'other' where it was cut or reworded; copy: 1 where the whole article
-- was taken over with it.
CREATE VIEW newsroom_shared_quotes_where AS
SELECT family, place, day, outlet, person, speaker, quote,
    CASE WHEN place = 1 THEN 'first' WHEN quote_key = first_key THEN 'the same' ELSE 'other' END AS words,
    duplicate_of IS NOT NULL AS copy, context, title, url, article, field, start, id
FROM (SELECT *, row_number() OVER earlier AS place, first_value(quote_key) OVER earlier AS first_key
      FROM newsroom_said
      WHERE family IS NOT NULL
      WINDOW earlier AS (PARTITION BY family ORDER BY day IS NULL, day, article, field DESC, start));

-- Which quotes were taken over, and who had them first? One row a quote: its words and speaker as they stand
-- in the first article; versions: how many wordings there are; originals: articles that are no copies of
-- another; speakers: to how many it is given, by person where that is known. More than one speaker, and
-- somebody has it wrong, or it is what everybody says.
CREATE VIEW newsroom_shared_quotes AS
SELECT w.family, max(CASE WHEN w.place = 1 THEN w.person END) AS person,
    max(CASE WHEN w.place = 1 THEN w.speaker END) AS speaker, max(CASE WHEN w.place = 1 THEN w.quote END) AS quote,
    count(DISTINCT w.outlet) AS outlets, count(DISTINCT w.article) AS articles,
    count(DISTINCT CASE WHEN w.copy = 0 THEN w.article END) AS originals,
    count(DISTINCT q.quote_key) AS versions, count(DISTINCT coalesce(w.person, w.speaker)) AS speakers,
    max(CASE WHEN w.place = 1 THEN w.outlet END) AS first_outlet, min(w.day) AS first_day, max(w.day) AS last_day,
    max(CASE WHEN w.place = 1 THEN w.title END) AS first_title, max(CASE WHEN w.place = 1 THEN w.url END) AS first_url,
    max(CASE WHEN w.place = 1 THEN w.article END) AS first_article
FROM newsroom_shared_quotes_where AS w JOIN newsroom_quotes AS q ON q.id = w.id
GROUP BY w.family
HAVING count(DISTINCT w.article) > 1;

-- Which articles are copies of an earlier one, as those of an agency are? One row a copy; days: how much later.
CREATE VIEW newsroom_shared_articles_where AS
SELECT c.duplicate_of AS first_article, f.outlet AS first_outlet, f.day AS first_day, c.article, c.outlet, c.day,
    CAST(julianday(c.day) - julianday(f.day) AS INTEGER) AS days, c.title, f.title AS first_title, c.words,
    f.words AS first_words, c.url, f.url AS first_url
FROM newsroom_articles AS c JOIN newsroom_articles AS f ON f.article = c.duplicate_of
WHERE c.duplicate_of IS NOT NULL;

-- Which articles were taken over, how often, and by whom?
CREATE VIEW newsroom_shared_articles AS
SELECT first_article, first_outlet, first_day, first_title, count(*) AS copies, count(DISTINCT outlet) AS outlets,
    max(day) AS last_day, first_words, first_url
FROM newsroom_shared_articles_where
GROUP BY first_article;
