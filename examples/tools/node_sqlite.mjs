// Who said what, with the SQLite that Node brings itself, from 22.13 on: nothing to install.
//
//     node examples/tools/node_sqlite.mjs news.db ./newsroom
import { DatabaseSync } from 'node:sqlite';

const [path, extension] = process.argv.slice(2);
const db = new DatabaseSync(path, { allowExtension: true });
db.loadExtension(extension);
db.enableLoadExtension(false);

const { newsroom, sqlite } = db.prepare(
  'SELECT newsroom_version() AS newsroom, sqlite_version() AS sqlite').get();
console.log(`newsroom ${newsroom}, SQLite ${sqlite}`);

console.log('\nWho said what in article 1?');
const said = db.prepare(`
  SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
  WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1`);
for (const { speaker, cue, quote } of said.iterate(1)) {
  console.log(`${speaker.padEnd(31)}  ${cue.padEnd(17)}  ${quote}`);
}
