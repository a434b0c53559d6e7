-- Mentions of all kinds, and what they come to: gender by pronoun, role by a noun, salience.
CREATE TEMP TABLE t(body TEXT);
INSERT INTO t VALUES ('Council

Maria Diaz is the mayor of Lund. "I trust you," she told Kim Moe. Moe nodded, and he left.

Ines Calder was not there. The mayor said that they were late.');

SELECT m.mention, m.kind, m.name, m.type, m.entity_no, m.quote_no, m.confidence IS NULL, m.sentence_no
FROM t, article_mentions(t.body) AS m;

SELECT e.name, e.mentions, e.quotes, e.role, e.gender, e.gender_basis, e.salience FROM t, article_entities(t.body) AS e;

-- a speaker has what the entity has
SELECT DISTINCT q.speaker, q.entity_no, q.role, q.gender, q.gender_basis, q.addressee FROM t, extract_quotes(t.body) AS q;

-- the title counts as a headline
SELECT e.name, e.salience FROM t, article_entities(t.body, NULL, '{"title": "No word from Calder"}') AS e
WHERE e.name = 'Ines Calder';
SELECT e.name, e.salience FROM t, article_entities(t.body, NULL, '{"title": "Calders away"}') AS e
WHERE e.name = 'Ines Calder';

-- a user's gender stands, whatever a pronoun says
SELECT e.name, e.gender, e.gender_basis
FROM article_entities('Alex Brook left. She was tired.', NULL, '{"names": [{"name": "Alex Brook", "type": "PERSON", "gender": "nonbinary"}]}') AS e;

-- look-ups by entity find nouns and pronouns too
SELECT m.mention FROM t, article_mentions(t.body) AS m WHERE m.entity_no = 1;

-- other languages have other pronouns
SELECT count(*) FROM article_mentions('María Díaz dijo que no. Yo he visto a la ministra, y me dijo que los vecinos de la ciudad no han salido.') AS m
WHERE m.kind <> 'name';

-- values among names: no entity, no name; what an article says of its own
SELECT m.mention, m.kind, m.type, m.name IS NULL, m.entity_no IS NULL, m.confidence IS NULL, m.quote_no
FROM article_mentions('"The first 200 tickets cost $12 each," Maria Diaz said on Friday. Channel 4 sold 5 % of them in two hours.') AS m;

-- a nickname between marks is an alias, and names its bearer wherever it stands
SELECT e.name, e.aliases FROM article_entities('They met Peter "The Hammer" Sandys. The Hammer lost. Sandys left.') AS e;
