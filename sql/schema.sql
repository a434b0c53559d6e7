-- The tables that SELECT newsroom_index('articles', 'body') makes: ordinary ones, for whatever opens the
-- database. They are written by newsroom_refresh() alone, except newsroom_corrections and newsroom_lexicon,
-- which are yours. "article" holds the key of your table, in its type. Columns that a table function has too
-- mean what they mean there; field says which of your columns start and length count in (mention_start and
-- cue_start too: NULL where the mention or the cue stands in the other one).
-- Their other indexes are in indexes.sql.
-- The extension puts its prefix where "newsroom_" stands, and your key's type where KEY_TYPE stands.

-- One row an article.
CREATE TABLE newsroom_articles(
    article KEY_TYPE PRIMARY KEY NOT NULL,
    title TEXT,
    published TEXT,       -- as you keep it
    day TEXT,             -- the ISO day of published, NULL where it has none
    outlet TEXT,
    url TEXT,
    language TEXT,        -- ISO 639-1, of the whole article
    words INTEGER,
    quotes INTEGER,       -- utterances
    speakers INTEGER,     -- different ones, named or not
    duplicate_of KEY_TYPE, -- the first article of nearly the same words, NULL: itself
    error TEXT,           -- why there is no analysis, NULL: there is one
    hash INTEGER NOT NULL, -- of all that was read from your row
    version TEXT NOT NULL -- newsroom_version() that analysed it
) WITHOUT ROWID;
CREATE INDEX newsroom_articles_day ON newsroom_articles(day);
CREATE INDEX newsroom_articles_outlet ON newsroom_articles(outlet, day);
CREATE INDEX newsroom_articles_duplicate ON newsroom_articles(duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX newsroom_articles_error ON newsroom_articles(article) WHERE error IS NOT NULL;

-- Everyone and everybody: one row a person or body over all articles (type PERSON or ORG).
CREATE TABLE newsroom_people(
    person TEXT PRIMARY KEY NOT NULL, -- "Ana Diaz", or "Ana Diaz (mayor)" where two have the name
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    gender TEXT,
    gender_basis TEXT,
    country TEXT,
    role TEXT,            -- the latest
    roles TEXT,           -- JSON: [{"role": "mayor", "first": "2024-03-01", "last": "2024-05-09"}, ...]
    first_seen TEXT,      -- ISO days
    last_seen TEXT,
    articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX newsroom_people_quotes ON newsroom_people(quotes);
CREATE INDEX newsroom_people_first_seen ON newsroom_people(first_seen);

-- What each is called, the full name included.
CREATE TABLE newsroom_people_names(
    name TEXT NOT NULL COLLATE NOCASE,
    person TEXT NOT NULL REFERENCES newsroom_people(person),
    articles INTEGER NOT NULL,
    PRIMARY KEY(name, person)
) WITHOUT ROWID;
CREATE INDEX newsroom_people_names_person ON newsroom_people_names(person);

-- Words that names are looked for by, and names that changed since people were last settled: for
-- newsroom_refresh() alone, and may be out of date.
CREATE TABLE newsroom_name_words(
    word TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY(word, type, name)
) WITHOUT ROWID;
CREATE TABLE newsroom_names_touched(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    aliases TEXT,
    person TEXT
);

-- article_entities(), with the person of the whole archive.
CREATE TABLE newsroom_entities(
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    entity_no INTEGER NOT NULL,
    field TEXT NOT NULL,  -- title or body
    name TEXT,
    type TEXT,
    mentions INTEGER,
    quotes INTEGER,
    role TEXT,
    gender TEXT,
    gender_basis TEXT,
    country TEXT,
    aliases TEXT,
    salience REAL,
    start INTEGER,
    length INTEGER,
    person TEXT REFERENCES newsroom_people(person),
    PRIMARY KEY(article, entity_no)
) WITHOUT ROWID;
CREATE INDEX newsroom_entities_person ON newsroom_entities(person) WHERE person IS NOT NULL;

-- extract_quotes().
CREATE TABLE newsroom_quotes(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    field TEXT NOT NULL,
    speaker TEXT,
    quote TEXT,
    cue TEXT,
    verb TEXT,
    kind TEXT,
    act TEXT,
    addressee TEXT,
    via TEXT,
    named INTEGER,
    speaker_type TEXT,
    speaker_head TEXT,
    co_speakers TEXT,
    role TEXT,
    gender TEXT,
    gender_basis TEXT,
    entity_no INTEGER,
    quote_no INTEGER,
    part INTEGER,
    parts INTEGER,
    block TEXT,
    block_no INTEGER,
    sentence_no INTEGER,
    context TEXT,
    rule TEXT,
    confidence REAL,
    speaker_confidence REAL,
    mention TEXT,
    mention_start INTEGER,
    mention_length INTEGER,
    cue_start INTEGER,
    cue_length INTEGER,
    start INTEGER,
    length INTEGER,
    quote_key TEXT,       -- quote_key(quote)
    family TEXT,          -- the same for the same words, cut or reworded, in several articles; NULL: in this one only
    FOREIGN KEY(article, entity_no) REFERENCES newsroom_entities(article, entity_no)
);
CREATE INDEX newsroom_quotes_article ON newsroom_quotes(article, entity_no);
CREATE INDEX newsroom_quotes_key ON newsroom_quotes(quote_key, family);
CREATE INDEX newsroom_quotes_family ON newsroom_quotes(family) WHERE family IS NOT NULL;

-- article_mentions(): names, nouns, pronouns and values.
CREATE TABLE newsroom_mentions(
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    mention_no INTEGER NOT NULL,
    field TEXT NOT NULL,
    mention TEXT,
    name TEXT,
    type TEXT,
    kind TEXT,
    entity_no INTEGER,
    quote_no INTEGER,
    block TEXT,
    block_no INTEGER,
    sentence_no INTEGER,
    rule TEXT,
    confidence REAL,
    start INTEGER,
    length INTEGER,
    PRIMARY KEY(article, mention_no),
    FOREIGN KEY(article, entity_no) REFERENCES newsroom_entities(article, entity_no)
) WITHOUT ROWID;

-- article_dates().
CREATE TABLE newsroom_dates(
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    date_no INTEGER NOT NULL,
    field TEXT NOT NULL,
    expression TEXT,
    type TEXT,
    value TEXT,
    day_start TEXT,
    day_end TEXT,
    quote_no INTEGER,
    block TEXT,
    block_no INTEGER,
    sentence_no INTEGER,
    start INTEGER,
    length INTEGER,
    PRIMARY KEY(article, date_no)
) WITHOUT ROWID;

-- For finding words again, in no foreign key, as they are in no question of yours: of each different quote
-- (quote_key) some runs of three words, by number, with the id of a row of it and how many it has; a run
-- that fifty different quotes have tells nothing (those of articles are numbers below 0). What came or
-- lost its family is unsettled until the end of the refresh (kind 0: quotes, 1: sketches).
CREATE TABLE newsroom_quote_shingles(
    shingle INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    among INTEGER NOT NULL,
    PRIMARY KEY(shingle, quote)
) WITHOUT ROWID;
CREATE TABLE newsroom_common_shingles(
    shingle INTEGER PRIMARY KEY
);
CREATE TABLE newsroom_unsettled(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    row INTEGER NOT NULL
);

-- The same of articles: a sketch is the 32 smallest numbers of all runs of four words, and by the first
-- eight it is found. family: the same for articles of nearly the same words (duplicate_of is the first).
CREATE TABLE newsroom_article_sketches(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    words_key TEXT NOT NULL, -- the same for the same sketch
    family TEXT,
    runs INTEGER NOT NULL,
    sketch BLOB NOT NULL     -- four bytes a number
);
CREATE INDEX newsroom_article_sketches_article ON newsroom_article_sketches(article);
CREATE INDEX newsroom_article_sketches_key ON newsroom_article_sketches(words_key, family);
CREATE INDEX newsroom_article_sketches_family ON newsroom_article_sketches(family) WHERE family IS NOT NULL;
CREATE TABLE newsroom_article_shingles(
    shingle INTEGER NOT NULL,
    sketch INTEGER NOT NULL, -- newsroom_article_sketches.id
    among INTEGER NOT NULL,
    PRIMARY KEY(shingle, sketch)
) WITHOUT ROWID;

-- Articles that changed since the last refresh: what the triggers note, and what a refresh that was
-- cut short left to do.
CREATE TABLE newsroom_changes(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE
);
CREATE INDEX newsroom_changes_article ON newsroom_changes(article);

-- Yours: what a person set right, or found right. Anchored on the words, so that it lasts when the article
-- is analysed again: quote holds the words of the row (or most of them), nth which row where the article
-- has these words more than once (1: the first; NULL: all). field: what is set to value, NULL where there
-- is none; is_quote = 0 says that these words are no quote, is_quote = 1 that the row is right as it stands,
-- but for what else is corrected. What concerns the speaker holds for all parts of an utterance. Of two
-- corrections of one field the later one counts.
--
--     INSERT INTO newsroom_corrections(article, quote, field, value, by)
--     SELECT article, quote, 'speaker', 'Ana Diaz', 'desk' FROM newsroom_said WHERE id = 17;
CREATE TABLE newsroom_corrections(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE NOT NULL,
    quote TEXT NOT NULL,
    nth INTEGER,
    field TEXT NOT NULL,
    value TEXT,
    by TEXT,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "field is one of is_quote, speaker, role, gender, act, kind, addressee, via" CHECK(
        field IN ('is_quote', 'speaker', 'role', 'gender', 'act', 'kind', 'addressee', 'via')),
    CONSTRAINT "is_quote is 0 (no quote) or 1 (right as it stands)" CHECK(
        field <> 'is_quote' OR (value IS NOT NULL AND value IN ('0', '1'))),
    CONSTRAINT "gender is female, male, nonbinary, unknown or NULL" CHECK(
        field <> 'gender' OR value IN ('female', 'male', 'nonbinary', 'unknown')),
    CONSTRAINT "act is say, ask, order, promise, deny, decline, think, feel or show" CHECK(
        field <> 'act' OR value IN ('say', 'ask', 'order', 'promise', 'deny', 'decline', 'think', 'feel', 'show')),
    CONSTRAINT "kind is direct, mixed or indirect" CHECK(
        field <> 'kind' OR value IN ('direct', 'mixed', 'indirect'))
);
CREATE INDEX newsroom_corrections_article ON newsroom_corrections(article);

-- Which rows a correction is about, now: made from the words by the triggers below and by each refresh.
-- A correction without a row here has lost its words, and newsroom_check() lists it.
CREATE TABLE newsroom_correction_targets(
    quote INTEGER NOT NULL REFERENCES newsroom_quotes(id) ON DELETE CASCADE,
    correction INTEGER NOT NULL REFERENCES newsroom_corrections(id) ON DELETE CASCADE,
    PRIMARY KEY(quote, correction)
) WITHOUT ROWID;
CREATE INDEX newsroom_correction_targets_correction ON newsroom_correction_targets(correction);

-- Yours: your own people, bodies and words that introduce speech, read at the next refresh, which analyses
-- anew whatever articles hold them. A name: form as written in articles ("MOI"), name in full ("Mighty Oak"),
-- as many rows a name as it has forms. A cue: form is the verb's base ("opine"; of an irregular one the five
-- forms, "sing|sings|sang|sung|singing"), name its lemma where that is another one, act what it makes of the words.
CREATE TABLE newsroom_lexicon(
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    name TEXT,
    type TEXT,            -- PERSON where it is NULL
    gender TEXT,
    country TEXT,         -- ISO 3166-1, two letters
    role TEXT,
    act TEXT,
    CONSTRAINT "kind is name or cue" CHECK(kind IN ('name', 'cue'))
);

-- What newsroom_lexicon held at the last refresh.
CREATE TABLE newsroom_lexicon_used(
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    name TEXT,
    type TEXT,
    gender TEXT,
    country TEXT,
    role TEXT,
    act TEXT
);

-- Corrections find their words at once, whoever writes them: plain SQL, no function of the extension. Exactly
-- these words; where no row of the article has them, the same but for line ends, casing and the marks around.
CREATE VIEW newsroom_correction_matches AS
WITH meant AS (
    SELECT c.id, c.field, c.nth, q.id AS quote, q.article, q.field AS place, q.quote_no, q.start, q.quote AS words
    FROM newsroom_corrections AS c
    CROSS JOIN newsroom_quotes AS q ON q.article = c.article
        AND trim(lower(replace(replace(q.quote, char(13), ''), char(10), ' ')), ' ,.;:!?…"“”‘’''«»')
            = trim(lower(replace(replace(c.quote, char(13), ''), char(10), ' ')), ' ,.;:!?…"“”‘’''«»')
    WHERE q.quote = c.quote
       OR NOT EXISTS (SELECT 1 FROM newsroom_quotes AS w WHERE w.article = c.article AND w.quote = c.quote)
)
SELECT DISTINCT said.id AS quote, m.id AS correction
FROM meant AS m
CROSS JOIN newsroom_quotes AS said ON said.article = m.article AND said.field = m.place
    AND said.quote_no = m.quote_no AND (said.id = m.quote OR m.field NOT IN ('is_quote', 'kind'))
WHERE m.nth IS NULL
   OR m.nth = (SELECT count(*) FROM newsroom_quotes AS before
               WHERE before.article = m.article AND before.quote = m.words
                 AND (before.field > m.place OR (before.field = m.place AND before.start <= m.start)));

CREATE TRIGGER newsroom_corrections_made AFTER INSERT ON newsroom_corrections BEGIN
    DELETE FROM newsroom_correction_targets WHERE correction = NEW.id;
    INSERT INTO newsroom_correction_targets(quote, correction)
    SELECT quote, correction FROM newsroom_correction_matches WHERE correction = NEW.id;
END;
CREATE TRIGGER newsroom_corrections_changed AFTER UPDATE OF id, article, quote, nth, field ON newsroom_corrections BEGIN
    DELETE FROM newsroom_correction_targets WHERE correction IN (OLD.id, NEW.id);
    INSERT INTO newsroom_correction_targets(quote, correction)
    SELECT quote, correction FROM newsroom_correction_matches WHERE correction = NEW.id;
END;
CREATE TRIGGER newsroom_corrections_taken_back AFTER DELETE ON newsroom_corrections BEGIN
    DELETE FROM newsroom_correction_targets WHERE correction = OLD.id;
END;
CREATE TRIGGER newsroom_quotes_gone AFTER DELETE ON newsroom_quotes BEGIN
    DELETE FROM newsroom_correction_targets WHERE quote = OLD.id;
END;
