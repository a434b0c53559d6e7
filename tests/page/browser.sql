-- The pages that tests/page/browser.sh opens, as one JSON array: the page, the text that is to be seen, and the
-- quotes that are to be marked in it.
.load ./newsroom
.headers off
.mode list
CREATE TEMP TABLE opened AS
SELECT a.outlet || ': ' || a.title AS name, a.body, a.published
FROM articles AS a
WHERE a.id IN (3, 9, 10, 12, 17);
INSERT INTO opened VALUES
  ('markup in an article', '"<script>hit = 1</script>," said <b onclick="hit = 2">Ana Diaz</b>.

"</q></p></article></body><img src=x onerror="hit = 3">," she said. "<style>*{display:none}</style>"', '<i>2025'),
  ('every kind of block', 'Ministers back clean air plan

Vote expected on Monday

By Ana Reis

The cabinet agreed on Tuesday to a plan that closes the old pier. "It is time," said Ana Diaz, the mayor.

A bus in Porto - PHOTO/Rui Sá/AFP

"Shared burden"

The plan has two points, and the council of the city will vote on each of them alone:

- The ferry stays where it is.
- The pier goes, as the mayor of Lund said in a letter that nobody can find any more.

La alcaldesa de la ciudad dijo que los vecinos no lo van a pagar.

Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword stands here.

Read more: Ministers differ

Correction: An earlier version gave the wrong year.', NULL);
SELECT json_group_array(json_object(
    'name', o.name, 'page', article_html(o.body, o.published), 'body', o.body,
    'quotes', json((SELECT json_group_array(json_object('quote', q.quote, 'speaker', q.speaker, 'kind', q.kind))
                    FROM extract_quotes(o.body) AS q)),
    'dates', (SELECT group_concat(d.expression, ' ') FROM article_dates(o.body, o.published) AS d),
    'headline', (SELECT b.passage FROM article_blocks(o.body) AS b WHERE b.block = 'headline')))
FROM opened AS o;
