-- How is each article sourced, in one row?
--
-- Utterances, how many of them stand in quotation marks, how many voices, how many of those have
-- a name, what nobody is named for, and what was denied.
.read examples/open.sql

SELECT a.id, a.outlet,
       count(q.quote) AS utterances,
       coalesce(sum(q.kind <> 'indirect'), 0) AS in_marks,
       count(DISTINCT q.speaker) AS voices,
       count(DISTINCT CASE WHEN q.named = 1 THEN q.speaker END) AS named,
       count(DISTINCT CASE WHEN q.named = 0 THEN q.speaker END) AS unnamed,
       coalesce(sum(q.speaker IS NULL), 0) AS nobody,
       coalesce(sum(q.act IN ('deny', 'decline')), 0) AS denials
FROM articles AS a LEFT JOIN extract_quotes(a.body) AS q ON q.part = 1
GROUP BY a.id
ORDER BY a.id;
