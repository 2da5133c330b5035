"""Whatever a body holds, its HTML is harmless, and what it says in plain text has no address in it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.page import LinkContext
from reader.render import fragment, plain_text
from tests.support.page_inspector import inspect

PIECES = [
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&",
    ";",
    "&#x6a;",
    "&lt;",
    '"',
    "'",
    "`",
    "```\n",
    "~~~\n",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[^1]",
    "[^1]: ",
    "*",
    "**",
    "_",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "# ",
    "|",
    "|---|\n",
    "\\",
    "\x00",
    "\ue000",
    "\x02",
    "\x03",
    "=",
    " ",
    "javascript:",
    "file://",
    "data:",
    "\\\\host\\",
    "//host/",
    "media:x",
    "article:a",
    "https://a.example",
    "packhorse:",
    "href=",
    "src=",
    "style=",
    "onerror=",
    "id=x",
    "<a ",
    "<img ",
    "<p",
    "<b>",
    "<i>",
    "<div>",
    "<table>",
    "<td>",
    "<tr>",
    "<svg>",
    "<math>",
    "<style>",
    "<script>",
    "<template>",
    "<mglyph>",
    "<select>",
    "<form>",
    "<base ",
    "<pre>",
    "<code>",
    "<ul>",
    "<li>",
    "</p>",
    "</b>",
    "</div>",
    "</script>",
    "</style>",
    "</svg>",
    "</table>",
    "x",
    "книга",
    "书",
    "كىتاب",
    "\u202e",
    "\u2028",
    ":",
    "{",
    "}",
    ".",
    "-",
]
MARKUP = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)
LANGUAGES = st.sampled_from(["en", "zh", "ug", "fr", ""])


@given(st.one_of(st.text(max_size=400), MARKUP), LANGUAGES)
@example("[a](<b>)", "en")
@example("<p><", "ug")
def test_any_body_becomes_harmless(body, language):
    inspect(fragment(body, LinkContext(language, width=300)))


@example("\t0", [(0, 2)])
@example("<pre>\n a <code>b</code> c\n</pre>", [(0, 9)])
@given(MARKUP, st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=5))
def test_marks_change_no_word(body, spans):
    marked = inspect(fragment(body, LinkContext("en"), lambda _text: spans))
    assert marked.replace('<span class="mark">', "").replace("</span>", "") == fragment(
        body, LinkContext("en")
    ).replace("</span>", "")


@given(st.one_of(st.text(max_size=400), MARKUP))
def test_plain_text_takes_anything(body):
    plain_text(body)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=30))
def test_plain_words_come_through(words):
    assert plain_text(" ".join(words)).split() == " ".join(words).split()
