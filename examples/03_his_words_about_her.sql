-- What has one person said about another, everywhere?
--
-- article_mentions() says inside which quote a name, a noun or a pronoun stands (quote_no), so the
-- words of Gareth Pym about Margaret Oyelaran, and hers about him, are one join away. Both tables
-- analyse the article once between them.
.read examples/open.sql

SELECT DISTINCT a.id, a.published, q.speaker, m.name AS about, m.mention, q.kind,
       replace(q.quote, char(10), ' ') AS quote
FROM articles AS a, extract_quotes(a.body) AS q, article_mentions(a.body) AS m
WHERE m.quote_no = q.quote_no
  AND m.start BETWEEN q.start AND q.start + q.length
  AND ((q.speaker = 'Gareth Pym' AND m.name = 'Margaret Oyelaran')
    OR (q.speaker = 'Margaret Oyelaran' AND m.name = 'Gareth Pym'))
ORDER BY a.id, q.start, m.start;
