-- Tokens with names, as in the token files of names.
SELECT iif(t.sentence_no <> lag(t.sentence_no) OVER (PARTITION BY a.id ORDER BY t.token_no), char(10), '')
       || t.token || char(9) || iif(t.tag = 'PROPN', 'B-person', 'O')
FROM articles AS a, article_tokens(a.body) AS t ORDER BY a.id, t.token_no;
