-- Indexes of the tables of schema.sql that nothing needs while articles come: the first newsroom_refresh()
-- makes them when it has filled the tables, since sorting once takes a third of the time.
CREATE INDEX newsroom_quotes_speaker ON newsroom_quotes(speaker);
CREATE INDEX newsroom_quotes_denials ON newsroom_quotes(act) WHERE act IN ('deny', 'decline');
CREATE INDEX newsroom_quotes_titles ON newsroom_quotes(article) WHERE field = 'title';
CREATE INDEX newsroom_quotes_unsure ON newsroom_quotes(min(coalesce(confidence, 1), coalesce(speaker_confidence, 1)));
CREATE INDEX newsroom_mentions_name ON newsroom_mentions(name, quote_no) WHERE kind <> 'value';
CREATE INDEX newsroom_dates_day ON newsroom_dates(day_start, day_end) WHERE day_start IS NOT NULL;
CREATE INDEX newsroom_entities_country ON newsroom_entities(country) WHERE country IS NOT NULL;
CREATE INDEX newsroom_entities_name ON newsroom_entities(name, type);
