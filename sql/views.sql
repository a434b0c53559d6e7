-- Answers as views: open one, or ask it with WHERE, in whatever opens the database. They read the archive's
-- own tables and use no function of the extension. Counts are of utterances in bodies (part = 1, field =
-- 'body'), so that people who are interrupted, or quoted in headlines, do not look more talkative than they
-- are. A question with a choice in it (one person, a span of days, a topic) is a file in sql/recipes/.

-- What people have looked at: for each such row of newsroom_quotes the last correction of each field.
CREATE VIEW newsroom_reviewed AS
SELECT t.quote AS id,
    max(CASE WHEN c.field = 'is_quote' THEN c.id END) AS is_quote,
    max(CASE WHEN c.field = 'speaker' THEN c.id END) AS speaker,
    max(CASE WHEN c.field = 'role' THEN c.id END) AS role,
    max(CASE WHEN c.field = 'gender' THEN c.id END) AS gender,
    max(CASE WHEN c.field = 'act' THEN c.id END) AS act,
    max(CASE WHEN c.field = 'kind' THEN c.id END) AS kind,
    max(CASE WHEN c.field = 'addressee' THEN c.id END) AS addressee,
    max(CASE WHEN c.field = 'via' THEN c.id END) AS via
FROM newsroom_correction_targets AS t JOIN newsroom_corrections AS c ON c.id = t.correction
GROUP BY t.quote;

-- These rows as they were set right. moved: somebody else is the speaker now, so role, gender and type are
-- those of that person, where the article or the archive knows one of that name. Write unnamed speakers in lower case
-- ("a spokesman"), or they are taken for names.
CREATE VIEW newsroom_corrected AS
WITH said AS MATERIALIZED ( -- as set, and as it was
    SELECT q.*, e.person, r.speaker IS NOT NULL AS speaker_set, r.is_quote IS NOT NULL AS looked_at,
        r.role AS role_by, r.gender AS gender_by, r.act AS act_by, r.kind AS kind_by, r.addressee AS addressee_by,
        r.via AS via_by, (SELECT value FROM newsroom_corrections WHERE id = r.speaker) AS set_speaker
    FROM newsroom_reviewed AS r
    JOIN newsroom_quotes AS q ON q.id = r.id
    LEFT JOIN newsroom_entities AS e ON e.article = q.article AND e.entity_no = q.entity_no
    WHERE r.is_quote IS NULL OR (SELECT value FROM newsroom_corrections WHERE id = r.is_quote) <> '0'
), here AS MATERIALIZED ( -- who is meant, if this article names it
    SELECT s.*, s.speaker_set AND s.set_speaker IS NOT s.speaker
            AND (s.set_speaker IS NULL OR s.set_speaker IS NOT s.person) AS moved,
        (SELECT min(entity_no) FROM newsroom_entities
         WHERE article = s.article AND (name = s.set_speaker OR person = s.set_speaker)) AS set_entity_no
    FROM said AS s
), known AS MATERIALIZED ( -- in the whole archive
    SELECT h.*, n.role AS set_role, n.gender AS set_gender, n.gender_basis AS set_gender_basis, n.type AS set_type,
        coalesce(n.person, (SELECT person FROM newsroom_people WHERE person = h.set_speaker),
                 (SELECT min(person) FROM newsroom_people_names WHERE name = h.set_speaker
                  GROUP BY name HAVING count(*) = 1),
                 CASE WHEN h.set_speaker GLOB '[a-z]*' THEN NULL ELSE h.set_speaker END) AS set_person
    FROM here AS h
    LEFT JOIN newsroom_entities AS n ON n.article = h.article AND n.entity_no = h.set_entity_no
)
SELECT k.id, k.article,
    CAST(CASE WHEN k.moved THEN k.set_person ELSE k.person END AS TEXT) AS person,
    CAST(CASE WHEN k.moved THEN k.set_speaker ELSE k.speaker END AS TEXT) AS speaker,
    CAST(CASE WHEN c_role.id IS NOT NULL THEN c_role.value WHEN k.moved THEN coalesce(k.set_role, p.role)
        ELSE k.role END AS TEXT) AS role,
    CAST(CASE WHEN c_gender.id IS NOT NULL THEN c_gender.value WHEN k.moved THEN coalesce(k.set_gender, p.gender)
        ELSE k.gender END AS TEXT) AS gender,
    CAST(CASE WHEN c_gender.id IS NOT NULL THEN 'correction'
        WHEN k.moved THEN coalesce(k.set_gender_basis, p.gender_basis) ELSE k.gender_basis END AS TEXT) AS gender_basis,
    CAST(CASE WHEN c_act.id IS NOT NULL THEN c_act.value ELSE k.act END AS TEXT) AS act,
    CAST(CASE WHEN c_kind.id IS NOT NULL THEN c_kind.value ELSE k.kind END AS TEXT) AS kind,
    CAST(CASE WHEN c_addressee.id IS NOT NULL THEN c_addressee.value ELSE k.addressee END AS TEXT) AS addressee,
    CAST(CASE WHEN c_via.id IS NOT NULL THEN c_via.value ELSE k.via END AS TEXT) AS via,
    CAST(CASE WHEN k.moved THEN k.set_person IS NOT NULL ELSE k.named END AS INTEGER) AS named,
    CAST(CASE WHEN k.moved THEN coalesce(k.set_type, p.type) ELSE k.speaker_type END AS TEXT) AS speaker_type,
    CAST(CASE WHEN k.moved THEN NULL ELSE k.speaker_head END AS TEXT) AS speaker_head,
    CAST(CASE WHEN k.moved THEN k.set_entity_no ELSE k.entity_no END AS INTEGER) AS entity_no,
    CAST(CASE WHEN k.looked_at OR k.speaker_set THEN 1.0 ELSE k.confidence END AS REAL) AS confidence,
    CAST(CASE WHEN k.moved AND k.set_speaker IS NULL THEN NULL
        WHEN k.speaker_set OR (k.looked_at AND k.speaker IS NOT NULL) THEN 1.0
        ELSE k.speaker_confidence END AS REAL) AS speaker_confidence,
    k.moved OR coalesce(c_role.id, c_gender.id, c_act.id, c_kind.id, c_addressee.id, c_via.id) IS NOT NULL AS corrected
FROM known AS k
LEFT JOIN newsroom_people AS p ON p.person = k.set_person
LEFT JOIN newsroom_corrections AS c_role ON c_role.id = k.role_by
LEFT JOIN newsroom_corrections AS c_gender ON c_gender.id = k.gender_by
LEFT JOIN newsroom_corrections AS c_act ON c_act.id = k.act_by
LEFT JOIN newsroom_corrections AS c_kind ON c_kind.id = k.kind_by
LEFT JOIN newsroom_corrections AS c_addressee ON c_addressee.id = k.addressee_by
LEFT JOIN newsroom_corrections AS c_via ON c_via.id = k.via_by;

-- Who said what? One row a stretch of reported speech, everything in it, corrections applied: the one to
-- open first. person is the same key in all articles (newsroom_people), NULL for who is nobody there;
-- speaker is what this article makes of the source, "a spokesman" too. utterance is the whole of what was
-- said at once: all parts of an interrupted quote. corrected: a person set something right; reviewed: a
-- person has looked at it. Columns have the same type in both halves: so SQLite asks the indexes of each, in
-- joins too, if the query that joins does not aggregate and sorts only by what it selects: put the join into
-- WITH found AS MATERIALIZED (SELECT ...), as the recipes do.
CREATE VIEW newsroom_said AS
SELECT a.outlet, a.published, a.day, a.title, a.url, e.person, q.speaker, q.role, q.gender, q.gender_basis,
    q.act, q.quote, q.context,
    CASE WHEN q.parts = 1 THEN q.quote ELSE
        (SELECT group_concat(quote, ' ')
         FROM (SELECT u.quote FROM newsroom_quotes AS u
               WHERE u.article = q.article AND u.field = q.field AND u.quote_no = q.quote_no ORDER BY u.part))
        END AS utterance,
    q.kind, q.cue, q.verb, q.addressee, q.via, q.named, q.speaker_type, q.speaker_head, q.co_speakers,
    q.confidence, q.speaker_confidence, q.rule, CAST(0 AS INTEGER) AS corrected, CAST(0 AS INTEGER) AS reviewed,
    a.language, a.duplicate_of, q.family, q.quote_key, q.article, q.field, q.quote_no, q.part, q.parts, q.entity_no,
    q.block, q.start, q.length, q.id
FROM newsroom_quotes AS q
JOIN newsroom_articles AS a ON a.article = q.article
LEFT JOIN newsroom_entities AS e ON e.article = q.article AND e.entity_no = q.entity_no
WHERE NOT EXISTS (SELECT 1 FROM newsroom_correction_targets AS t WHERE t.quote = q.id)
UNION ALL
SELECT a.outlet, a.published, a.day, a.title, a.url, c.person, c.speaker, c.role, c.gender, c.gender_basis,
    c.act, q.quote, q.context,
    CASE WHEN q.parts = 1 THEN q.quote ELSE
        (SELECT group_concat(quote, ' ')
         FROM (SELECT u.quote FROM newsroom_quotes AS u
               WHERE u.article = q.article AND u.field = q.field AND u.quote_no = q.quote_no ORDER BY u.part))
        END,
    c.kind, q.cue, q.verb, c.addressee, c.via, c.named, c.speaker_type, c.speaker_head, q.co_speakers,
    c.confidence, c.speaker_confidence, q.rule, CAST(c.corrected AS INTEGER), CAST(1 AS INTEGER),
    a.language, a.duplicate_of, q.family, q.quote_key, q.article, q.field, q.quote_no, q.part, q.parts, c.entity_no,
    q.block, q.start, q.length, q.id
FROM newsroom_corrected AS c
JOIN newsroom_quotes AS q ON q.id = c.id
JOIN newsroom_articles AS a ON a.article = q.article;

-- How much has each said, where, and since when?
CREATE VIEW newsroom_speakers AS
SELECT s.person, p.type, coalesce(p.role, s.role) AS role, coalesce(p.gender, s.gender) AS gender, p.country,
    s.quotes, s.articles, s.outlets, s.first_day, s.last_day
FROM (SELECT person, max(role) AS role, max(gender) AS gender, count(*) AS quotes, count(DISTINCT article) AS articles,
          count(DISTINCT outlet) AS outlets, min(day) AS first_day, max(day) AS last_day
      FROM newsroom_said
      WHERE part = 1 AND field = 'body' AND person IS NOT NULL
      GROUP BY person) AS s
LEFT JOIN newsroom_people AS p ON p.person = s.person;

-- Who is quoted most, by outlet and month? place = 1 is the first of each.
CREATE VIEW newsroom_most_quoted AS
SELECT outlet, month, rank() OVER (PARTITION BY outlet, month ORDER BY quotes DESC) AS place, person, quotes, articles
FROM (SELECT outlet, substr(day, 1, 7) AS month, person, count(*) AS quotes, count(DISTINCT article) AS articles
      FROM newsroom_said
      WHERE part = 1 AND field = 'body' AND person IS NOT NULL
      GROUP BY outlet, substr(day, 1, 7), person);

-- Who speaks about whom? One row for each name or noun inside quoted or reported words that stands for
-- somebody or something named, the speaker aside. about is the name in this article, about_person the key in
-- all of them.
CREATE VIEW newsroom_about AS
SELECT s.person, s.speaker, e.name AS about, e.person AS about_person, e.type AS about_type, m.mention, s.act, s.outlet,
    s.day, s.quote, s.context, s.title, s.url, s.article, s.id
FROM newsroom_said AS s
JOIN newsroom_mentions AS m ON m.article = s.article AND m.field = s.field AND m.quote_no = s.quote_no
    AND m.start >= s.start AND m.start < s.start + s.length
JOIN newsroom_entities AS e ON e.article = m.article AND e.entity_no = m.entity_no
WHERE m.kind <> 'pronoun' AND m.entity_no IS NOT s.entity_no;

-- Who is quoted in the same article? Each pair both ways: person < other gives it once.
CREATE VIEW newsroom_quoted_together AS
WITH quoted AS (SELECT DISTINCT article, day, person FROM newsroom_said WHERE person IS NOT NULL)
SELECT one.person, two.person AS other, count(*) AS articles, min(one.day) AS first_day, max(one.day) AS last_day
FROM quoted AS one JOIN quoted AS two ON two.article = one.article AND two.person <> one.person
GROUP BY one.person, two.person;

-- How many women and men does each outlet quote? guesses = 0 takes only what the article shows (a title, a
-- pronoun); guesses = 1 also what a given name suggests. Never what somebody said of themselves.
CREATE VIEW newsroom_by_gender AS
SELECT outlet, 0 AS guesses, CASE WHEN gender_basis = 'name' THEN 'unknown' ELSE gender END AS gender,
    count(DISTINCT coalesce(person, article || ' ' || speaker)) AS speakers, count(*) AS quotes
FROM newsroom_said
WHERE part = 1 AND field = 'body' AND gender IS NOT NULL
GROUP BY outlet, CASE WHEN gender_basis = 'name' THEN 'unknown' ELSE gender END
UNION ALL
SELECT outlet, 1, gender, count(DISTINCT coalesce(person, article || ' ' || speaker)), count(*)
FROM newsroom_said
WHERE part = 1 AND field = 'body' AND gender IS NOT NULL
GROUP BY outlet, gender;

-- In what role do people speak? office is the role up to its "of": "mayor" of "mayor of Lund".
CREATE VIEW newsroom_by_role AS
SELECT lower(substr(role, 1, instr(role || ' of ', ' of ') - 1)) AS office, gender,
    count(DISTINCT coalesce(person, article || ' ' || speaker)) AS speakers, count(*) AS quotes
FROM newsroom_said
WHERE part = 1 AND field = 'body' AND role IS NOT NULL
GROUP BY lower(substr(role, 1, instr(role || ' of ', ' of ') - 1)), gender;

-- What kind of unnamed sources does each outlet use? head: "official" of "a senior US official".
CREATE VIEW newsroom_unnamed AS
SELECT outlet, speaker_head AS head, speaker_type AS type, count(*) AS quotes, count(DISTINCT article) AS articles,
    max(day) AS last_day, speaker AS example
FROM newsroom_said
WHERE part = 1 AND field = 'body' AND named = 0 AND speaker_head IS NOT NULL
GROUP BY outlet, speaker_head, speaker_type;

-- What was denied, and what would somebody not say?
CREATE VIEW newsroom_denials AS
SELECT day, outlet, coalesce(person, speaker) AS speaker, role, act, cue, utterance, title, url, article, id
FROM newsroom_said
WHERE part = 1 AND act IN ('deny', 'decline');

-- What happened when? One row for each day or span of days that an article speaks of; said_by is who spoke
-- of it, where that was in somebody's words.
CREATE VIEW newsroom_timeline AS
SELECT d.day_start, d.day_end, d.expression, d.type, a.day AS written, a.outlet, a.title,
    (SELECT q.speaker FROM newsroom_quotes AS q
     WHERE q.article = d.article AND q.field = d.field AND q.quote_no = d.quote_no AND q.part = 1) AS said_by,
    a.url, d.article, d.field, d.sentence_no, d.start, d.length
FROM newsroom_dates AS d JOIN newsroom_articles AS a ON a.article = d.article
WHERE d.day_start IS NOT NULL;

-- Which places are in the news, by country?
CREATE VIEW newsroom_places AS
SELECT e.country, e.name, e.type, count(*) AS articles, sum(e.mentions) AS mentions,
    count(DISTINCT a.outlet) AS outlets, min(a.day) AS first_day, max(a.day) AS last_day
FROM newsroom_entities AS e JOIN newsroom_articles AS a ON a.article = e.article
WHERE e.country IS NOT NULL AND e.type IN ('GPE', 'LOC', 'FAC')
GROUP BY e.country, e.name, e.type;

-- Who is new this week: first named in the seven days up to the archive's newest day?
CREATE VIEW newsroom_new_names AS
SELECT person, name, type, role, country, first_seen, last_seen, articles, quotes
FROM newsroom_people
WHERE first_seen > (SELECT date(max(day), '-7 days') FROM newsroom_articles);

-- What do two outlets quote differently: the same words, cut or reworded? other_speaker is another one
-- where they give the words to different people: then one of them is wrong.
CREATE VIEW newsroom_quoted_differently AS
SELECT one.family, one.day, one.outlet, coalesce(one.person, one.speaker) AS speaker, one.quote,
    two.day AS other_day, two.outlet AS other_outlet, coalesce(two.person, two.speaker) AS other_speaker,
    two.quote AS other_quote, one.article, two.article AS other_article, one.id, two.id AS other_id
FROM newsroom_said AS one JOIN newsroom_said AS two ON two.family = one.family
WHERE one.family IS NOT NULL AND one.outlet < two.outlet
  AND (one.quote_key <> two.quote_key OR coalesce(one.person, one.speaker) IS NOT coalesce(two.person, two.speaker));

-- Does the body bear out what the headline quotes? One row for each quote in a title, with the stretch of
-- the body that has the same words, but for casing and marks, or holds them, or is held; in_body is NULL where
-- none does.
CREATE VIEW newsroom_headlines AS
WITH titles AS MATERIALIZED (
    SELECT *, rtrim(lower(replace(replace(quote, '’', ''''), char(10), ' ')), ' .,;:!?') AS words
    FROM newsroom_said
    WHERE field = 'title'
), bodies AS MATERIALIZED (
    SELECT q.id, q.article, q.quote_key, q.family,
        rtrim(lower(replace(replace(q.quote, '’', ''''), char(10), ' ')), ' .,;:!?') AS words
    FROM newsroom_quotes AS q
    WHERE q.field = 'body' AND q.article IN (SELECT article FROM titles)
), matched AS MATERIALIZED (
    SELECT t.id, coalesce(min(CASE WHEN s.quote_key = t.quote_key THEN s.id END), min(s.id)) AS body_id
    FROM titles AS t JOIN bodies AS s ON s.article = t.article
    WHERE s.quote_key = t.quote_key OR s.family = t.family OR instr(s.words, t.words) > 0
       OR (length(s.words) > 12 AND instr(t.words, s.words) > 0)
    GROUP BY t.id
)
SELECT t.day, t.outlet, t.title, t.speaker AS title_speaker, t.quote AS title_quote,
    b.speaker AS body_speaker, b.quote AS in_body, t.url, t.article, t.id, m.body_id
FROM titles AS t
LEFT JOIN matched AS m ON m.id = t.id
LEFT JOIN newsroom_quotes AS b ON b.id = m.body_id;

-- Which rows should a person look at? Those that nobody has looked at, with how sure the extension is of
-- words and speaker, whichever it doubts more: WHERE sure < 0.5 ORDER BY sure.
CREATE VIEW newsroom_review AS
SELECT min(coalesce(q.confidence, 1), coalesce(q.speaker_confidence, 1)) AS sure, q.confidence, q.speaker_confidence,
    q.speaker, q.quote, q.context, q.rule, q.kind, a.day, a.outlet, a.title, a.url, q.article, q.id
FROM newsroom_quotes AS q JOIN newsroom_articles AS a ON a.article = q.article
WHERE NOT EXISTS (SELECT 1 FROM newsroom_correction_targets AS t WHERE t.quote = q.id);

-- How often is each rule right? Of the rows that people looked at (all parts of an utterance whose speaker was
-- set): the words are right unless is_quote was set to 0; the speaker is right where is_quote was set to 1 and
-- no other speaker was set, or where the one set is the one that was there. Rows whose act or role alone was
-- corrected say nothing of either and are left out. It is as fair as the choice of rows: those from
-- newsroom_review are the doubtful ones.
CREATE VIEW newsroom_precision AS
WITH judged AS (
    SELECT q.rule, q.kind,
        coalesce((SELECT value FROM newsroom_corrections WHERE id = r.is_quote), '1') <> '0' AS right_words,
        r.speaker IS NULL OR (SELECT value FROM newsroom_corrections WHERE id = r.speaker) IS q.speaker
            OR (SELECT value FROM newsroom_corrections WHERE id = r.speaker) IS
               (SELECT e.person FROM newsroom_entities AS e WHERE e.article = q.article AND e.entity_no = q.entity_no
                AND e.person IS NOT NULL) AS right_speaker
    FROM newsroom_reviewed AS r JOIN newsroom_quotes AS q ON q.id = r.id
    WHERE r.is_quote IS NOT NULL OR r.speaker IS NOT NULL
)
SELECT rule, kind, count(*) AS reviewed, sum(right_words) AS right_quotes,
    round(1.0 * sum(right_words) / count(*), 3) AS quote_precision,
    sum(right_words AND right_speaker) AS right_speakers,
    round(1.0 * sum(right_words AND right_speaker) / count(*), 3) AS speaker_precision
FROM judged
GROUP BY rule, kind;

-- Which corrections have lost their words? newsroom_check() lists them too.
CREATE VIEW newsroom_lost_corrections AS
SELECT c.id, c.article, c.quote, c.nth, c.field, c.value, c.by, c.at,
    CASE WHEN NOT EXISTS (SELECT 1 FROM newsroom_articles AS a WHERE a.article = c.article)
         THEN 'the article is not in the archive'
         ELSE 'no quote of the article has these words' END AS why
FROM newsroom_corrections AS c
WHERE NOT EXISTS (SELECT 1 FROM newsroom_correction_targets AS t WHERE t.correction = c.id)
  AND NOT (c.field = 'is_quote' AND c.value = '0');
