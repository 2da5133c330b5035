"""Bodies that would take Markdown for ever are shown as they were written."""

from __future__ import annotations

import pytest

from reader.model.page import LinkContext
from reader.render import fragment
from reader.render.guard import is_affordable, tamed
from tests.support.page_inspector import inspect

MANY = 200_000
COSTLY = {
    "brackets": "[" * MANY,
    "links that never close": "[a](" * (MANY // 4),
    "footnote marks": "[^a" * (MANY // 3),
    "emphasis": "*a" * (MANY // 2),
    "emphasis in words": "*a **b [c `d " * (MANY // 13),
    "code": "`a` " * (MANY // 4),
    "list items": "- a\n" * (MANY // 4),
    "rules": "***\n" * (MANY // 4),
    "headings": "# a\n" * (MANY // 4),
    "underlined headings": "a\n=\n" * (MANY // 4),
    "table cells": ("|a" * 2000 + "|\n") + ("|-" * 2000 + "|\n") + ("|a" * 2000 + "|\n") * 45,
    "fences": "~~~a\n" * (MANY // 5),
    "references": "[a]: <b\n" * (MANY // 8),
    "lists in lists": "- " * (MANY // 2) + "a",
    "quotations in quotations": ">" * MANY + "a",
    "lists in quotations": "> - " * (MANY // 4) + "a",
    "character references": "&a;" * (MANY // 3),
    "deep indentation": " " * MANY + "a",
}
CHEAP = {
    "tags that never close": "<a " * (MANY // 3),
    "comments that never close": "<!--" * (MANY // 4),
    "quoted attributes that never close": "<a b='" * (MANY // 6),
    "closing brackets": "]" * 20_000,
    "one long word": "a" * MANY,
    "quotes": "\"'" * (MANY // 2),
    "spaces": "a" + " " * MANY + "b",
    "formatting opened anew in each block": "<b><i><u><s><tt><em>" * 3 + "<p>x" * 20_000,
    "formatting told apart": "".join(f"<b id={number}>" for number in range(3000)) + "<p>x" * 20_000,
    "tags in tags": "<div>" * (MANY // 5),
    "tables in tables": "<table><tr><td>" * 5000,
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_body_is_shown_as_written(name):
    assert not is_affordable(tamed(COSTLY[name]))
    inspect(fragment(COSTLY[name], LinkContext("en")))


@pytest.mark.parametrize("name", CHEAP)
def test_a_strange_body_is_converted_and_harmless(name):
    inspect(fragment(CHEAP[name], LinkContext("en")))


def test_an_honest_long_article_is_converted():
    paragraph = 'A courier *walked* [the road](article:road) for nine days, and "nobody" counted. ' * 8
    article = "\n\n".join(f"## Day {day}\n\n{paragraph}\n\n- tea\n- bread\n\n> A voice." for day in range(150))
    assert len(article) > 100_000
    assert fragment(article, LinkContext("en")).count("<h2") == 150


def test_what_is_refused_keeps_its_paragraphs_lines_and_signs():
    body = "First <b>line\nsecond\n\nNext & last\n\n" + "[" * 50_000
    assert fragment(body, LinkContext("zh")).startswith(
        "<p>First &lt;b&gt;line<br>second</p><p>Next &amp; last</p><p>["
    )


def test_very_many_lines_become_one_block():
    html = fragment("a\n\n" * 300_000, LinkContext("en"))
    assert html.count("<p>") == 0
    assert html.count("<pre>") == 1


def test_a_body_beyond_the_format_is_not_converted():
    assert not is_affordable("word " * 500_000)


@pytest.mark.parametrize("rule", ["- - - - - - - - - - - - - - - -", "*" * 60, "_ " * 40])
def test_a_long_rule_is_not_taken_for_deep_lists(rule):
    assert is_affordable(f"a\n\n{rule}\n\nb")
