-- Parts of speech of tokens.
.nullvalue NULL
SELECT t.token, t.tag FROM article_tokens('The mayor, Ana Diaz, told reporters that 5 % was not enough.') AS t;
.print -- verbs of a sentence
SELECT group_concat(t.token, ' ') FROM article_tokens('He came, saw the port and said it was old.') AS t WHERE t.tag = 'VERB';
.print -- lemmas, in English only
SELECT group_concat(t.lemma, ' ') FROM article_tokens('The mayors’ wives told us that they had been to the cities.') AS t;
SELECT count(t.token), count(t.lemma) FROM article_tokens('El ministro dijo que los vecinos de la ciudad no han visto las cartas.') AS t;
SELECT t.lemma, count(*) FROM article_tokens('He goes, she went, they have gone.') AS t WHERE t.tag = 'VERB' GROUP BY t.lemma;
SELECT hex(t.lemma) FROM article_tokens('Studies' || char(0) || 'xyz') AS t;
