"""Bodies as readers see them."""

from __future__ import annotations

import pytest

from reader.model.page import LinkContext, Size
from reader.render import fragment
from reader.render.fragment import body

ENGLISH = LinkContext("en")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("article:samizdat.ru", "packhorse:article/samizdat.ru"),
        ("article:samizdat#sources", "packhorse:article/samizdat"),
        ("term:digest", "packhorse:term/digest"),
        ("media:map", "packhorse:media/map/full"),
        ("section:news", "packhorse:node/section/news"),
        ("tag:mutual%20aid", "packhorse:node/tag/mutual%2520aid"),
        ("glossary:", "packhorse:node/glossary/"),
        ("#how-it-went", "#b-how-it-went"),
        ("https://example.org/a?b=c#d", "packhorse:external/https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%23d"),
        ("mailto:desk@example.org", "packhorse:external/mailto%3Adesk%40example.org"),
    ],
)
def test_links_lead_to_our_own_addresses(written, address):
    assert f'href="{address}"' in fragment(f"[words]({written})", ENGLISH)


@pytest.mark.parametrize("written", ["/about/", "../x", "article:", "article:a/b", "article:%2e%2e", "term:a b", "x"])
def test_a_link_that_leads_nowhere_is_its_words(written):
    assert fragment(f"[words](<{written}>)", ENGLISH) == "<p>words</p>"


def test_an_external_link_says_where_it_would_lead():
    html = fragment("[words](https://example.org/)", ENGLISH)
    assert 'class="external"' in html
    assert 'title="https://example.org/"' in html


def test_an_address_that_reads_otherwise_than_it_is_is_dropped():
    assert fragment("[words](https://example.org/\u202egro.live)", ENGLISH) == "<p>words</p>"


def test_a_term_brings_its_definition_along():
    html = fragment("[digest](term:digest)", LinkContext("en", terms={"digest": 'A "short" number'}))
    assert 'title="A &quot;short&quot; number"' in html


def test_a_picture_fits_the_column_and_keeps_its_shape():
    context = LinkContext("en", pictures={"map": Size(1200, 600)}, width=600)
    html = fragment('![The valley](media:map "In March")', context)
    assert '<img src="packhorse:media/map/standard" width="600" height="300" alt="The valley">' in html
    assert '<span class="caption">In March</span>' in html
    assert '<p class="picture">' in html


def test_a_small_picture_is_not_blown_up():
    assert 'width="40" height="30"' in fragment(
        "![x](media:dot)", LinkContext(pictures={"dot": Size(40, 30)}, width=600)
    )


def test_a_picture_that_is_not_here_is_its_words():
    assert (
        fragment("![The valley](media:map)", LinkContext(pictures={})) == '<p><span class="alt">The valley</span></p>'
    )
    assert fragment("![](https://example.org/x.png)", ENGLISH) == ""


def test_markdown_of_articles_is_understood():
    html = fragment(
        "Words[^1] **bold** *it*  \nnew line\n\n> quoted\n\n1. one\n2. two\n\n| a | b |\n|---|--:|\n| c | d |\n\n"
        "Term\n:   meaning\n\n```py\nx < 1\n```\n\n---\n\n[^1]: A note.",
        ENGLISH,
    )
    for expected in (
        "<strong>bold</strong> <em>it</em><br>",
        '<td class="quote">',
        "<ol>",
        '<th align="left">a</th><th align="right">b</th>',
        "<dt>Term</dt>",
        "<pre>x &lt; 1</pre>",
        '<p class="break"',
        '<div class="footnotes">',
        '<sup id="b-fnref-1"><a href="#b-fn-1">1</a></sup>',
        '<a href="#b-fnref-1">↑</a>',
    ):
        assert expected in html


def test_a_body_leaves_nothing_for_the_next():
    after = "Some [words][here], and a note[^1].\n\n*one*: two"
    alone = fragment(after, ENGLISH)
    fragment("Words[^1] [words][here]\n\n[^1]: A note.\n\n[here]: article:samizdat\n\n```\nx\n```", ENGLISH)
    assert fragment(after, ENGLISH) == alone
    deep = fragment("> " * 400 + "deep\n\n" + "*" * 5000, ENGLISH)
    assert "deep" in deep
    assert fragment(after, ENGLISH) == alone


def test_tables_begin_where_the_language_does():
    table = "| a | b |\n|---|---|\n| c | d |"
    assert '<tr><td align="left">c</td><td align="left">d</td></tr>' in fragment(table, LinkContext("en"))
    turned = fragment(table.replace("c", "ئا").replace("d", "ئە"), LinkContext("ug"))
    assert '<tr><td align="right">ئە</td><td align="right">ئا</td></tr>' in turned


def test_headings_are_listed_with_anchors_of_their_own():
    found = body("## The *long* way\n\n# Дорога\n\n### The long way\n\n## !!!\n\n<h2 id='mine'>Mine</h2>", ENGLISH)
    assert [(heading.level, heading.title) for heading in found.headings] == [
        (2, "The long way"),
        (2, "Дорога"),
        (3, "The long way"),
        (2, "!!!"),
        (2, "Mine"),
    ]
    anchors = [heading.anchor for heading in found.headings]
    assert anchors[0] == "b-the-long-way"
    assert anchors[1] == "b-дорога"
    assert anchors[4] == "b-mine"
    assert len(set(anchors)) == len(anchors)
    assert all(f'id="{anchor}"' in found.html for anchor in anchors)


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", "\"Don't\", he said -- '90s...", "“Don’t”, he said\u00a0– ’90s…"),
        ("en", '"\'in\'" ("par") --- 5\'', "“‘in’” (“par”)\u00a0— 5’"),
        ("fr", 'Il dit "oui" à l\'homme', "Il dit «\u202foui\u202f» à l’homme"),
        ("ru", 'Он сказал "да"', "Он сказал «да»"),
        ("kk", '"иә"', "«иә»"),
        ("de", '"ja"', "„ja“"),
        ("ru", "Реквием — о женщинах", "Реквием\u00a0— о женщинах"),
        ("fr", "Qui ? « Lui » ; elle !", "Qui\u00a0? «\u00a0Lui\u00a0»\u00a0; elle\u00a0!"),
        ("en", "Qui ? a - b", "Qui ? a - b"),
        ("zh", '中文"引文"--中文', '中文"引文"–中文'),
    ],
)
def test_quotation_marks_are_the_languages_own(language, typed, shown):
    assert fragment(typed, LinkContext(language)) == f"<p>{shown}</p>"


def test_a_quotation_closes_after_a_link_and_code_stays_as_typed():
    html = fragment('"[a road](article:road)" and "*two*" `"x" -- ...`', ENGLISH)
    assert html.startswith("<p>“<a")
    assert '</a>” and “<em>two</em>” <code>"x" -- ...</code>' in html


def test_an_address_in_the_text_keeps_its_hyphens():
    assert "https://example.org/a--b" in fragment("see https://example.org/a--b", ENGLISH)


def test_a_foreign_paragraph_is_fenced_in_its_own_direction():
    assert fragment("A reference, 2003.", LinkContext("ug")) == "<p>\u2068A reference, 2003.\u2069</p>"
    assert fragment("ئۇيغۇرچە تېكىست", LinkContext("ug")) == "<p>ئۇيغۇرچە تېكىست</p>"


def test_no_word_of_a_raw_code_block_is_lost():
    html = fragment("<pre>\none <code>two</code> three\n</pre>", LinkContext("en"))
    assert "one <code>two</code> three</pre>" in html


LONG = "A letter went from hand to hand all winter, and nobody ever "


@pytest.mark.parametrize(
    ("written", "language", "end"),
    [
        (LONG + "told us.", "en", "ever told\u00a0us."),
        (LONG + "told\nus.", "en", "ever told\u00a0us."),
        (LONG + "told *us*.", "en", "ever told\u00a0<em>us</em>."),
        (LONG + "told a [man](#a).", "en", 'told a\u00a0<a href="#b-a">man</a>.'),
        ("> " + LONG + "told us.", "en", "ever told\u00a0us."),
        (LONG + "acknowledgements.", "en", "ever acknowledgements."),
        (LONG + "told `a b`.", "en", "ever told <code>a b</code>."),
        ("A short line.", "en", "A short line."),
        (LONG + "qui !", "fr", "ever\u00a0qui\u00a0!"),
        (LONG + "сказал.", "ru", "ever\u00a0сказал."),
        (
            "一封信从一只手传到另一只手，传了整整一个冬天，一封信从一只手传到另一只手，传了整整一个 USB 盘。",
            "zh",
            "USB 盘。",
        ),
    ],
)
def test_a_short_last_word_stands_on_no_line_alone(written, language, end):
    html = fragment(written, LinkContext(language))
    assert html.replace("</p>", "").replace("</td></tr></table>", "").rstrip().endswith(end)
