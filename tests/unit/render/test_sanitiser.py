"""Hostile bodies: whatever is written, the page holds our tags and our addresses only."""

from __future__ import annotations

import pytest

from reader.model.page import LinkContext
from reader.render import fragment
from tests.support.page_inspector import inspect

HOSTILE = [
    # running something
    "<script>steal()</script>after",
    "<scr<script>ipt>steal()</scr</script>ipt>",
    "<img src=media:x onerror=steal()>",
    "<p onclick='steal()' onmouseover=steal()>press</p>",
    "<a href='javascript:steal()'>x</a>",
    "[x](javascript:steal())",
    "[x](JaVaScRiPt:steal())",
    "[x](java&#115;cript:steal())",
    "[x](javascript&colon;steal())",
    "[x](&#0000106avascript:steal())",
    "[x](java\tscript:steal())",
    "[x](\x01javascript:steal())",
    "[x](vbscript:steal())",
    "<a href='&#x6A;avascript:steal()'>x</a>",
    "<a href=' \n javascript:steal()'>x</a>",
    "<javascript:steal()>",
    "[x]: javascript:steal()\n\n[x]",
    "<svg onload=steal()><circle/></svg>",
    "<svg><script>steal()</script></svg>",
    "<svg><a xlink:href='javascript:steal()'><text>x</text></a></svg>",
    "<math><mtext></p><img src onerror=steal()></math>",
    "<math href='javascript:steal()'>x</math>",
    "<iframe srcdoc='<script>steal()</script>'></iframe>",
    "<object data='data:text/html,x'></object><embed src=x>",
    "<details open ontoggle=steal()>x</details>",
    "<video><source onerror=steal()></video><audio src=x>",
    "<marquee onstart=steal()>x</marquee>",
    "<form action=javascript:steal()><button>x</button><input autofocus onfocus=steal()></form>",
    "<isindex action=javascript:steal() type=image>",
    # namespaces and reparsing
    "<math><mi><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=steal()&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=steal()>'>",
    "<noscript><p title='</noscript><img src=x onerror=steal()>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=steal()>",
    "<select><template><style><!--</style><a rel='--></style></template></select><img src onerror=steal()>'>",
    "<textarea><img title='</textarea><img src=x onerror=steal()>'></textarea>",
    "<title><img title='</title><script>steal()</script>'></title>",
    "<xmp><p title='</xmp><img src onerror=steal()>'></xmp>",
    "<plaintext><script>steal()</script>",
    "<![CDATA[<script>steal()</script>]]>",
    "<?xml-stylesheet href='javascript:steal()'?>x",
    "<!--><img src onerror=steal()>-->",
    "<!-- never closed <img src onerror=steal()>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "<a <img src=x onerror=steal()> href=y>",
    '<img """><script>steal()</script>">',
    "`<script>`steal()`</script>`",
    '<p title="`<script>`">x</p>',
    "</p></div></body><script>steal()</script>",
    # reaching out
    "![x](https://tracker.example/pixel.png)",
    "![x](//tracker.example/pixel.png)",
    "![x](\\\\host\\share\\x.png)",
    "![x](file:///etc/passwd)",
    "![x](file://host/share/x.png)",
    "![x](qrc:/icon.png)",
    "![x](:/icon.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](/absolute.png) ![x](../relative.png) ![x](C:\\x.png)",
    "![x](media:../../secret) ![x](media:a/b) ![x](media:)",
    "![x](packhorse:media/x/full)",
    "[x](packhorse:external/javascript%3Asteal)",
    "[x](//host/x) [x](\\\\host\\share) [x](/x) [x](?x) [x](file:///x)",
    "<img srcset='https://tracker.example/x 2x' src='media:x'>",
    "<img lowsrc=https://tracker.example/x dynsrc=x usemap=#m src='media:x'>",
    "<picture><source srcset=https://tracker.example/x></picture>",
    "<link rel=stylesheet href=https://tracker.example/x><base href=https://tracker.example/>",
    "<meta http-equiv=refresh content='0;url=https://tracker.example'>",
    "<style>@import 'https://tracker.example/x'; p { background: url(https://tracker.example) }</style>",
    "<p style='background:url(https://tracker.example)'>x</p>",
    "<table background=https://tracker.example/x><tr><td background=x bgcolor=url(x)>x</td></tr></table>",
    "<body background=https://tracker.example/x><input type=image src=https://tracker.example>",
    "<blockquote cite=https://tracker.example>x</blockquote><q cite=x>x</q>",
    "<a ping=https://tracker.example href='https://a.example'>x</a>",
    # posing as the page
    "<p id=title class='byline chip good'>x</p><a name=top>x</a><h2 id='b-x'>x</h2>",
    "<div class=footnote style=x id=x><ol><li id='fn:1'>x</li></ol></div>",
    "<img id=b-x name=body src=media:x><form id=x><input name=y></form>",
    # bulk and rubbish
    "<b " + "x=1 " * 5000 + ">x</b>",
    "<a href='https://a.example/" + "x" * 100_000 + "'>x</a>",
    "<div>" * 3000 + "x",
    "<blockquote><table><tr><td>" * 300 + "x",
    "<b id=1><b id=2><b id=3><b id=4>" * 50 + "<p>x" * 500,
    "\x00<\x00script\x00>steal()</script>\x00",
    "\ufeff\ud800\ufffe<script>",
    "&lt;script&gt;steal()&lt;/script&gt; &amp;lt; &#60;script&#62;",
    "\ue000script>steal()\ue000/script>",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
]


@pytest.mark.parametrize("body", HOSTILE)
@pytest.mark.parametrize("before", ["", "words ", "> - ", "| a |\n|---|\n| ", "    ", "<p>", "```\n"])
def test_a_hostile_body_becomes_a_harmless_one(body, before):
    inspect(fragment(before + body, LinkContext("en", width=600)))


@pytest.mark.parametrize(
    "scheme", ["javascript", "vbscript", "data", "file", "qrc", "ftp", "packhorse", "blob", "about"]
)
def test_a_link_of_another_scheme_leaves_its_words(scheme):
    assert fragment(f"[the words]({scheme}:x)", LinkContext()) == "<p>the words</p>"


@pytest.mark.parametrize(
    "tag", ["script", "style", "svg", "math", "template", "iframe", "object", "noscript", "textarea"]
)
def test_what_such_a_tag_holds_goes_with_it(tag):
    assert fragment(f"before\n\n<{tag}>steal</{tag}>\n\nafter", LinkContext()).split() == [
        "<p>before</p>",
        "<p>after</p>",
    ]


def test_text_that_looks_like_markup_stays_text():
    assert fragment("a < b, x <y and 1<2", LinkContext()) == "<p>a &lt; b, x &lt;y and 1&lt;2</p>"
    assert fragment("`<b>` and `a<b`", LinkContext()) == "<p><code>&lt;b&gt;</code> and <code>a&lt;b</code></p>"


def test_direction_and_spans_are_kept_within_bounds():
    html = inspect(fragment('<p dir="rtl">x</p>\n<p dir="evil">y</p>', LinkContext()))
    assert '<p dir="rtl">' in html
    assert "evil" not in html
    table = inspect(fragment('<table><tr><td colspan="999" rowspan="0">x</td></tr></table>', LinkContext()))
    assert 'colspan="20"' in table
    assert "rowspan" not in table
