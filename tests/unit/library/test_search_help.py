"""The page of how to search: its examples are of this library, and each finds something."""

import re
from urllib.parse import unquote

import pytest

from reader import resources
from reader.library import Library, find
from reader.library.index import drain
from reader.library.receive import sync
from reader.library.search_help import search_help
from reader.model.page_style import PageStyle, Theme
from reader.model.publication import Kind, Thing
from reader.model.search import Query
from reader.wording.search_help import HELP

STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))
TEXTS = {
    "en": (
        "The women who carried books",
        "The women carried their books through valleys. Their mules carried letters.",
    ),
    "ru": ("Книги на спине мула", "Женщины возили книги верхом. Книги ждали зимой, письма летом."),
    "zh-Hans": ("驮书的马", "图书管理员骑着骡子，把两袋图书送到山里的学校。"),
    "ug": ("كىتاب توشۇغان ئات", "كۈتۈپخانىچى قىشتىمۇ يېزىغا كىتاب ئېلىپ باراتتى، بالىلار كىتاب كۈتەتتى."),
}


def _articles(title, body):
    """Two alike, and one with the beginning of their text alone."""
    return [(title, body), (title, body), (title, re.split("[.,،，:]", body)[0])]


@pytest.fixture
def made(publisher, tmp_path):
    def make(*languages, authors=()):
        rows = [
            publisher.article(f"{tag.lower()}{number}", title, body, language=tag, authors=authors, date="2019-06-03")
            for tag in languages
            for number, (title, body) in enumerate(_articles(*TEXTS[tag]))
        ]
        bundle = publisher.publish(Thing(publisher.id, Kind.AUTHOR, "lee", {"en": "Mara Lee"}), *rows)
        library = Library.open(tmp_path / "library")
        sync(library, bundle)
        drain(library)
        return library

    return make


def examples(library, language):
    page = search_help(library, STYLE, "How to search", HELP, language)
    return [unquote(one) for one in re.findall(r"packhorse:node/search/([^\"?]+)", page.html)]


@pytest.mark.parametrize("languages", [("en",), ("ru", "en"), ("zh-Hans",), ("ug", "en")])
@pytest.mark.parametrize("window", ["en", "ru", "zh-Hans", "ug", "fr"])
def test_each_example_finds_something(made, languages, window):
    with made(*languages) as library:
        found = examples(library, window)
        assert len(found) > 6
        assert not [one for one in found if not find.search(library, Query(one)).total]
        assert not [one for one in found if find.search(library, Query(one)).hint]


@pytest.mark.parametrize(
    ("window", "word"),
    [("en", "carried"), ("ru", "книги"), ("zh-Hans", "图书"), ("zh-Hant", "图书"), ("ug", "كىتاب"), ("fr", "carried")],
)
def test_words_are_of_the_windows_language_else_of_the_commonest(made, window, word):
    with made("ru", "zh-Hans", "ug", "en") as library:
        assert examples(library, window)[0] == word


def test_what_there_is_not_has_no_example(made):
    with made("en") as library:
        assert not [one for one in examples(library, "en") if "author:" in one or "tag:" in one or "..." in one]
        assert not [one for one in examples(library, "en") if "starred" in one]


def test_things_are_named_as_they_are_known(made):
    with made("en", authors=("lee",)) as library:
        assert 'author:"Mara Lee"' in examples(library, "en")
        assert 'автор:"Mara Lee"' in examples(library, "ru")


def test_an_empty_library_has_rules_alone(tmp_path):
    with Library.open(tmp_path / "library") as library:
        assert examples(library, "en") == []
        assert "OR joins its two neighbours" in search_help(library, STYLE, "How", HELP, "en").html


def test_nothing_is_left_out_while_the_index_is_made(made):
    with made("en") as library:
        whole = examples(library, "en")
        library.index.clear()
        library.store.queue.refill()
        assert set(whole) <= set(examples(library, "en"))
