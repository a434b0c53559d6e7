-- The tables that SELECT newsroom_index('articles', 'body') makes: ordinary ones, for whatever opens the
-- database. They are written by newsroom_refresh() alone, except newsroom_corrections and newsroom_lexicon,
-- which are yours. "article" holds the key of your table, in its type. Columns that a table function has too
-- mean what they mean there; field says which of your columns start and length count in (mention_start and
-- cue_start too: NULL where the mention or the cue stands in the other one).
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

-- What each is called, the full name included.
CREATE TABLE newsroom_people_names(
    name TEXT NOT NULL COLLATE NOCASE,
    person TEXT NOT NULL REFERENCES newsroom_people(person),
    articles INTEGER NOT NULL,
    PRIMARY KEY(name, person)
) WITHOUT ROWID;
CREATE INDEX newsroom_people_names_person ON newsroom_people_names(person);

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
CREATE INDEX newsroom_entities_name ON newsroom_entities(name, type);
CREATE INDEX newsroom_entities_person ON newsroom_entities(person) WHERE person IS NOT NULL;
CREATE INDEX newsroom_entities_country ON newsroom_entities(country) WHERE country IS NOT NULL;

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
    family TEXT,          -- the same for the same words, cut or reworded; NULL: said here only
    FOREIGN KEY(article, entity_no) REFERENCES newsroom_entities(article, entity_no)
);
CREATE INDEX newsroom_quotes_article ON newsroom_quotes(article, entity_no);
CREATE INDEX newsroom_quotes_speaker ON newsroom_quotes(speaker);
CREATE INDEX newsroom_quotes_key ON newsroom_quotes(quote_key);
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
    confidence REAL,
    start INTEGER,
    length INTEGER,
    PRIMARY KEY(article, mention_no),
    FOREIGN KEY(article, entity_no) REFERENCES newsroom_entities(article, entity_no)
) WITHOUT ROWID;
CREATE INDEX newsroom_mentions_name ON newsroom_mentions(name, quote_no) WHERE kind <> 'value';

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
CREATE INDEX newsroom_dates_day ON newsroom_dates(day_start, day_end) WHERE day_start IS NOT NULL;

-- For finding words again: a few sampled runs of words of each quote and each article.
CREATE TABLE newsroom_quote_shingles(
    shingle INTEGER NOT NULL,
    quote INTEGER NOT NULL REFERENCES newsroom_quotes(id),
    PRIMARY KEY(shingle, quote)
) WITHOUT ROWID;
CREATE TABLE newsroom_article_shingles(
    shingle INTEGER NOT NULL,
    article KEY_TYPE NOT NULL REFERENCES newsroom_articles(article),
    PRIMARY KEY(shingle, article)
) WITHOUT ROWID;

-- Articles that changed since the last refresh: what the triggers note, and what a refresh that was
-- cut short left to do.
CREATE TABLE newsroom_changes(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE
);
CREATE INDEX newsroom_changes_article ON newsroom_changes(article);

-- Yours: what a person set right. Anchored on the words, so that it lasts when the article is analysed
-- again. field: a column of newsroom_said that may be corrected, or is_quote (value 0: these words are
-- no quote).
CREATE TABLE newsroom_corrections(
    id INTEGER PRIMARY KEY,
    article KEY_TYPE NOT NULL,
    quote TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    by TEXT,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX newsroom_corrections_article ON newsroom_corrections(article);

-- Yours: your own people, bodies and words that introduce speech, read at the next refresh.
CREATE TABLE newsroom_lexicon(
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK(kind IN ('name', 'cue')),
    form TEXT NOT NULL,
    name TEXT,
    type TEXT,
    gender TEXT,
    country TEXT,
    role TEXT
);
