-- How many women and men does each outlet quote?
--
-- guesses 0 takes only what the articles show (a title, a pronoun), guesses 1 also what given names
-- suggest. Look at the unknown ones, and at the names, before you publish a share.
-- Plan: all quotes
SELECT outlet, guesses,
       sum(CASE WHEN gender = 'female' THEN speakers ELSE 0 END) AS women,
       sum(CASE WHEN gender = 'male' THEN speakers ELSE 0 END) AS men,
       sum(CASE WHEN gender NOT IN ('female', 'male') THEN speakers ELSE 0 END) AS unknown,
       sum(CASE WHEN gender = 'female' THEN quotes ELSE 0 END) AS quotes_of_women,
       sum(CASE WHEN gender = 'male' THEN quotes ELSE 0 END) AS quotes_of_men
FROM newsroom_by_gender
GROUP BY outlet, guesses
ORDER BY outlet, guesses;
