-- How well article_tokens() cuts and tags the running text that a treebank was made from. For tools/eval.sh:
-- gold(document, n, form, lemma, tag) in order, gum.articles(name, body).
--
-- Both sides are laid side by side by counting what is no white space: a token is right when it begins and
-- ends where one of the treebank's does. Tags and lemmas are counted over all of the treebank's tokens, so
-- that a token cut wrongly is a wrong tag too.
CREATE TEMP TABLE wanted AS
SELECT document, form, lemma, tag, length(replace(form, ' ', '')) AS size,
       sum(length(replace(form, ' ', ''))) OVER (PARTITION BY document ORDER BY n) AS until
FROM gold;

CREATE TEMP TABLE texts AS
SELECT name, replace(replace(replace(body, char(13), ' '), char(10), ' '), char(9), ' ') AS body
FROM gum.articles
WHERE name IN (SELECT document FROM gold);

-- What stands between a token and the one before it: mostly white space, sometimes a bullet.
CREATE TEMP TABLE cut AS
SELECT name AS document, tag, lemma, length(replace(token, ' ', '')) AS size,
       length(replace(replace(substr(body, behind, start - behind), ' ', ''), char(160), '')) AS gap,
       token_no
FROM (SELECT x.name, x.body, t.token, t.tag, t.lemma, t.token_no, t.start,
             coalesce(lag(t.start + t.length) OVER (PARTITION BY x.name ORDER BY t.token_no), 1) AS behind
      FROM texts AS x, article_tokens(x.body) AS t);

CREATE TEMP TABLE given AS
SELECT document, tag, lemma, size,
       sum(size + gap) OVER (PARTITION BY document ORDER BY token_no) AS until
FROM cut;
CREATE INDEX temp.given_at ON given(document, until, size);

WITH met AS (
    SELECT g.tag = w.tag AS tag, g.lemma = w.lemma AS lemma
    FROM wanted AS w JOIN given AS g USING (document, until, size)
), counts AS (
    SELECT 100.0 * count(*) AS met, 100.0 * sum(tag) AS tags, 100.0 * sum(lemma) AS lemmas,
           (SELECT count(*) FROM given) AS given, (SELECT count(*) FROM wanted) AS wanted
    FROM met
)
SELECT json_object('tokens', json_array(round(met / given, 2), round(met / wanted, 2),
                                        round(2 * met / (given + wanted), 2)),
                   'tags', round(tags / wanted, 2), 'lemmas', round(lemmas / wanted, 2))
FROM counts;
