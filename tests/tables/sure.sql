-- Confidence: hundredths from 0 to 1, for each row that a model read; the speaker's only where there is one.
.nullvalue NULL
CREATE TEMP TABLE t(body);
INSERT INTO t VALUES
  ('"We will appeal," Ms Diaz said. "No way," he said. Some fear the dam is old. "Nobody will be left behind."'),
  ('Ms Diaz denied it, adding that "nobody was hurt". According to the ministry, two cranes fell.'),
  ('«No lo haremos nunca», dijo la ministra María López en el parlamento de la ciudad.');
.print -- rows that are no hundredths from 0 to 1 (asked: 0)
SELECT count(*) FROM t, extract_quotes(t.body) AS q
WHERE q.confidence NOT BETWEEN 0 AND 1 OR q.confidence <> CAST(printf('%.2f', q.confidence) AS REAL)
   OR q.speaker_confidence NOT BETWEEN 0 AND q.confidence
   OR q.speaker_confidence <> CAST(printf('%.2f', q.speaker_confidence) AS REAL);
.print -- which are given
SELECT typeof(q.confidence), typeof(q.speaker_confidence), q.speaker, substr(q.quote, 1, 20)
FROM t, extract_quotes(t.body) AS q;
.print -- the same in JSON (asked: 0 that differ)
SELECT count(*) FROM t, extract_quotes(t.body) AS q
JOIN json_each(extract_quotes(t.body)) AS j ON j.value ->> 'start' = q.start
WHERE j.value ->> 'confidence' IS NOT q.confidence
   OR j.value ->> 'speaker_confidence' IS NOT q.speaker_confidence;
