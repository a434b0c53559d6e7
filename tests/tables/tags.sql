-- Parts of speech of tokens.
.nullvalue NULL
SELECT t.token, t.tag FROM article_tokens('The mayor, Ana Diaz, told reporters that 5 % was not enough.') AS t;
.print -- verbs of a sentence
SELECT group_concat(t.token, ' ') FROM article_tokens('He came, saw the port and said it was old.') AS t WHERE t.tag = 'VERB';
