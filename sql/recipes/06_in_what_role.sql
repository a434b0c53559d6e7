-- In what role do people speak, and are they women or men?
-- Plan: all quotes
.parameter set :quotes 3

SELECT office, gender, speakers, quotes
FROM newsroom_by_role
WHERE quotes >= :quotes
ORDER BY quotes DESC, office, gender;
