// What a person sees of article_html(): run by tests/page/browser.sh in a browser, on the pages in `cases`.
// Each page is opened in a frame as wide as a desk's screen and as a telephone's.
'use strict';
const lines = [];
let passed = 0, failed = 0, wrong = [];

function expect(what, is, expected) {
    if (is !== expected) {
        wrong.push(`${what} is ${JSON.stringify(is)}, expected ${JSON.stringify(expected)}`);
    }
}

const bare = text => (text || '').replace(/[\s\u200b\ufeff]+/g, '');

// Red, green, blue and opacity as a browser computes them, of "rgb(...)" or "color(srgb ...)".
function colour(css) {
    const numbers = css.match(/[\d.]+/g).map(Number);
    const scale = css.startsWith('color(') ? 255 : 1;
    return [...numbers.slice(0, 3).map(n => n * scale), numbers.length > 3 ? numbers[3] : 1];
}

// What stands behind an element, all that shines through included.
function ground(element) {
    const above = element.parentElement ? ground(element.parentElement) : [255, 255, 255];
    const [r, g, b, opacity] = colour(getComputedStyle(element).backgroundColor);
    return [r, g, b].map((n, i) => n * opacity + above[i] * (1 - opacity));
}

function luminance(rgb) {
    const [r, g, b] = rgb.map(n => n / 255).map(n => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// As WCAG has it: 4.5 and more can be read.
function contrast(element) {
    const [light, dark] = [luminance(colour(getComputedStyle(element).color).slice(0, 3)),
                           luminance(ground(element))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
}

function checkText(page, doc) {
    const article = doc.querySelector('article').cloneNode(true);
    article.querySelectorAll('.published').forEach(node => node.remove());
    doc.body.append(article); // innerText asks what is laid out
    expect('the text', bare(article.innerText), bare(page.body));
    article.remove();
    expect('the headline', doc.querySelector('h1') ? doc.querySelector('h1').innerText : null,
           page.headline === null ? null : page.headline.replace(/\s+/g, ' '));
}

function checkQuotes(page, doc, view) {
    const shown = [...doc.querySelectorAll('[data-quote]')];
    const names = [...doc.querySelectorAll('aside ol li')].map(item => item.querySelector('span:nth-child(2)').firstChild.data.trim());
    expect('quotes on the page', shown.length, page.quotes.length);
    shown.forEach((element, i) => {
        const row = page.quotes[i] || {};
        const voice = element.dataset.voice;
        const box = element.getBoundingClientRect();
        expect(`quote ${i}`, bare(element.innerText), bare(row.quote));
        expect(`quote ${i} is named`, element.title.split(',')[0], row.speaker === null ? 'nobody known' : row.speaker.split(',')[0]);
        expect(`quote ${i} has an element of its kind`, element.localName, row.kind === 'indirect' ? 'span' : 'q');
        expect(`quote ${i} is seen`, box.width > 0 && box.height > 0 && box.right <= view.innerWidth + 1, true);
        if (voice) {
            expect(`the number behind quote ${i}`, view.getComputedStyle(element, '::after').content, `"${voice}"`);
            expect(`speaker ${voice}`, voice === '?' ? null : names[voice - 1], row.speaker);
        }
        if (row.speaker !== null) {
            const plain = view.getComputedStyle(doc.querySelector('article')).color;
            expect(`quote ${i} has a colour of its own`, view.getComputedStyle(element).color !== plain, true);
        }
    });
}

function checkDates(page, doc) {
    const shown = [...doc.querySelectorAll('article time')];
    expect('dates', bare(shown.map(element => element.innerText).join('')), bare(page.dates));
    expect('dates without a value', shown.filter(element => !element.title).length, 0);
}

function checkSafety(doc, view) {
    expect('scripts and pictures', doc.querySelectorAll('script,img,link,iframe,object,[onclick],[onerror]').length, 0);
    expect('style sheets', doc.styleSheets.length, 1);
    expect('a script of the article that ran', view.hit, undefined);
    expect('articles', doc.querySelectorAll('article').length, 1);
}

function checkLook(doc, view) {
    expect('wider than the screen', doc.documentElement.scrollWidth > view.innerWidth, false);
    for (const element of doc.querySelectorAll('article *,aside li *')) {
        if (contrast(element) < 4.5) {
            expect(`contrast of <${element.localName} class="${element.className}">`, contrast(element).toFixed(1), '4.5 or more');
            break;
        }
    }
    for (const link of doc.querySelectorAll('a.name')) {
        expect(`where ${link.hash} leads`, doc.querySelector(link.hash) !== null, true);
    }
    const dark = luminance(ground(doc.body)) < 0.2;
    expect('a dark page', dark, location.hash === '#dark');
}

function open(page, width) {
    return new Promise(resolve => {
        const frame = document.createElement('iframe');
        frame.style.cssText = `width:${width}px;height:900px;border:0`;
        frame.onload = () => resolve(frame);
        frame.srcdoc = page;
        document.body.append(frame);
    });
}

async function check(page, width, html, note) {
    const frame = await open(html, width);
    const doc = frame.contentDocument, view = frame.contentWindow;
    wrong = [];
    checkText(page, doc);
    checkQuotes(page, doc, view);
    checkDates(page, doc);
    checkSafety(doc, view);
    checkLook(doc, view);
    frame.remove();
    const name = `${page.name}, ${width} wide${note}`;
    passed += wrong.length === 0;
    failed += wrong.length > 0;
    lines.push(wrong.length === 0 ? `ok   ${name}` : `FAIL ${name}: ${wrong.slice(0, 3).join('; ')}`);
}

(async () => {
    for (const page of cases) {
        await check(page, 1280, page.page, '');
        await check(page, 360, page.page, '');
        // The page forbids scripts; it must hold none even where that is not heard.
        const lax = page.page.replace(/<meta http-equiv[^>]*>/, '');
        expect('the policy was found', lax !== page.page, true);
        await check(page, 800, lax, ', without its policy');
    }
    document.getElementById('verdict').textContent = [...lines, `${passed} passed, ${failed} failed`, ''].join('\n');
})();
