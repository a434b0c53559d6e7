/* plain_test.c: the text of a page, however its markup was written. */
#include "harness.h"
#include "page/page.h"

static const struct {
    const char *name;
    const char *page;
    const char *text;
} cases[] = {
    {"paragraphs are kept apart", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
    {"also when they are never closed", "<p>One.<p>Two.", "One.\n\nTwo."},
    {"headings and divisions", "<h1>Head</h1><div>One.</div><h2>Sub</h2><div>Two.</div>",
     "Head\n\nOne.\n\nSub\n\nTwo."},
    {"divisions in divisions leave one gap",
     "<div><div><p>One.</p></div></div><div>Two.</div>", "One.\n\nTwo."},
    {"tags inside a line leave nothing",
     "<p>Har<b>bour</b> <a href=\"x\">strike</a>.</p>", "Harbour strike."},
    {"white space is one space", "<p>  One \n\t two\r\n </p>\n\n<p> three </p>",
     "One two\n\nthree"},
    {"a space before a tag stays", "<p>One <i>two</i> three</p>", "One two three"},
    {"line breaks", "One<br>two<br/>three<BR />four", "One\ntwo\nthree\nfour"},
    {"two breaks are a gap", "One<br><br>two<br> <br>three", "One\n\ntwo\n\nthree"},
    {"a list", "<p>List:</p><ul><li>One</li>\n<li>Two</li></ul><p>End.</p>",
     "List:\n\n• One\n• Two\n\nEnd."},
    {"a list whose items are never closed", "<ul><li>One<li>Two</ul>End",
     "• One\n• Two\n\nEnd"},
    {"a numbered list", "<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"},
    {"a list in a list", "<ol><li>One<ul><li>a</li></ul></li><li>Two</li></ol>",
     "1. One\n• a\n2. Two"},
    {"paragraphs in items", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>",
     "• One\n\n• Two"},
    {"an empty item leaves nothing", "<ul><li></li><li>Two</li></ul>", "• Two"},
    {"an item without a list", "<li>One<li>Two", "• One\n• Two"},
    {"a quotation", "<p>She said:</p><blockquote>We will.</blockquote><p>End.</p>",
     "She said:\n\nWe will.\n\nEnd."},
    {"marks that the browser sets", "<p><q>No, <q>never</q></q>, she said.</p>",
     "“No, ‘never’”, she said."},
    {"a caption",
     "<figure><img alt=\"no\" src=x><figcaption>A pier.</figcaption></figure>End",
     "A pier.\n\nEnd"},
    {"a table",
     "<table><tr><th>Port</th><th>Tons</th></tr><tr><td>Lund</td><td>5</td></tr></table>",
     "Port\tTons\nLund\t5"},
    {"lines that are kept", "<pre>One\n  two</pre><p>a\nb</p>", "One\n  two\n\na b"},
    {"scripts and styles go",
     "One<script>if (a < b) { \"</p>\" }</script><style>p{}</style> two", "One two"},
    {"a script that ends in capitals", "<SCRIPT>x</Script >One", "One"},
    {"a script that never ends takes the rest", "One<script>x</scrip>two", "One"},
    {"a script that names another end", "One<script>'</scripts>' a</script>two",
     "Onetwo"},
    {"noscript and template go",
     "One<noscript><p>No</p></noscript><template><p>x</p></template> two", "One two"},
    {"a template in a template", "<template>a<template>b</template>c</template>One",
     "One"},
    {"a script in what is dropped", "<nav><script>'</nav>'</script>Menu</nav>One", "One"},
    {"head, menu, controls and drawings go",
     "<head><title>T</title></head><nav><ul><li>Home</ul></nav><button>Go</button>"
     "<svg><text>x</text></svg><select><option>a</select>One",
     "One"},
    {"a menu that is never closed ends at the article",
     "<nav>Menu<article><p>One.</p></article>", "One."},
    {"the article is cut out of its page",
     "<div>Latest news</div><article><h1>Head</h1><p>A long enough text of "
     "it.</p></article>"
     "<div>More news</div>",
     "Head\n\nA long enough text of it."},
    {"main does as well",
     "<div>Top</div><main><p>A long enough text.</p></main><div>End</div>",
     "A long enough text."},
    {"a small article is one of many", "<p>One long text here.</p><article>Two</article>",
     "One long text here.\n\nTwo"},
    {"a footer of the page goes, one of an article stays",
     "<article><p>One.</p><footer>By Ana</footer></article><footer>(c)</footer>",
     "One.\n\nBy Ana"},
    {"comments go", "One<!-- <p> --> two<!--> three<!-- a --!> four",
     "One two three four"},
    {"a comment that never ends takes the rest", "One<!-- two <p>three", "One"},
    {"declarations go", "<!DOCTYPE html><?xml version=\"1\"?><p>One</p>", "One"},
    {"CDATA is opened", "<![CDATA[<p>One.</p><p>Two ] ]]> three]]>",
     "One.\n\nTwo ] three]]>"},
    {"references",
     "<p>Fish &amp; chips &lt;5 &euro; &#8212; &#x2019;n&rsquo; caf&eacute;</p>",
     "Fish & chips <5 € — ’n’ café"},
    {"references without a semicolon", "<p>&eacute &ampb &copy2024 &euro5</p>",
     "é &b ©2024 &euro5"},
    {"references that are none", "<p>AT&T &; &# &#x; &unknown; a&b</p>",
     "AT&T &; &# &#x; &unknown; a&b"},
    {"numbers that are no characters", "<p>&#0;&#xD800;&#1114112;&#99999999999;</p>",
     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"numbers of Windows", "<p>&#147;No&#148; &#150; &#x80;</p>", "“No” – €"},
    {"a reference is not read twice", "<p>&amp;lt;b&amp;gt;</p>", "&lt;b&gt;"},
    {"a no-break space is no white space", "<p>5&nbsp;km&#160; </p>",
     "5\xC2\xA0km\xC2\xA0"},
    {"signs that begin no tag", "<p>a < b, 3<4, <3, <</p>", "a < b, 3<4, <3, <"},
    {"marks inside a tag", "<p title=\"a > b\" alt='>'>One</p>", "One"},
    {"a mark inside a tag that is never closed", "<p title=\"a>One</p> two",
     "One\n\ntwo"},
    {"an apostrophe is no mark", "<p title=it's>One</p><p>it's</p>", "One\n\nit's"},
    {"a tag that never ends is text", "One <b two", "One <b two"},
    {"end tags of nothing", "</p></ul></q></b></>One</pre>", "One"},
    {"tags nobody knows", "<o:p>One</o:p><my-tag> two</my-tag>", "One two"},
    {"a page without text", "<html><body><img></body></html>", ""},
    {"what has no tag keeps its lines", "One &amp; two\n\nThree\n  four < five",
     "One & two\n\nThree\n  four < five"},
    {"nothing", "", ""},
    {"bytes that are not UTF-8 stay", "<p>a\xFF\x80z</p>", "a\xFF\x80z"},
};

static void check_limit(void)
{
    struct test_memory memory = {0};
    struct nr_host host = test_host(&memory);
    struct nr_arena arena;
    nr_arena_open(&arena, &host);
    struct nr_ink ink = {.arena = &arena, .limit = 5};
    test_case("a text past the host's limit");
    test_number("within", nr_page_plain(&ink, "<p>a b c", 8), NR_OK);
    ink.bytes.count = 0;
    test_number("past it", nr_page_plain(&ink, "<p>a b cd", 9), NR_TOO_LARGE);
    nr_arena_close(&arena);
}

int main(void)
{
    check_limit();
    for (size_t i = 0; i < TEST_COUNT(cases); i++) {
        struct test_memory memory = {0};
        struct nr_host host = test_host(&memory);
        struct nr_arena arena;
        char text[512];
        nr_arena_open(&arena, &host);
        struct nr_ink ink = {.arena = &arena, .limit = sizeof text - 1};
        test_case(cases[i].name);
        test_number("status",
                    nr_page_plain(&ink, cases[i].page, (uint32_t)strlen(cases[i].page)),
                    NR_OK);
        if (ink.bytes.count > 0) {
            memcpy(text, ink.bytes.items, ink.bytes.count);
        }
        text[ink.bytes.count] = 0;
        test_string("text", text, cases[i].text);
        nr_arena_close(&arena);
    }
    return test_end();
}
