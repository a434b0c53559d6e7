-- Everything that the extension adds to a connection, and nothing else: functions with their
-- numbers of arguments and flags, modules, and the columns of each table with their types.
.print -- functions: name, arguments, innocuous, deterministic, directonly
SELECT name, narg, (flags & 0x200000) <> 0, (flags & 0x800) <> 0, (flags & 0x80000) <> 0
FROM pragma_function_list
WHERE name LIKE 'newsroom%' OR name LIKE 'article%' OR name LIKE 'extract%' OR name LIKE 'quote\_%' ESCAPE '\'
ORDER BY name, narg;
.print -- modules
SELECT name FROM pragma_module_list
WHERE name LIKE 'newsroom%' OR name LIKE 'article%' OR name LIKE 'extract%' ORDER BY name;
.print -- columns: table, number, name, type, hidden
SELECT m.name, x.cid, x.name, x.type, x.hidden
FROM pragma_module_list AS m, pragma_table_xinfo(m.name) AS x
WHERE m.name LIKE 'article%' OR m.name LIKE 'extract%' OR m.name IN ('newsroom_rules', 'newsroom_verbs')
ORDER BY m.name, x.cid;
.print -- such a table cannot be made by hand
CREATE VIRTUAL TABLE mine USING extract_quotes(body);
.print -- nor written
INSERT INTO article_blocks(block) VALUES ('headline');
DELETE FROM article_blocks;
SELECT newsroom_version();
