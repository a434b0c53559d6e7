-- For every row of every table, substr(body, start, length) is what the row shows.
CREATE TABLE odd(what, body);
INSERT INTO odd VALUES
  ('plain', 'Court hears case

"We will appeal," said Ana Diaz, the mayor of Lund. Bo Lund said that rain was "likely" on Monday.'),
  ('accents', 'Größe und Süße: „Wir gehen,“ sagte Jürgen Müßig. «Sí, señor», dijo José Núñez ayer.'),
  ('wide', '日本の首相は「行く」と述べた。 "We go," said 山田 太郎. 😀😀 "Fine 👍🏽," said Ana 😀 Diaz.'),
  ('combining', 'Jose' || char(769) || ' Nun' || char(771) || 'ez said: "Man' || char(771) || 'ana." e' || char(769, 769, 769) || ' x'),
  ('curly and straight', '“He said ‘no’ to me,” Ana Diaz said. ''So what?'' asked Bo Lund. ``Well,'''' said Eve Moss.'),
  ('spaces', char(160, 8195, 12288) || 'Ana' || char(160) || 'Diaz said:' || char(8239) || '"Yes."' || char(13, 10, 13, 10) || char(9) || '- one' || char(10) || '- two'),
  ('paragraphs', '"One," said Ana Diaz, "two.

"Three.

"Four," she added.'),
  ('nul', '"Before," said Ana Diaz.' || char(0) || ' "After," said Bo Lund.'),
  ('bom', char(65279) || '"Yes," said Ana Diaz.'),
  ('empty', ''),
  ('marks', '"" "" '''' "''"''" “”‘’«»„“ ""');
.print -- bytes that are not UTF-8: stray and missing continuations, overlong forms, surrogates, beyond the last
INSERT INTO odd VALUES
  ('stray', CAST(x'80808022' || CAST('Yes,' AS BLOB) || x'2220' || CAST('said Ana Diaz' AS BLOB) || x'80802E' AS TEXT)),
  ('short', CAST(CAST('"Caf' AS BLOB) || x'C3' || CAST('," said Jos' AS BLOB) || x'C3' || CAST(' Diaz. "' AS BLOB) || x'E282' || CAST('," he said.' AS BLOB) || x'F09F98' AS TEXT)),
  ('long', CAST(CAST('"Caf' AS BLOB) || x'C3A9A9A9A9A9' || CAST('," said Ana' AS BLOB) || x'C3A980' || CAST(' Diaz.' AS BLOB) AS TEXT)),
  ('overlong', CAST(x'C0A2' || CAST('"Yes," said Ana Diaz.' AS BLOB) || x'E080A2C0AF' AS TEXT)),
  ('surrogates', CAST(x'22EDA0BDEDB88022' || CAST(' said Ana Diaz.' AS BLOB) AS TEXT)),
  ('beyond', CAST(x'22F490808022' || CAST(' said Ana Diaz. ' AS BLOB) || x'22FEFFFBBFBFBFBF22' || CAST(' said Bo Lund.' AS BLOB) AS TEXT)),
  ('latin-1', CAST(CAST('"Gr' AS BLOB) || x'F6DF' || CAST('e," sagte J' AS BLOB) || x'FC' || CAST('rgen M' AS BLOB) || x'FC' || CAST('ller. "S' AS BLOB) || x'ED' || CAST('," he said.' AS BLOB) AS TEXT)),
  ('cp1252 quotes', CAST(x'93' || CAST('We go,' AS BLOB) || x'94' || CAST(' said Ana Diaz.' AS BLOB) AS TEXT)),
  ('all bytes', CAST(x'0102030405060708090A0B0C0D0E0F10111213' || x'7F8081' || x'BFC0C1C2DFE0EFF0F4F5F8FCFEFF' || x'22414222' AS TEXT));
INSERT INTO odd SELECT 'all of them', (SELECT group_concat(replace(body, char(0), ' '), char(10, 10)) FROM odd);
.print -- and long, so that offsets pass many kilobytes
INSERT INTO odd SELECT 'long ' || what, replace(printf('%.40c', '#'), '#', replace(body, char(0), ' ') || char(10, 10)) FROM odd WHERE what <> 'empty';
.print -- rows that do not hold: none
CREATE TEMP VIEW checks AS
  SELECT o.what, 'quote' AS column_, q.quote AS shown, substr(o.body, q.start, q.length) AS found FROM odd AS o, extract_quotes(o.body) AS q
  UNION ALL SELECT o.what, 'cue', q.cue, substr(o.body, q.cue_start, q.cue_length) FROM odd AS o, extract_quotes(o.body) AS q
  UNION ALL SELECT o.what, 'source', q.mention, substr(o.body, q.mention_start, q.mention_length) FROM odd AS o, extract_quotes(o.body) AS q
  UNION ALL SELECT o.what, 'mention', m.mention, substr(o.body, m.start, m.length) FROM odd AS o, article_mentions(o.body) AS m
  UNION ALL SELECT o.what, 'mark', m.passage, substr(o.body, m.start, m.length) FROM odd AS o, article_marks(o.body) AS m
  UNION ALL SELECT o.what, 'block', b.passage, substr(o.body, b.start, b.length) FROM odd AS o, article_blocks(o.body) AS b
  UNION ALL SELECT o.what, 'sentence', s.sentence, substr(o.body, s.start, s.length) FROM odd AS o, article_sentences(o.body) AS s
  UNION ALL SELECT o.what, 'token', t.token, substr(o.body, t.start, t.length) FROM odd AS o, article_tokens(o.body) AS t
  UNION ALL SELECT o.what, 'first mention', CASE WHEN e.start IS NULL THEN NULL ELSE m.mention END, substr(o.body, e.start, e.length)
    FROM odd AS o, article_entities(o.body) AS e LEFT JOIN article_mentions(o.body) AS m ON m.entity_no = e.entity_no AND m.start = e.start;
SELECT what, column_, hex(shown), hex(found) FROM checks WHERE shown IS NOT found LIMIT 20;
.print -- tables that were checked
SELECT column_, count(shown) > 0 FROM checks GROUP BY column_ ORDER BY column_;
.print -- the context holds quote, cue and mention
SELECT o.what, hex(q.context) FROM odd AS o, extract_quotes(o.body) AS q WHERE instr(CAST(q.context AS BLOB), CAST(q.quote AS BLOB)) = 0;
.print -- tokens, in order, hold every letter and digit
SELECT o.what, hex(b.passage) FROM odd AS o, article_blocks(o.body) AS b JOIN article_tokens(b.passage) AS t
GROUP BY o.what, b.block_no HAVING group_concat(t.token, '') <> replace(replace(replace(replace(replace(b.passage, ' ', ''), char(10), ''), char(13), ''), char(160), ''), char(8239), '')
LIMIT 9;
