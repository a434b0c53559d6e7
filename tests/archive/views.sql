-- Views and triggers under another name, in an attached database: they hold when the file is opened by itself.
ATTACH ':memory:' AS "far off";
CREATE TABLE "far off"."the articles"(id INTEGER PRIMARY KEY, headline TEXT, body TEXT, came TEXT, paper TEXT);
INSERT INTO "far off"."the articles" VALUES
 (1, '"We will appeal," says Diaz', '"We will appeal," said Ana Diaz, the mayor of Lund. "It is not over." She denied that Bo Lund had resigned on Monday.', '2024-03-01', 'Courier'),
 (2, 'Rain', 'A spokesman in Lund said the rain would stop on 5 March 2024. "Who knows?" said Bo Lund.', '2024-03-02', 'Wire'),
 (3, 'Bridge closes: "We have no other choice"', '"We will close the old harbour bridge for nine weeks from Monday," said Eva Falk. "We have no other choice," she added.', '2024-03-03', 'Courier'),
 (4, '"All is well," says Falk', '"We will close the old harbour bridge for nine long weeks from Monday," said Cy Ek.', '2024-03-03', 'Wire');
SELECT newsroom_index('the articles', 'body', '{"schema": "far off", "prefix": "a \"press", "title": "headline", "published": "came", "outlet": "paper"}');
SELECT newsroom_refresh('the articles', '{"schema": "far off"}');
.print -- no view or trigger names the schema that it happens to be in
SELECT type, count(*) > 5 FROM "far off".sqlite_schema WHERE type IN ('view', 'trigger') AND name LIKE '%press%' GROUP BY 1;
SELECT count(*) FROM "far off".sqlite_schema WHERE name LIKE '%press%' AND sql LIKE '%far off%';
.print -- they are the views of sql/views*.sql, and each can be asked
SELECT outlet, day, speaker, role, act, quote, kind, field FROM "far off"."a ""press_said" ORDER BY article, field DESC, start;
SELECT count(*) >= 0 FROM "far off"."a ""press_speakers";
SELECT count(*) >= 0 FROM "far off"."a ""press_most_quoted";
SELECT count(*) >= 0 FROM "far off"."a ""press_quoted_together";
SELECT speaker, about, mention FROM "far off"."a ""press_about" ORDER BY article, mention;
SELECT outlet, guesses, gender, speakers, quotes FROM "far off"."a ""press_by_gender" ORDER BY 1, 2, 3;
SELECT office, gender, speakers, quotes FROM "far off"."a ""press_by_role" ORDER BY 1, 2;
SELECT outlet, head, quotes, example FROM "far off"."a ""press_unnamed";
SELECT day, speaker, act, utterance FROM "far off"."a ""press_denials";
SELECT day_start, expression, said_by, written FROM "far off"."a ""press_timeline" ORDER BY day_start;
SELECT count(*) >= 0 FROM "far off"."a ""press_places";
SELECT count(*) >= 0 FROM "far off"."a ""press_new_names";
SELECT outlet, speaker, quote, other_outlet, other_speaker, other_quote FROM "far off"."a ""press_quoted_differently";
SELECT title_quote, body_speaker, in_body FROM "far off"."a ""press_headlines" ORDER BY article;
SELECT quote, outlets, versions, speakers, first_outlet FROM "far off"."a ""press_shared_quotes";
SELECT place, outlet, speaker, words FROM "far off"."a ""press_shared_quotes_where" ORDER BY place;
SELECT count(*) FROM "far off"."a ""press_shared_articles";
SELECT count(*) FROM "far off"."a ""press_shared_articles_where";
SELECT sure < 1, speaker FROM "far off"."a ""press_review" ORDER BY id LIMIT 1;
.print -- a correction finds its words through the trigger, and the views show it
INSERT INTO "far off"."a ""press_corrections"(article, quote, field, value) VALUES (2, 'Who knows?', 'speaker', 'Ana Diaz'), (1, 'no words', 'act', 'deny');
SELECT speaker, corrected FROM "far off"."a ""press_said" WHERE quote = 'Who knows?';
SELECT rule, reviewed, right_speakers FROM "far off"."a ""press_precision";
SELECT quote, why FROM "far off"."a ""press_lost_corrections";
.print -- the user's table is renamed and altered
ALTER TABLE "far off"."the articles" RENAME TO renamed;
ALTER TABLE "far off".renamed ADD COLUMN note TEXT;
SELECT count(*) FROM "far off"."a ""press_said";
