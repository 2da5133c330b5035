"""Pages that introduce a list name a work once, with its translations after it."""

import re
from html import unescape

import pytest

from reader import resources
from reader.library import Library
from reader.library.document import document
from reader.library.receive import sync
from reader.model.listing import Node, NodeKind
from reader.model.page_style import PageStyle, Theme
from reader.model.publication import Kind, Thing

STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))


@pytest.fixture
def library(folder, publisher):
    shared = {"authors": ("writer",), "topics": ("roads",), "series": "way"}
    publisher.publish(
        Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}, {"en": "Writes."}),
        Thing(publisher.id, Kind.TOPIC, "roads", {"en": "Roads"}, {"en": "Go."}),
        Thing(publisher.id, Kind.SERIES, "way", {"en": "The way"}, {"en": "In parts."}),
        publisher.article("a.ar", "الأول", language="ar", work="a", series_part=1, date="2020-01-01", **shared),
        publisher.article("b.ru", "Второй", language="ru", work="b", series_part=2, **shared),
        publisher.article("a", "First", series_part=1, **shared),
        publisher.article("b", "Deuxième", language="fr", series_part=2, date="2019-09-01", **shared),
        publisher.article("c", "Third", series_part=3, **shared),
        publisher.article("a.ru", "Первый", language="ru", work="a", series_part=1, date="2018-01-01", **shared),
        languages=("en", "ru", "ar", "fr"),
    )
    with Library.open(folder) as opened:
        sync(opened, publisher.bundle)
        yield opened


def stories(library, kind, identity, language="en"):
    """What the page lists: each line's words, tags left out."""
    html = document(library, Node(kind, identity), STYLE, language=language).html
    found = re.findall(r'<p class="(?:label|story|also)">(.*?)</p>', html)
    return [re.sub("[\u2066-\u2069]", "", unescape(re.sub("<[^>]*>", "", one))).replace("\xa0", " ") for one in found]


def test_a_series_lists_its_parts_by_number_in_the_windows_language(library):
    assert stories(library, NodeKind.SERIES, "way") == [
        "Stories · 3",
        "1  First",
        "also in العربية, Русский",
        "2  Deuxième",
        "also in Русский",
        "3  Third",
    ]
    assert [line for line in stories(library, NodeKind.SERIES, "way", "ru") if line[:1].isdigit()] == [
        "1  Первый",
        "2  Второй",
        "3  Third",
    ]


@pytest.mark.parametrize(("kind", "identity"), [(NodeKind.AUTHOR, "writer"), (NodeKind.TOPIC, "roads")])
def test_an_author_or_topic_lists_each_work_once_the_newest_of_those_shown_first(library, kind, identity):
    assert stories(library, kind, identity) == [
        "Stories · 3",
        "Deuxième",
        "also in Русский",
        "First",
        "also in العربية, Русский",
        "Third",
    ]


def test_translations_can_be_opened_from_there(library):
    html = document(library, Node(NodeKind.SERIES, "way"), STYLE).html
    assert 'href="packhorse:article/a.ru"' in html
    assert 'href="packhorse:article/a.ar"' in html
