"""Markdown to plain text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.render import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## A heading ##\n\nWords.", "A heading\n\nWords."),
        ("*it* **bold** __bold__ _it_ ~~no~~ `code`", "it bold bold it no code"),
        ("snake_case and 2_000", "snake_case and 2_000"),
        ("[words](article:x) and [words](https://a.example/b_(c) 'title')", "words and words"),
        ("[words][1]\n\n[1]: https://a.example", "words"),
        ("![what it shows](media:x 'caption')", "what it shows"),
        ("[![alt](media:x)](article:y)", "alt"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("a <b class='x'>bold</b> word<!-- more -->", "a bold word"),
        ("<script>steal()</script>words", "words"),
        ("- one\n- two\n    1. three", "one\ntwo\nthree"),
        ("> quoted\n> lines", "quoted\nlines"),
        ("| a | b |\n|---|:-:|\n| c | d |", "a · b\nc · d"),
        ("```py\nx = 1\n```", "x = 1"),
        ("Words[^1].\n\n[^1]: A note.", "Words.\n\nA note."),
        ("Term\n:   meaning", "Term\nmeaning"),
        ("before\n\n***\n\nafter", "before\n\nafter"),
        (r"2 \* 3 \_x\_ \[y\]", "2 * 3 _x_ [y]"),
        ("fish &amp; chips &lt;b&gt;", "fish & chips <b>"),
        ("line\\\nline  \nline", "line\nline\nline"),
        ("我们**读**[书](article:x)。", "我们读书。"),
        ("ئۇ *كىتاب* ئوقۇدى", "ئۇ كىتاب ئوقۇدى"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_only_the_words_stay(markdown, text):
    assert plain_text(markdown) == text


@pytest.mark.parametrize(
    "piece", [" ", "\n", "\\", "[", "[a](", "_a", "<!--", "|", " #", "^[", "&#", "*", "> ", "\u2003", "[^", "`", "<a "]
)
def test_a_long_run_of_anything_is_read_in_one_pass(piece):
    plain_text(piece * (500_000 // len(piece)) + "x")


RULE = re.compile(r"^[ \t]*(?:[-=*_|:][-=*_|: \t]*|(?:```|~~~)[^\n]*)$\n?", re.MULTILINE)
LINE_START = re.compile(r"^[ \t]*(?:>[> \t]*)?(?:#{1,6}[ \t]+|[-*+][ \t]+|:[ \t]+|\d{1,9}[.)][ \t]+)?", re.MULTILINE)
PARTS = st.sampled_from(
    ["\n", "\n\n", " ", "a", "é", "9", "1. ", "12) ", "#", "## ", "-", "- ", "---", "===", "+ ", ">", "> ", ":", ": ", "~~~", "\r", "\x0b", "\u2028"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=16).map("".join))
def test_lines_lose_what_they_begin_with(markdown):
    """As if it were done by patterns over the whole text; the words that are left are compared, not what is between them."""
    simple = LINE_START.sub("", RULE.sub("", markdown)).replace("~~", "")
    assert plain_text(markdown).split() == re.sub(r" #+ *$", "", simple, flags=re.MULTILINE).split()
