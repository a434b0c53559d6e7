-- quote_key() and quote_similarity(): the same words in several outlets.
.nullvalue NULL
.print -- a key is 16 hexadecimal digits of text
SELECT typeof(quote_key('We will never pay.')), length(quote_key('We will never pay.')), quote_key('We will never pay.');
.print -- the same for other marks, casing, accents, line ends
SELECT quote_key('“We will – never … pay [them]!”') = quote_key('WE WILL NEVER' || char(13, 10) || 'PAY');
SELECT quote_key('Un café à Łódź') = quote_key('un cafe a Lodz');
.print -- another for other words
SELECT quote_key('We will never pay') = quote_key('We will ever pay');
.print -- NULL for NULL, and where there are no words
SELECT quote_key(NULL), quote_key(''), quote_key('…'), quote_similarity(NULL, 'a'), quote_similarity('a', NULL);
.print -- numbers are taken as their text
SELECT quote_key(15) = quote_key('15'), quote_similarity(15, '15');
.print -- how much of the shorter is in the longer, in its order
SELECT quote_similarity('We will never re-open the mine at Brack.', '"we will never reopen the mine at Brack"');
SELECT quote_similarity('We will never re-open the mine at Brack.', 'never re-open the mine'),
    quote_similarity('never re-open the mine', 'We will never re-open the mine at Brack.');
SELECT quote_similarity('We will never re-open the mine at Brack, not in my lifetime.',
    'We shall never re-open the mine at Brack, not in my lifetime.');
SELECT quote_similarity('We will never re-open the mine at Brack.', 'The town has waited long enough for the mine.');
.print -- found wherever it stands in a long text
WITH RECURSIVE filler(n, words) AS (SELECT 1, '' UNION ALL SELECT n + 1, words || ' word' || n || ' after another' FROM filler WHERE n < 500)
SELECT quote_similarity('We will never re-open the mine at Brack.', max(words) || ' We will never re-open the mine at Brack. ' || max(words)),
    quote_similarity('We will never re-open the mine at Brack.', 'We will never re-open the mine at Brack. ' || max(words)),
    quote_similarity('We will never re-open the mine at Brack.', max(words) || ' We will never re-open the mine at Brack.')
FROM filler;
.print -- errors
SELECT quote_key(x'00');
SELECT quote_similarity('a', x'00');
SELECT quote_similarity(NULL, x'00');
SELECT quote_key(printf('%.*c', 1000001, 'a'));
SELECT quote_key();
SELECT quote_similarity('a');
CREATE TABLE quotes(quote);
CREATE INDEX by_key ON quotes(quote_key(quote));
.print -- in a view, which trusts nothing
CREATE VIEW keys AS SELECT quote_key(quote) AS key, count(*) AS quotes FROM quotes GROUP BY 1;
INSERT INTO quotes VALUES ('Never!'), ('never'), ('Always');
PRAGMA trusted_schema = OFF;
SELECT quotes FROM keys ORDER BY 1;
