-- The articles as a treebank: form, lemma, part of speech, tabs between; an empty line before a sentence.
.separator |
SELECT iif(t.token_no = 1, '# doc ' || a.id || char(10),
           iif(t.sentence_no <> lag(t.sentence_no) OVER (PARTITION BY a.id ORDER BY t.token_no), char(10), ''))
       || t.token || char(9) || t.lemma || char(9) || t.tag
FROM articles AS a, article_tokens(a.body) AS t ORDER BY a.id, t.token_no;
