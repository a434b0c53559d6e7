-- Who speaks to whom?
--
-- addressee is whom the words were said to ("told supporters", "told the jury"). Words given to a
-- news outlet ("told the BBC") are in via instead.
.read examples/open.sql

SELECT q.speaker, q.cue, coalesce(q.addressee, '') AS addressee, coalesce(q.via, '') AS via,
       count(*) AS quotes, group_concat(DISTINCT a.id) AS articles
FROM articles AS a, extract_quotes(a.body) AS q
WHERE q.part = 1 AND (q.addressee IS NOT NULL OR q.via IS NOT NULL)
GROUP BY q.speaker, q.cue, q.addressee, q.via
ORDER BY q.speaker, q.addressee, q.via;
