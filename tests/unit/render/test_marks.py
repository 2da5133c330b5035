"""Search hits marked in a body."""

from __future__ import annotations

import re

from reader.model.page import LinkContext
from reader.render import fragment
from tests.support.page_inspector import inspect


def find(word):
    return lambda text: [match.span() for match in re.finditer(word, text)]


def marked(markdown, mark):
    return inspect(fragment(markdown, LinkContext("en"), mark))


def test_hits_are_marked_in_text_only():
    html = marked('A tea [tea](article:tea "tea") `tea`\n\n![tea](media:tea)', find("tea"))
    assert html.count('<span class="mark">tea</span>') == 3
    assert 'href="packhorse:article/tea"' in html
    assert 'alt="tea"' in html


def test_a_hit_may_run_across_emphasis_but_not_across_blocks():
    html = marked("winter *road*\n\nwinter\n\nroad", find(r"winter\s+road"))
    assert html.startswith('<p><span class="mark">winter </span><em><span class="mark">road</span></em></p>')
    assert html.count('class="mark"') == 2


def test_spans_out_of_order_overlapping_or_outside_do_no_harm():
    html = marked("abcdef", lambda _: [(4, 99), (1, 3), (2, 4), (3, 3), (-5, 1), (50, 60)])
    assert re.sub(r"<[^>]*>", "", html) == "abcdef"
    assert html == "<p>" + "".join(f'<span class="mark">{part}</span>' for part in ("a", "bc", "d", "ef")) + "</p>"


def test_marked_text_is_still_escaped():
    assert '<span class="mark">&lt;b&gt;</span>' in marked(r"a \<b\> c", find("<b>"))


def test_hits_in_code_are_marked():
    assert '<pre>a <span class="mark">tea</span> b</pre>' in marked("```\na tea b\n```", find("tea"))


def test_nothing_found_changes_nothing():
    assert marked("some *text*", lambda _: []) == fragment("some *text*", LinkContext("en"))
