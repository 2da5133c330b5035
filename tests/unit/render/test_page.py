"""Whole pages: what stands on them and in which order."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from reader import resources
from reader.model.article import Article
from reader.model.labels import Labels
from reader.model.link import Link, LinkKind
from reader.model.listing import Node, NodeKind
from reader.model.page import DocumentView, Entry, Figure, Named, PageView, Person, SeriesPlace, Size, Story
from reader.model.page_style import PageStyle, Theme
from reader.render import document, page

THEMES = ("light", "dark", "sepia", "contrast")
STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))


def named(kind, identity, title):
    return Named(Node(kind, identity), title)


VIEW = PageView(
    article=Article("p", "courier", "The <courier>", "en", body="## Snow\n\nIt closed the road.", standfirst="A & B."),
    section_path=(named(NodeKind.SECTION, "world", "World"), named(NodeKind.SECTION, "news", "News")),
    regions=(named(NodeKind.REGION, "kz", "Kazakhstan"),),
    authors=(Person(Node(NodeKind.AUTHOR, "w"), "A. Writer", "Walks *far*.", "face", "https://a.example", True),),
    translators=(Person(Node(NodeKind.AUTHOR, "t"), "T. Other"),),
    date="3 June 2019",
    updated="4 June 2019",
    minutes="4 min",
    translations=(Story("courier.ug", "x", "ug"),),
    trust="genuine, edition 112",
    lead=Figure("pass", 1200, 600, "A pass", "In February.", "Photo: us"),
    tags=(named(NodeKind.TAG, "mutual aid", "mutual aid"),),
    topics=(named(NodeKind.TOPIC, "carrying", "Carrying"),),
    series=SeriesPlace(
        named(NodeKind.SERIES, "long", "Long way"), "Part 2 of 3", Story("a", "First", "en"), Story("c", "Third", "en")
    ),
    related=(Story("r", "Census", "en", "1 June 2019", "same series"),),
    keep_reading=(Story("k", "Guide", "en", standfirst="How to."),),
    source="Review 6/2019",
    licence="CC BY 4.0",
)


def words(html):
    shown = re.sub(r"<style>.*?</style>|<[^>]*>", "", html, flags=re.DOTALL)
    return re.sub(r"[\u2068\u2069]", "", shown).replace("\u00a0", " ").replace("&nbsp;", " ")


def test_everything_stands_in_the_magazines_order():
    shown = words(page(VIEW, STYLE).html)
    order = ["World", "News", "Kazakhstan", "The &lt;courier&gt;", "A &amp; B.", "A. Writer", "T. Other", "3 June 2019"]
    order += ["updated 4 June 2019", "4 min", "ئۇيغۇرچە", "genuine", "In February.  ·  Photo: us", "Snow", "It closed"]
    order += ["mutual aid", "Carrying", "The author", "A. Writer", "(pen name)", "Walks", "https://a.example", "Series"]
    order += [
        "Long way",
        "Part 2 of 3",
        "Previous: First",
        "Next: Third",
        "Source: Review 6/2019",
        "Licence: CC BY 4.0",
    ]
    order += ["Related stories", "Census", "1 June 2019", "same series", "Keep reading", "Guide", "How to."]
    at = 0
    for each in order:
        at = shown.find(each, at)
        assert at >= 0, each


@pytest.mark.parametrize(
    "address",
    [
        "packhorse:node/section/news",
        "packhorse:node/region/kz",
        "packhorse:node/author/w",
        "packhorse:node/tag/mutual%20aid",
        "packhorse:node/series/long",
        "packhorse:article/courier.ug",
        "packhorse:article/c",
        "packhorse:article/r",
        "packhorse:article/k",
        "packhorse:external/https%3A%2F%2Fa.example",
    ],
)
def test_each_part_leads_on(address):
    assert f'href="{address}"' in page(VIEW, STYLE).html


def test_pictures_fill_the_measure_and_portraits_stay_small():
    html = page(VIEW, replace(STYLE, measure=600)).html
    assert '<img src="packhorse:media/pass/standard" width="600" height="300"' in html
    assert '<img src="packhorse:media/face/standard" width="72" height="72"' in html


def test_a_lead_picture_that_is_not_here_leaves_its_words():
    html = page(replace(VIEW, lead=Figure("pass", alt="A pass")), STYLE).html
    assert "media/pass" not in html
    assert "A pass" in html


def test_a_bare_article_has_no_empty_parts():
    html = page(PageView(Article("p", "x", "Title", "en", body="Words.")), STYLE).html
    labels = Labels()
    for word in (labels.by, labels.also_in, labels.related, labels.keep_reading, labels.series, labels.licence):
        assert f">{word}" not in html
    assert not re.search(r"<p[^>]*></p>|<div[^>]*></div>", html)


def test_the_page_tells_its_title_language_and_headings():
    shown = page(VIEW, STYLE)
    assert (shown.title, shown.language, shown.right_to_left) == ("The <courier>", "en", False)
    assert [(heading.title, heading.anchor) for heading in shown.headings] == [("Snow", "b-snow")]


def test_direction_follows_the_article():
    shown = page(replace(VIEW, article=replace(VIEW.article, language="ug")), STYLE)
    assert shown.right_to_left
    assert '<body dir="rtl">' in shown.html
    portrait, biography = shown.html.index("media/face"), shown.html.index("Walks")
    assert biography < portrait


def test_doubt_is_not_shown_as_trust():
    assert '<span class="warning">' in page(replace(VIEW, genuine=False), STYLE).html


def test_words_come_from_outside_and_are_escaped():
    html = page(replace(VIEW, labels=replace(Labels(), related="<Жүйелес>")), STYLE).html
    assert "&lt;Жүйелес&gt;" in html
    assert "Related stories" not in html


def test_hits_are_marked_in_the_body_alone():
    html = page(VIEW, STYLE, mark=lambda text: [(0, len(text))]).html
    assert html.count('class="mark"') == 2


def test_a_document_shows_entries_with_anchors():
    view = DocumentView(
        "Glossary",
        "en",
        "Intro.",
        path=(named(NodeKind.GLOSSARY, "", "Glossary"),),
        entries=(
            Entry("Digest", "digest", "also: hash", "A *number*."),
            Entry("مەتىن", "text", body="ئا", language="ug"),
        ),
        stories=(Story("s", "Story", "en"),),
        stories_title="Stories",
    )
    html = document(view, STYLE).html
    assert '<h3 id="digest">' in html
    assert "A <em>number</em>." in html
    assert 'href="packhorse:node/glossary/"' in html
    assert words(html).index("Intro.") < words(html).index("Digest") < words(html).index("Stories")


def test_an_entry_runs_in_its_own_direction():
    html = document(DocumentView("Glossary", "en", entries=(Entry("مەتىن", body="ئا.", language="ug"),)), STYLE).html
    assert '<div dir="rtl"><h3>مەتىن</h3><p>ئا.</p></div>' in html


def test_an_authors_page_keeps_the_portrait_beside_the_words():
    html = document(DocumentView("A. Writer", "en", "Walks.", portrait=Figure("face", 400, 800)), STYLE).html
    assert 'width="70" height="140"' in html


def test_text_keeps_its_distance_from_a_lead_picture_without_a_caption():
    assert '<p class="lone">' in page(replace(VIEW, lead=Figure("pass", 1200, 600, "A pass")), STYLE).html
    assert '<p class="lead">' in page(VIEW, STYLE).html


def test_a_small_lead_picture_is_not_blown_up():
    html = page(replace(VIEW, lead=Figure("pass", 200, 100)), STYLE).html
    assert 'width="200" height="100"' in html


@pytest.mark.parametrize("name", THEMES)
def test_the_style_holds_the_themes_colours_and_fetches_nothing(name):
    theme = Theme.parse(resources.read(f"themes/{name}.json"))
    style = re.search(r"<style>(.*?)</style>", page(VIEW, PageStyle(theme)).html, re.DOTALL)[1]
    for colour in (theme.paper, theme.ink, theme.soft, theme.accent, theme.chip, theme.code, theme.mark, theme.rule):
        assert colour in style
    assert "url(" not in style
    assert "@" not in style


@pytest.mark.parametrize("size", [13, 17, 32])
def test_sizes_grow_together(size):
    style = re.search(r"<style>(.*?)</style>", page(VIEW, replace(STYLE, size=size)).html, re.DOTALL)[1]
    assert f"font-size: {size}px" in style
    assert f"line-height: {round(size * 1.9)}px" in style


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh", "Noto Serif CJK SC"),
        ("zh-Hant", "Noto Serif CJK TC"),
        ("ja", "Noto Serif CJK JP"),
        ("ug", "Noto Naskh Arabic"),
    ],
)
def test_each_script_has_its_own_faces(language, family):
    html = page(replace(VIEW, article=replace(VIEW.article, language=language)), STYLE).html
    assert f"'{family}'" in html
    assert "font-style: normal" in html


def test_a_theme_with_a_wrong_colour_is_refused():
    values = json.loads(resources.read("themes/light.json"))
    for wrong in ({"ink": "red"}, {"ink": "#12345"}, {"more": "#123456"}):
        with pytest.raises(ValueError):
            Theme.parse(json.dumps({**values, **wrong}).encode())


def test_a_title_leaves_no_short_word_alone_on_its_last_line():
    view = replace(VIEW, article=replace(VIEW.article, title="The Road Was the Creek", standfirst="Two words"))
    html = page(view, STYLE).html
    assert "<h1>The Road Was the\u00a0Creek</h1>" in html
    long = replace(VIEW, article=replace(VIEW.article, title="Announcing the Digital Economy Practice"))
    assert "<h1>Announcing the Digital Economy Practice</h1>" in page(long, STYLE).html, "it must break somewhere"
    assert "Two words" in html


def test_the_text_and_what_stands_around_it_can_be_found():
    html = page(VIEW, STYLE).html
    assert html.index("In February.") < html.index('<div id="text">') < html.index("It closed the road.")
    assert html.index("It closed the road.") < html.index('<div id="after">') < html.index("mutual aid")


def test_pictures_can_be_enlarged_in_the_pages_order_but_not_where_they_are_links_already():
    body = '![A map](media:map "The map.")\n\n[![A button](media:button)](article:other)'
    view = replace(VIEW, article=replace(VIEW.article, body=body), pictures={"map": Size(9, 9), "button": Size(9, 9)})
    shown = page(view, STYLE)
    assert [(one.media, one.alt, one.caption) for one in shown.figures] == [
        ("pass", "A pass", "In February."),
        ("map", "A map", "The map."),
    ]
    assert '<a class="picture" href="packhorse:media/pass/full"><img src="packhorse:media/pass/standard"' in shown.html
    assert '<a href="packhorse:article/other"><img src="packhorse:media/button/standard"' in shown.html


def test_footnotes_terms_and_outside_addresses_can_be_read_in_place():
    body = (
        "A[^n] [stick](term:stick) [out](https://a.example/?b&c)\n\n[^n]: Said *once*.\n\n    And <b id='x'>twice</b>."
    )
    view = replace(VIEW, article=replace(VIEW.article, body=body), terms={"stick": "A small <memory>."})
    notes = page(view, STYLE).notes
    assert notes["packhorse:term/stick"] == "<p>A small &lt;memory&gt;.</p>"
    assert notes["packhorse:external/https%3A%2F%2Fa.example%2F%3Fb%26c"] == "<p>https://a.example/?b&amp;c</p>"
    note = next(said for address, said in notes.items() if address.startswith("#"))
    assert words(note).split() == ["Said", "once.", "And", "twice."]
    assert "<em>once</em>" in note
    assert "id=" not in note
    assert "href=" not in note


def test_scripts_without_italics_are_emphasised_by_weight():
    upright = page(replace(VIEW, article=replace(VIEW.article, language="ug")), STYLE).html
    assert "font-style: normal; font-weight: 600" in upright
    assert "letter-spacing: 0px" in upright
    assert "font-style: normal; font-weight: 600" not in page(VIEW, STYLE).html


@pytest.mark.parametrize(
    ("licence", "terms", "address"),
    [
        ("CC-BY-4.0", "also for money, if you name who made it.", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "not for money, if", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("cc-by-nd-4.0", "unchanged, also", "https://creativecommons.org/licenses/by-nd/4.0/"),
        ("CC0", "whatever you like", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/terms", "", "https://example.org/terms"),
        ("All rights reserved", "", ""),
        ("CC-BY-NC-ND-SA-4.0", "", ""),
    ],
)
def test_a_licence_says_whose_it_is_and_what_it_allows(licence, terms, address):
    html = page(
        replace(VIEW, licence=licence, holder="Winter Review", authors=(), related=(), keep_reading=()), STYLE
    ).html
    end = html[html.index("Licence: ") :]
    assert words(end).startswith(f"Licence: {licence}  ·  Winter Review")
    assert terms in end
    assert end.count("external") == bool(address)
    assert (str(Link(LinkKind.EXTERNAL, address)) if address else "") in end
    assert ("You may" in end) is bool(terms)


def test_a_credit_is_set_apart_from_its_caption():
    html = page(VIEW, STYLE).html
    assert '<span class="credit">\u2068Photo: us\u2069</span></p>' in html
    html = page(replace(VIEW, lead=Figure("pass", 1200, 600, "A pass", credit="Photo: us")), STYLE).html
    assert '<p class="caption"><span class="credit">' in html
