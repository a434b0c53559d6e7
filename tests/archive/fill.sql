-- Fills an archive's tables by hand, from the table functions: for tests of what stands on them. Titles are
-- articles of their own here, with quote_no and entity_no beyond those of the body.
.load ./newsroom
INSERT INTO newsroom_articles(article, title, published, day, outlet, url, language, words, quotes, speakers, hash, version)
SELECT id, title, published, published, outlet, url, language, 0, 0, 0, 0, newsroom_version() FROM articles;
INSERT INTO newsroom_entities(article, entity_no, field, name, type, mentions, quotes, role, gender, gender_basis, country,
    aliases, salience, start, length)
SELECT a.id, e.entity_no, 'body', e.name, e.type, e.mentions, e.quotes, e.role, e.gender, e.gender_basis, e.country,
    e.aliases, e.salience, e.start, e.length
FROM articles AS a, article_entities(a.body, a.published) AS e;
INSERT INTO newsroom_people(person, name, type, gender, gender_basis, country, role, first_seen, last_seen, articles, quotes)
SELECT e.name, e.name, e.type, e.gender, e.gender_basis, e.country, e.role, min(a.day), max(a.day), count(*), sum(e.quotes)
FROM newsroom_entities AS e JOIN newsroom_articles AS a USING(article) WHERE e.type IN ('PERSON', 'ORG')
GROUP BY e.name;
INSERT INTO newsroom_people_names(name, person, articles) SELECT name, person, articles FROM newsroom_people
WHERE true ON CONFLICT DO NOTHING;
UPDATE newsroom_entities SET person = name WHERE type IN ('PERSON', 'ORG');
INSERT INTO newsroom_quotes(article, field, speaker, quote, cue, verb, kind, act, addressee, via, named, speaker_type,
    speaker_head, co_speakers, role, gender, gender_basis, entity_no, quote_no, part, parts, block, block_no, sentence_no,
    context, rule, confidence, speaker_confidence, mention, mention_start, mention_length, cue_start, cue_length, start, length)
SELECT a.id, 'body', q.* FROM articles AS a, extract_quotes(a.body, a.published) AS q;
INSERT INTO newsroom_quotes(article, field, speaker, quote, cue, verb, kind, act, addressee, via, named, speaker_type,
    speaker_head, co_speakers, role, gender, gender_basis, quote_no, part, parts, block, block_no, sentence_no,
    context, rule, confidence, speaker_confidence, mention, mention_start, mention_length, cue_start, cue_length, start, length)
SELECT a.id, 'title', q.speaker, q.quote, q.cue, q.verb, q.kind, q.act, q.addressee, q.via, q.named, q.speaker_type,
    q.speaker_head, q.co_speakers, q.role, q.gender, q.gender_basis, q.quote_no + 1000, q.part, q.parts, q.block, q.block_no,
    q.sentence_no, q.context, q.rule, q.confidence, q.speaker_confidence, q.mention, q.mention_start, q.mention_length,
    q.cue_start, q.cue_length, q.start, q.length
FROM articles AS a, extract_quotes(a.title, a.published) AS q;
UPDATE newsroom_quotes SET quote_key = lower(replace(quote, char(10), ' '));
INSERT INTO newsroom_mentions(article, mention_no, field, mention, name, type, kind, entity_no, quote_no, block, block_no,
    sentence_no, confidence, start, length)
SELECT a.id, m.mention_no, 'body', m.mention, m.name, m.type, m.kind, m.entity_no, m.quote_no, m.block, m.block_no,
    m.sentence_no, m.confidence, m.start, m.length
FROM articles AS a, article_mentions(a.body, a.published) AS m;
INSERT INTO newsroom_dates(article, date_no, field, expression, type, value, day_start, day_end, quote_no, block, block_no,
    sentence_no, start, length)
SELECT a.id, d.date_no, 'body', d.expression, d.type, d.value, d.day_start, d.day_end, d.quote_no, d.block, d.block_no,
    d.sentence_no, d.start, d.length
FROM articles AS a, article_dates(a.body, a.published) AS d;
INSERT INTO newsroom_quotes_text(newsroom_quotes_text) VALUES ('rebuild');
