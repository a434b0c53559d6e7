/* page/style.c: the style sheet of article_html(). One column of text that can be read,
 * the list of speakers beside it where there is room, light and dark. Colour is never the
 * only sign: a quote ends with its speaker's number. Eight hues, told apart by
 * colour-blind readers as far as eight can be (after Okabe and Ito, darkened for text).
 */
#include "page/style.h"

const char *const nr_page_style[] = {
    ":root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fffdf9;--dim:#6a6a72;"
    "--line:#ddd9d0;--s0:#6a6a72;--s1:#0062a8;--s2:#a84300;--s3:#00745a;--s4:#8a2f7a;"
    "--s5:#7a5c00;--s6:#4b3fae;--s7:#a3202f;--s8:#3f6f1f}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--paper:#18181b;"
    "--dim:#9b99a1;--line:#3a3a40;--s0:#9b99a1;--s1:#6db8f2;--s2:#f2a06d;--s3:#5fd0b0;"
    "--s4:#e29ad6;--s5:#dcc05a;--s6:#aaa2ff;--s7:#f58a94;--s8:#a5d47f}}\n",
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1.0625rem/1.6 Georgia,\"Times New Roman\",serif;overflow-wrap:anywhere}\n"
    "main{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 4rem;display:grid;"
    "grid-template-columns:minmax(0,38rem) minmax(0,1fr);gap:3rem;align-items:start}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}\n"
    "h2{font-size:1.15rem;line-height:1.3;margin:1.8rem 0 .4rem}\n"
    "p,ul,blockquote,figure{margin:0 0 1rem}\n"
    "ul{padding:0 0 0 1.2rem;list-style:none}\n"
    ".marker{display:inline-block;min-width:1.2rem;margin-left:-1.2rem;color:var(--dim)}"
    "\n"
    ".standfirst{font-size:1.2rem;line-height:1.4;color:var(--dim)}\n",
    ".byline,.dateline,.published,.credit,.boilerplate,.correction,figcaption,aside{"
    "font-family:system-ui,sans-serif;font-size:.875rem;line-height:1.5}\n"
    ".byline,.dateline,.published,.credit,.boilerplate{color:var(--dim)}\n"
    ".boilerplate{border-left:3px dotted var(--line);padding-left:.8rem}\n"
    ".correction{border:1px solid var(--line);padding:.5rem .8rem}\n"
    "figure{border-left:3px solid var(--line);padding-left:.8rem}\n"
    "blockquote{font-size:1.3rem;line-height:1.35;border-left:3px solid "
    "var(--line);padding-left:.8rem}\n",
    "q{quotes:none}\n"
    "q,.indirect{color:var(--c);background:color-mix(in srgb,var(--c) 9%,transparent);"
    "padding:.08em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}\n"
    ".indirect{background:none;text-decoration:underline dotted;"
    "text-decoration-thickness:1px;text-underline-offset:.25em}\n"
    "[data-voice]::after{content:attr(data-voice);font:700 .68em/1 system-ui,sans-serif;"
    "vertical-align:super;margin-left:.15em}\n"
    ".source{font-weight:700;color:var(--c)}\n"
    ".cue{font-style:italic}\n"
    ".name{color:inherit;text-decoration:underline;text-decoration-thickness:1px;"
    "text-decoration-color:var(--line);text-underline-offset:.2em}\n"
    "time{border-bottom:1px dashed var(--dim)}\n"
    ".name:hover,.name:focus,:target{background:var(--line)}\n",
    ".s0{--c:var(--s0)}.s1{--c:var(--s1)}.s2{--c:var(--s2)}.s3{--c:var(--s3)}"
    ".s4{--c:var(--s4)}.s5{--c:var(--s5)}.s6{--c:var(--s6)}.s7{--c:var(--s7)}"
    ".s8{--c:var(--s8)}\n",
    "aside{position:sticky;top:2rem;max-height:calc(100vh - 4rem);overflow:auto;"
    "border-top:3px solid var(--ink);padding-top:.6rem}\n"
    "aside h2{font-size:.875rem;margin:1.2rem 0 .4rem;letter-spacing:.02em}\n"
    "aside h2:first-child{margin-top:0}\n"
    "aside ol,aside ul{list-style:none;margin:0;padding:0}\n"
    "aside li{padding:.15rem 0;display:flex;gap:.6em;align-items:baseline}\n"
    "aside li>span:nth-child(2){flex:1}\n"
    "aside small,aside data{color:var(--dim);font-size:.8rem}\n"
    "aside small{display:block;line-height:1.3}\n"
    "aside ul small{flex:none;width:6.5em}\n"
    ".number{flex:none;min-width:1.7em;padding:0 .3em;text-align:center;font-weight:700;"
    "font-size:.8rem;border-radius:.8em;background:var(--c);color:var(--paper)}\n",
    "@media(max-width:52rem){main{grid-template-columns:minmax(0,1fr);gap:1.5rem}"
    "aside{position:static;max-height:none}}\n"
    "@media print{main{display:block}aside{position:static;max-height:none;"
    "margin-top:2rem}}\n",
};
const uint32_t nr_page_style_count = sizeof nr_page_style / sizeof *nr_page_style;
