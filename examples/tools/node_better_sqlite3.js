// Who said what, in Node with better-sqlite3.
//
//     npm install better-sqlite3
//     node examples/tools/node_better_sqlite3.js news.db ./newsroom
'use strict';

const Database = require('better-sqlite3');

const [path, extension] = process.argv.slice(2);
const db = new Database(path);
db.loadExtension(extension);

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

console.log('\nIndexing');
const columns = { title: 'title', published: 'published', outlet: 'outlet', url: 'url' };
db.prepare("SELECT newsroom_index('articles', 'body', ?)").get(JSON.stringify(columns));
for (const { done, total } of db.prepare("SELECT * FROM newsroom_refresh('articles')").iterate()) {
  console.log(`${done} of ${total} articles`);
}

console.log('\nWho is quoted most, and where?');
const most = db.prepare(`
  SELECT outlet, speaker, count(*) AS quotes FROM newsroom_said WHERE named = 1 AND part = 1
  GROUP BY outlet, speaker ORDER BY quotes DESC, outlet, speaker LIMIT 5`);
for (const { outlet, speaker, quotes } of most.iterate()) {
  console.log(`${outlet.padEnd(16)}  ${speaker.padEnd(18)}  ${quotes}`);
}
