// Uses Datasette's pages as a reader would, in a real headless browser, and holds what is seen to what SQL says.
//
//     node tests/page/datasette.js URL BROWSER loaded|plain    a database newsroom, indexed; the extension loaded or not
//
// SCREENSHOTS names a directory for pictures of the pages. Ends with "N passed, N failed". Datasette was
// started with sql_time_limit_ms 500.
'use strict';

const { chromium } = require('playwright-core');

const [base, executablePath, how] = process.argv.slice(2);
const LIMIT = 500;
let passed = 0;
let failed = 0;

function check(what, good, seen) {
  if (good) {
    passed++;
  } else {
    failed++;
    console.log(`FAIL datasette (${how}): ${what}; seen: ${JSON.stringify(seen)}`);
  }
}

// What SQL says, past the pages.
async function ask(page, sql) {
  const answer = await page.request.get(`${base}/newsroom.json?_shape=arrayfirst&sql=${encodeURIComponent(sql)}`);
  return (await answer.json())[0];
}

async function picture(page, name) {
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/datasette_${how}_${name}.png` });
  }
}

const cells = (page, column) => page.locator(`table.rows-and-columns td.col-${column}`).allInnerTexts();
const heading = async (page) => Number((await page.locator('h3').first().innerText()).match(/^[\d,]+/)[0].replace(',', ''));

// Who is quoted most is the first facet; clicking on it leaves that speaker's rows.
async function facets(page) {
  await page.goto(`${base}/newsroom/newsroom_said`);
  const first = page.locator('#facet-speaker ul li').first();
  const speaker = (await first.locator('a').first().innerText()).trim();
  const rows = Number((await first.innerText()).match(/(\d+)\s*$/)[1]);
  const most = await ask(page, `SELECT speaker FROM newsroom_said WHERE speaker IS NOT NULL
                                GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT 1`);
  check('the first facet is who is quoted most', speaker === most, speaker);
  await picture(page, 'facets');
  await Promise.all([page.waitForURL(/[?&]speaker=/), first.locator('a').first().click()]);
  const speakers = await cells(page, 'speaker');
  check('a click leaves that speaker', speakers.length > 0 && speakers.every((name) => name.trim() === speaker), speakers);
  check('as many rows as the facet said', (await heading(page)) === rows, rows);
  const counted = await ask(page, `SELECT count(*) FROM newsroom_said WHERE speaker = '${speaker.replace(/'/g, "''")}'`);
  check('as many rows as SQL counts', counted === rows, [counted, rows]);
}

// Words typed into the search box find the quotes that hold them.
async function search(page, table) {
  await page.goto(`${base}/newsroom/${table}`);
  await page.locator('input[name=_search]').fill('sleep');
  await Promise.all([page.waitForURL(/_search=sleep/), page.locator('input[name=_search]').press('Enter')]);
  const quotes = await cells(page, 'quote');
  check(`${table}: full text finds them`, quotes.length > 0 && quotes.every((quote) => /sleep/i.test(quote)), quotes);
  const counted = await ask(page, "SELECT count(*) FROM newsroom_quotes_text('sleep')");
  check(`${table}: all of them`, (await heading(page)) === counted, counted);
  await picture(page, `search_${table}`);
}

async function runs(page, sql) {
  const start = Date.now();
  await page.goto(`${base}/newsroom?sql=${encodeURIComponent(sql)}`);
  return { took: Date.now() - start, text: await page.locator('section.content').innerText() };
}

// One call on one text of many megabytes, which takes five seconds: the limit must reach into it.
async function longAnalysis(page) {
  const long = `SELECT count(*) FROM articles AS a, extract_quotes(replace(hex(zeroblob(8000)), '0', a.body)) AS q
                WHERE a.id = 1`;
  const { took, text } = await runs(page, long);
  check('a long analysis is stopped', /SQL Interrupted|took too long/i.test(text), text);
  check(`within its ${LIMIT} ms and two seconds for the page`, took < LIMIT + 2000, took);
  await picture(page, 'limit');
  const { text: after } = await runs(page, "SELECT speaker FROM extract_quotes('“No,” said Ana Diaz.')");
  check('and the next query is answered', after.includes('Ana Diaz'), after);
}

async function withoutExtension(page) {
  const { text } = await runs(page, 'SELECT newsroom_version()');
  check('the extension is not loaded here', text.includes('no such function: newsroom_version'), text);
}

(async () => {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => check('scripts run', false, error.message));
  try {
    await facets(page);
    await search(page, 'newsroom_quotes');
    await search(page, 'newsroom_said');
    await (how === 'loaded' ? longAnalysis(page) : withoutExtension(page));
  } catch (error) {
    check('the pages open', false, error.message);
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
})();
