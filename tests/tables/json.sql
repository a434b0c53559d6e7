-- The scalars: a JSON array of objects with the tables' columns as keys.
CREATE TABLE d(body);
INSERT INTO d VALUES ('"We will appeal," said Ana Diaz. Bo Lund said: "It is
not ''over''\ yet, Größe 日本 😀."');
.print -- valid, an array, one object a row, keys in the order of the columns
SELECT json_valid(extract_quotes(body)), json_type(extract_quotes(body)),
  json_array_length(extract_quotes(body)) = (SELECT count(*) FROM d, extract_quotes(d.body)) FROM d;
SELECT (SELECT group_concat(key) FROM json_each(extract_quotes(body), '$[0]'))
  = (SELECT group_concat(name) FROM pragma_table_xinfo('extract_quotes') WHERE hidden = 0) FROM d;
SELECT (SELECT group_concat(key) FROM json_each(article_entities(body), '$[0]'))
  = (SELECT group_concat(name) FROM pragma_table_xinfo('article_entities') WHERE hidden = 0) FROM d;
.print -- the values and types of the table
SELECT count(*), sum(j.value ->> 'quote' = q.quote AND j.value ->> 'start' = q.start AND j.value ->> 'speaker' IS q.speaker
  AND j.value ->> 'mention' IS q.mention AND j.value ->> 'entity_no' IS q.entity_no AND j.value ->> 'context' = q.context)
FROM d, json_each(extract_quotes(d.body)) AS j JOIN extract_quotes(d.body) AS q ON q.rowid = j.key + 1;
SELECT count(*), sum(j.value ->> 'name' = e.name AND j.value -> 'aliases' = e.aliases AND j.value ->> 'mentions' = e.mentions)
FROM d, json_each(article_entities(d.body)) AS j JOIN article_entities(d.body) AS e ON e.rowid = j.key + 1;
SELECT key, type FROM d, json_each(extract_quotes(d.body), '$[0]') WHERE key IN ('quote', 'start', 'part', 'confidence', 'named');
SELECT key, type FROM d, json_each(article_entities(d.body), '$[0]') WHERE key IN ('name', 'aliases', 'start', 'salience');
.print -- escapes
SELECT json_extract(extract_quotes(body), '$[1].quote') = (SELECT q.quote FROM d, extract_quotes(d.body) AS q WHERE q.rowid = 2) FROM d;
SELECT hex(json_extract(extract_quotes(c.body), '$[0].quote')), json_extract(extract_quotes(c.body), '$[0].quote') = q.quote
FROM (SELECT '"a' || char(9, 8, 1, 27, 92, 47, 127) || '{[''b''c]}," said Ana Diaz.' AS body) AS c, extract_quotes(c.body) AS q;
.print -- it nests in SQLite's own JSON
SELECT json_type(json_object('quotes', extract_quotes('"No," said Ana Diaz.')), '$.quotes');
SELECT json_array(article_entities('')), json_array(extract_quotes(''));
SELECT json_type(json_array(newsroom_debug()), '$[0]');
.print -- bytes that are not UTF-8 are U+FFFD, one for each character, so that lengths stay
SELECT json_valid(j.q), json_extract(j.q, '$[0].length') = length(json_extract(j.q, '$[0].quote')), hex(json_extract(j.q, '$[0].quote'))
FROM (SELECT extract_quotes(CAST(x'22576520' || x'FF' || x'20C3' || x'20E282' || x'20EDA080' || x'20C0AF' || x'20F4908080' || x'2080C3A98080' || CAST(' go on," said Ana Diaz.' AS BLOB) AS TEXT)) AS q) AS j;
.print -- debug: what a report of a fault should carry
SELECT group_concat(key) FROM json_each(newsroom_debug());
SELECT newsroom_debug() ->> 'version' = newsroom_version(), newsroom_debug() ->> 'sqlite' = sqlite_version();
