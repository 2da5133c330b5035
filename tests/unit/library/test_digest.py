"""The last edition is told by its numbers and by section, as a page beside the list of what is new."""

import pytest

from reader import resources
from reader.errors import QueryError
from reader.library import Library, browse, digest, document
from reader.library.receive import sync
from reader.model.digest import DigestWords
from reader.model.edition import Withdrawn
from reader.model.listing import Node, NodeKind
from reader.model.page_style import PageStyle, Theme
from reader.model.publication import Kind

NEW = Node(NodeKind.NEW)


def style():
    return PageStyle(Theme.parse(resources.read("themes/light.json")))


def second_edition(library, publisher):
    make = publisher.article
    sync(
        library,
        publisher.publish(
            *(make(f"world-{day}", section="world", date=f"2020-01-0{day}") for day in range(1, 6)),
            make("frost", "The frost", section="news", date="2018-01-01", standfirst="It came early."),
            make("school", "The school, corrected", section="news", date="2019-05-20"),
            make("loose", "Of no section"),
            make("sea.ru", "О море", language="ru", work="sea", section="world", date="2017-01-01"),
            withdraw=["tea"],
        ),
    )


def test_numbers_and_sections_in_the_publishers_order(library, publisher):
    second_edition(library, publisher)
    told = digest.digest(library)
    assert (told.title, told.serial, told.publication) == ("Winter Review", 2, publisher.id)
    assert (told.added, told.updated, told.withdrawn, told.translations) == (8, 1, 1, 1)
    assert [(one.title, one.added, one.updated) for one in told.sections] == [
        ("News", 1, 1),
        ("World", 6, 0),
        ("", 1, 0),
    ]
    news, world, _loose = told.sections
    assert [row.id for row in news.rows] == ["frost", "school"]
    assert [row.id for row in world.rows] == ["world-5", "world-4", "world-3"]
    assert [row.key in told.changed for row in news.rows] == [False, True]


def test_what_was_withdrawn_is_named_without_a_link(library, publisher):
    second_edition(library, publisher)
    told = digest.digest(library)
    assert told.gone == ("A tin of tea",)
    html = digest.page(told, style(), DigestWords("New", "8 new", ("News", "World", "Other"), "mended", "1 gone")).html
    assert html.index("1 gone") < html.index("A tin of tea")
    assert html.index("1 gone") > html.index("World")
    assert "article/tea" not in html


def test_what_shall_leave_no_trace_is_not_named(library, publisher):
    sync(
        library,
        publisher.publish(publisher.article("frost"), withdraw=[Withdrawn(Kind.ARTICLE, "tea", 1, purge=True)]),
    )
    told = digest.digest(library)
    assert (told.withdrawn, told.gone) == (1, ())


def test_what_an_earlier_edition_withdrew_is_told_no_more(library, publisher):
    second_edition(library, publisher)
    sync(library, publisher.publish(publisher.article("rain")))
    assert digest.digest(library).gone == ()


def test_one_translation_stands_for_all_the_readers_own_if_there_is_one(library, publisher):
    make = publisher.article
    other = {"language": "ru", "work": "frost", "section": "world", "date": "2020-02-02"}
    sync(library, publisher.publish(make("frost", section="world", date="2020-02-01"), make("frost.ru", **other)))
    for language, expected in (("ru", "frost.ru"), ("en", "frost"), ("fr", "frost")):
        (world,) = digest.digest(library, language=language).sections
        assert ([row.id for row in world.rows], world.added) == ([expected], 2)


def test_the_page_says_what_it_is_given(library, publisher):
    second_edition(library, publisher)
    told = digest.digest(library)
    words = DigestWords("New in edition 2", "8 new", ("News & more", "World", "Other"), "mended")
    html = digest.page(told, style(), words).html
    order = [html.index(one) for one in ("8 new", "News &amp; more", "The frost", "It came early.", "mended", "World")]
    assert order == sorted(order)
    assert "packhorse:article/frost" in html


def test_an_empty_library_has_nothing_to_tell(tmp_path):
    with Library.open(tmp_path / "empty") as empty:
        assert not document.has_introduction(empty, NEW)
        with pytest.raises(QueryError, match="document-unknown"):
            digest.digest(empty)


def test_the_navigation_has_a_row_when_something_is_new_beside_what_was_here(library, publisher):
    def rows():
        return {item.node: item.count for item in browse.navigation(library)[0].items}

    assert NEW not in rows()
    second_edition(library, publisher)
    assert rows()[NEW] == 9
    assert document.has_introduction(library, NEW)
