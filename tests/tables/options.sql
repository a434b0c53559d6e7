-- article_options: what it says, and what is said of a wrong one.
.nullvalue NULL
CREATE TABLE d(body);
INSERT INTO d VALUES ('Quarterly results

"We must act," opined Zog Blorp on Tuesday. Blorp opines a lot, and MOI sounds the alarm.');
.print -- names: a string is a PERSON; forms lead to one name; type, country, gender and role are taken over
SELECT e.name, e.type, e.country, e.gender, e.role, e.mentions FROM d,
  article_entities(d.body, NULL, '{"names": ["Zog Blorp"]}') AS e ORDER BY e.name;
SELECT e.name, e.type, e.country, e.role, e.aliases FROM d, article_entities(d.body, NULL,
  '{"names": [{"name": "Mighty Oak", "forms": ["Mighty Oak Inc", "MOI"], "type": "org", "country": "us", "role": "lobby group"}]}') AS e
WHERE e.name = 'Mighty Oak';
SELECT q.speaker, q.named, q.gender, q.gender_basis, q.role FROM d, extract_quotes(d.body, NULL,
  '{"names": [{"form": "Zog Blorp", "gender": "female", "role": "mayor of Lund"}], "cues": ["opine"]}') AS q;
.print -- all forms of a person are that person, and a gender that is given helps pronouns
SELECT e.name, e.type, e.mentions, e.quotes, e.gender, e.gender_basis, e.country, e.aliases FROM article_entities(
  'La Jefa was there. "No," said Ixa Ruiz. Zog Blorp arrived with Ola Quint. Zoggy sat. "Yes," she said.', NULL,
  '{"names": [{"name": "Ixa Ruiz", "forms": ["La Jefa"], "country": "es"}, {"forms": ["Zog Blorp", "Zoggy"], "gender": "female"}]}') AS e;
.print -- cues: a verb is inflected; a phrase has a verb; irregular ones come with five forms
SELECT q.cue, q.verb, q.act FROM d, extract_quotes(d.body, NULL, '{"cues": ["opine"]}') AS q WHERE q.kind = 'direct';
SELECT q.cue, q.verb, q.act FROM d, extract_quotes(d.body, NULL, '{"cues": [{"form": "opine", "verb": "think aloud", "act": "think"}]}') AS q WHERE q.kind = 'direct';
SELECT q.cue, q.verb FROM extract_quotes('"No," spake Ana Diaz.', NULL,
  '{"cues": [{"forms": ["speak", "speaks", "spake", "spoken", "speaking"]}]}') AS q;
.print -- title and language are heard
SELECT count(*) FROM article_blocks('One.', NULL, '{"title": "Rain", "language": "en"}');
SELECT b.language FROM article_blocks('La casa es grande y la puerta de la casa es roja.', NULL, '{"language": "en-GB"}') AS b;
.print -- nothing said
SELECT count(*) FROM article_tokens('a', NULL, '{}');
SELECT count(*) FROM article_tokens('a', NULL, NULL);
SELECT count(*) FROM article_tokens('a', NULL, '{"names": [], "cues": null, "title": null}');
SELECT json_array_length(extract_quotes(body, NULL, '{"cues": ["opine"]}')) FROM d;
.print -- other options, other answers, in one statement
SELECT o.value, (SELECT max(e.name = 'Zog Blorp' AND e.type = 'ORG') FROM d, article_entities(d.body, NULL, o.value) AS e)
FROM (SELECT '{"names": [{"form": "Zog Blorp", "type": "ORG"}]}' AS value UNION ALL SELECT '{"names": [{"form": "Zog Blorp", "type": "PERSON"}]}') AS o;
.print -- wrong ones
CREATE TABLE o(n INTEGER PRIMARY KEY, options);
SELECT 1 FROM article_tokens('a', NULL, '');
SELECT 1 FROM article_tokens('a', NULL, '{');
SELECT 1 FROM article_tokens('a', NULL, '[]');
SELECT 1 FROM article_tokens('a', NULL, '"title"');
SELECT 1 FROM article_tokens('a', NULL, 7);
SELECT 1 FROM article_tokens('a', NULL, '{"titel": "x"}');
SELECT 1 FROM article_tokens('a', NULL, '{"Title": "x"}');
SELECT 1 FROM article_tokens('a', NULL, '{"title": 1}');
SELECT 1 FROM article_tokens('a', NULL, '{"title": ["x"]}');
SELECT 1 FROM article_tokens('a', NULL, '{"language": "tlh"}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": "x"}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": {"form": "x"}}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [1]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [["x"]]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": ["x", " "]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": ["x", {}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": ["x", {"form": "y", "typ": "ORG"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"form": "y", "type": "ROBOT"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"form": "y", "type": "DATE"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"form": "y", "gender": "f"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"form": "y", "country": "USA"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"forms": "y"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"names": [{"forms": ["y", 2]}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"cues": [{"verb": "y"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"cues": [{"form": "y", "act": "shout"}]}');
SELECT 1 FROM article_tokens('a', NULL, '{"cues": [{"forms": ["y", "ys"]}]}');
SELECT extract_quotes('a', NULL, '{"titel": "x"}');
SELECT article_entities('a', NULL, '{"names": [{"form": "y", "typ": 1}]}');
.print -- the table's own name is not hidden by a user's json_each
CREATE TABLE json_each(x);
SELECT 1 FROM article_tokens('a', NULL, '{"title": "x"}');
DROP TABLE json_each;
SELECT 1 FROM article_tokens('a', NULL, '{"title": "x"}');
