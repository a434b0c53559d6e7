-- What an article may be, and what is said of one that cannot be.
.nullvalue NULL
.print -- NULL: no rows, or NULL
SELECT count(*) FROM extract_quotes(NULL);
SELECT count(*) FROM article_tokens(NULL, NULL, NULL);
SELECT extract_quotes(NULL), article_entities(NULL), article_language(NULL);
SELECT extract_quotes(NULL, NULL, '{"title": "x"}');
.print -- empty, and white space: no rows, an empty array
SELECT count(*) FROM article_blocks('');
SELECT count(*) FROM article_blocks(char(32, 10, 9, 160));
SELECT extract_quotes(''), article_entities(' ');
.print -- a number is taken as its text
SELECT token, start, length FROM article_tokens(1917);
SELECT group_concat(token, ' ') FROM article_tokens(-2.5);
SELECT article_text, typeof(article_text) FROM article_tokens(1917);
.print -- a BLOB is not
SELECT * FROM extract_quotes(x'41');
SELECT * FROM article_tokens(x'41');
SELECT extract_quotes(x'41');
SELECT article_entities(x'41');
SELECT article_context(x'41', 1, 1);
SELECT article_language(x'41');
SELECT count(*) FROM article_tokens(CAST(x'41' AS TEXT));
SELECT count(*) FROM article_tokens('A', x'41');
SELECT count(*) FROM article_tokens('A', NULL, x'41');
SELECT extract_quotes('A', x'41');
.print -- no article
SELECT * FROM extract_quotes;
SELECT * FROM extract_quotes();
SELECT * FROM article_entities;
SELECT * FROM article_mentions;
SELECT * FROM article_dates;
SELECT * FROM article_marks;
SELECT * FROM article_blocks;
SELECT * FROM article_sentences;
SELECT * FROM article_tokens;
SELECT * FROM article_tokens WHERE article_text LIKE 'A%';
SELECT * FROM article_tokens WHERE article_text > 'A';
SELECT * FROM article_tokens WHERE token_no = 1;
SELECT * FROM article_tokens WHERE article_options = '{}';
SELECT * FROM article_tokens WHERE rowid = 1;
.print -- too many, too few
SELECT * FROM extract_quotes('A', NULL, NULL, 1);
SELECT extract_quotes();
SELECT extract_quotes('A', NULL, NULL, 1);
SELECT article_context('A', 1);
SELECT newsroom_version(1);
.print -- the arguments come back as they were given
SELECT article_text, article_published, article_options FROM article_blocks('A b.', '2024-05-01', '{}');
SELECT article_text, article_published, article_options FROM article_blocks('A b.');
SELECT count(*) FROM article_blocks WHERE article_text = 'A b.' AND article_options = '{"language": "en"}';
.print -- the article ends at U+0000, where substr() ends too; what comes back is whole
SELECT token, start, length FROM article_tokens('one two' || char(0) || 'three');
SELECT length(CAST(article_text AS BLOB)) FROM article_tokens('one' || char(0) || 'three');
SELECT count(*) FROM article_tokens(char(0));
SELECT count(*) FROM (SELECT 'a' || char(0) || 'b' AS body) AS d
  JOIN article_tokens(d.body) AS t JOIN article_blocks(d.body) AS b ON b.article_text = t.article_text;
.print -- past 100 MB; what stands after U+0000 does not count
SELECT count(*) FROM extract_quotes(printf('%.100000001c', 'x'));
SELECT extract_quotes(printf('%.100000001c', 'x'));
SELECT article_context(printf('%.100000001c', 'x'), 1, 1);
SELECT article_language(printf('%.100000001c', 'x'));
SELECT count(*) FROM article_blocks(CAST(zeroblob(100000001) AS TEXT));
