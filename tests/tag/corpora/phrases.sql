-- The articles as GUM has them: phrases with the word at their head.
ALTER TABLE articles RENAME COLUMN split TO partition;
CREATE TABLE phrases AS SELECT m.article_id, m.start, m.end, 1 AS is_named, 'PROPN' AS head_upos,
  CASE m.entity_type WHEN 'PER' THEN 'person' WHEN 'ORG' THEN 'organization' WHEN 'LOC' THEN 'place' ELSE 'event' END
    AS entity_type,
  substr(a.body, m.start + 1, m.end - m.start) AS head
  FROM mentions AS m JOIN articles AS a ON a.id = m.article_id;
UPDATE phrases SET head = substr(head, instr(head, ' ') + 1);
DROP TABLE mentions;
ALTER TABLE phrases RENAME TO mentions;
