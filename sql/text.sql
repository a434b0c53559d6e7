-- Full text over quotes; its rowid is newsroom_quotes.id. It stands in the schema as content="newsroom_quotes",
-- which is what Datasette and sqlite-utils look for when they offer a search.
CREATE VIRTUAL TABLE newsroom_quotes_text USING fts5(quote, speaker, content=newsroom_quotes, content_rowid='id');
