-- Full text over quotes; its rowid is newsroom_quotes.id.
CREATE VIRTUAL TABLE newsroom_quotes_text USING fts5(quote, speaker, content='newsroom_quotes', content_rowid='id');
