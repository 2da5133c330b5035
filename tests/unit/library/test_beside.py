"""From an article to its translation without losing the place, and both on one page."""

from dataclasses import replace

import pytest

from reader import resources
from reader.errors import QueryError
from reader.library import Library, beside, read
from reader.library.receive import sync
from reader.model.page import Page
from reader.model.page_style import PageStyle, Theme

STYLE = replace(PageStyle(Theme.parse(resources.read("themes/light.json"))), column=300)
ENGLISH = "Short.\n\n" + "The courier went on over the pass. " * 6 + "\n\n## Later\n\nThe end."
RUSSIAN = "Гонец шёл дальше через перевал. " * 6 + "\n\n## Позже\n\nКонец."


@pytest.fixture
def library(publisher, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        publisher.section("news", "News"),
        make("pass", "The pass", ENGLISH),
        make("pass.ru", "Перевал", RUSSIAN, language="ru", work="pass"),
        make("other", "Another"),
    )
    with Library.open(tmp_path / "library") as opened:
        sync(opened, bundle)
        yield opened


@pytest.mark.parametrize(("block", "anchor"), [(0, Page.TOP), (2, "block-1"), (3, "block-2"), (4, "block-3")])
def test_a_translation_is_opened_where_the_same_is_said(library, block, anchor):
    key = read.key_of(library, "pass")
    assert beside.follow(library, "pass.ru", key, block) == (read.key_of(library, "pass.ru"), anchor)


def test_any_other_article_is_opened_where_it_was_left(library):
    key = read.key_of(library, "pass")
    assert beside.follow(library, "other", key, 3) == (read.key_of(library, "other"), "")
    assert beside.follow(library, "pass", 0, 0) == (key, "")
    with pytest.raises(QueryError, match="article-unknown"):
        beside.follow(library, "nothing", key, 1)


def test_both_stand_on_one_page(library):
    shown = beside.page_beside(library, read.key_of(library, "pass"), "ru", STYLE, terms=("courier",))
    assert (shown.title, shown.language, shown.beside) == ("The pass", "en", "ru")
    assert "Перевал" in shown.html
    assert 'class="mark"' in shown.html


def test_without_that_translation_the_article_stands_alone(library):
    shown = beside.page_beside(library, read.key_of(library, "pass"), "ug", STYLE)
    assert (shown.title, shown.beside) == ("The pass", "")
    assert beside.translation(library, read.key_of(library, "other"), "ru") is None
