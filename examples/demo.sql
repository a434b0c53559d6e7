-- What `make demo` prints: examples/demo.sh runs it and turns {h} {b} {d} {0} into colours, or nothing.
-- Lines are laid out here, to 98 columns: `!` in a format counts characters, not bytes.
.load ./newsroom
.headers off
.mode list

CREATE TEMP TABLE said AS
SELECT a.id, a.outlet, q.*, rtrim(replace(q.quote, char(10), ' '), ',;') AS words
FROM articles AS a, extract_quotes(a.body) AS q;

CREATE TEMP TABLE named AS
SELECT a.id AS article, e.*
FROM articles AS a, article_entities(a.body) AS e;

-- ---- Head ----

SELECT char(10) || printf('{h}%d articles, %d outlets, %d quotes, %d named sources{0}',
                          (SELECT count(*) FROM articles),
                          (SELECT count(DISTINCT outlet) FROM articles),
                          (SELECT count(*) FROM said WHERE part = 1),
                          (SELECT count(DISTINCT speaker) FROM said WHERE named = 1));
SELECT '{d}Invented for this project; ' || min(published) || ' to ' || max(published) ||
       '; newsroom ' || newsroom_version() || ' on SQLite ' || sqlite_version() || '{0}'
FROM articles;

-- ---- Who said what: from each article the named person's words that fill a line best ----

SELECT char(10) || '{h}Who said what{0}';
SELECT printf('{b}%-!20s{0}  {d}%-!9s{0}  %-!45s {d}%-!19.19s{0}',
              iif(length(speaker) > 20, substr(speaker, 1, 19) || '…', speaker),
              iif(length(cue) > 9, substr(cue, 1, 8) || '…', cue),
              CASE WHEN length(words) <= 44 THEN words
                   ELSE rtrim(rtrim(substr(words, 1, 43), replace(substr(words, 1, 43), ' ', '')))
                        || '…' END,
              outlet)
FROM (SELECT *, row_number() OVER (PARTITION BY id
                                   ORDER BY length(words) > 44, abs(length(words) - 40), start) AS place
      FROM said
      WHERE named = 1 AND speaker_type = 'PERSON' AND kind = 'direct' AND part = 1
        AND cue IS NOT NULL AND block = 'paragraph' AND act <> 'deny')
WHERE place = 1
ORDER BY id;

-- ---- Who is in the news ----

SELECT char(10) || '{h}Who is in the news{0}';
SELECT printf('{d}%-24s %-8s %8s %8s %8s{0}', 'name', 'type', 'articles', 'mentions', 'quotes');
SELECT printf('{b}%-!24.24s{0} {d}%-8s{0} %8d %8d %8d  %s', name, type, articles, mentions, quotes,
              replace(hex(zeroblob((mentions * 36 + most - 1) / most)), '00', '▄'))
FROM (SELECT name, type, count(DISTINCT article) AS articles, sum(mentions) AS mentions,
             sum(quotes) AS quotes, max(sum(mentions)) OVER () AS most
      FROM named
      WHERE type IN ('PERSON', 'ORG', 'GPE')
      GROUP BY name, type)
ORDER BY mentions DESC, articles DESC, name
LIMIT 12;

-- ---- What was denied ----

SELECT char(10) || '{h}What was denied{0}';
SELECT printf('{b}%-!20s{0}  {d}%-!9s{0}  %-!45s {d}%-!19.19s{0}',
              iif(length(who) > 20, substr(who, 1, 19) || '…', who),
              iif(length(cue) > 9, substr(cue, 1, 8) || '…', cue),
              CASE WHEN length(words) <= 44 THEN words
                   ELSE rtrim(rtrim(substr(words, 1, 43), replace(substr(words, 1, 43), ' ', '')))
                        || '…' END,
              outlet)
FROM (SELECT *, coalesce(speaker, mention) AS who FROM said)
WHERE act = 'deny' AND part = 1 AND who IS NOT NULL
ORDER BY id, start
LIMIT 8;

-- ---- Who would not be named ----

SELECT char(10) || '{h}Who would not be named{0}';
SELECT group_concat(head || ' ' || quotes, ', ')
FROM (SELECT head, quotes, sum(length(head) + 5) OVER (ORDER BY quotes DESC, head) AS width
      FROM (SELECT lower(speaker_head) AS head, count(*) AS quotes
            FROM said
            WHERE named = 0 AND part = 1 AND speaker_type IN ('PERSON', 'GROUP')
              AND speaker_head IS NOT NULL
            GROUP BY head)
      ORDER BY quotes DESC, head)
WHERE width <= 98;

-- ---- One article, as a terminal shows it ----

SELECT char(10) || '{h}One article, and what was found in it{0}';
SELECT char(10) || article_ansi(body, published || ', ' || outlet, json_object('title', title))
FROM articles
WHERE id = 10;

-- ---- What next ----

SELECT char(10) || '{h}Now you{0}';
SELECT '  sqlite3 examples/newsroom.db
  {d}sqlite>{0} .load ./newsroom
  {d}sqlite>{0} SELECT q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
     {d}...>{0} WHERE q.speaker = ''Daniel Cresswell'';

More questions, each a file to run and to change:  {b}ls examples/*.sql{0}
  sqlite3 examples/newsroom.db < examples/03_his_words_about_her.sql

Analysed once, then kept up to date, in tables that any program can read:
  cp examples/newsroom.db mine.db && sqlite3 mine.db
  {d}sqlite>{0} .load ./newsroom
  {d}sqlite>{0} SELECT newsroom_index(''articles'', ''body'');
  {d}sqlite>{0} SELECT newsroom_refresh(''articles'');
  {d}sqlite>{0} SELECT speaker, count(*) FROM newsroom_said WHERE named GROUP BY 1 ORDER BY 2 DESC LIMIT 5;

An article as a page for the browser:
  {d}sqlite>{0} SELECT writefile(''article.html'', article_html(body, published)) FROM articles WHERE id = 10;
';
