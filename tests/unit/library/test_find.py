"""What a page of hits shows of the index's answer, and what the index is asked. The index itself is played here."""

import pytest

from reader.errors import QueryError
from reader.library import Library
from reader.library.find import search
from reader.library.read import key_of
from reader.model.listing import LATEST, Node, NodeKind
from reader.model.search import Facet, FacetKind, FacetValue, Hit, Hits, Query


class Player:
    """Answers what it was told to, and remembers the question."""

    def __init__(self, answer):
        self.answer, self.asked, self.known = answer, None, None
        self.fresh = False

    def search(self, query, known):
        self.asked, self.known = query, known
        return self.answer

    def close(self):
        pass


@pytest.fixture
def play(library, monkeypatch):
    def begin(**answer):
        player = Player(Hits(**{"total": 1, **answer}))
        monkeypatch.setattr(Library, "index", player)
        return player

    return begin


def test_facets_are_labelled_in_the_readers_language(library, play):
    kinds = {
        FacetKind.SECTION: "news",
        FacetKind.TOPIC: "roads",
        FacetKind.AUTHOR: "umar",
        FacetKind.TAG: "winter",
        FacetKind.LANGUAGE: "ru",
        FacetKind.SERIES: "gone",
    }
    facets = tuple(Facet(kind, (FacetValue(value, 3),)) for kind, value in kinds.items())
    play(facets=facets, months=(("2019-06", 3),))
    page = search(library, Query("snow", facets=True), "ru")
    labels = {facet.kind: [(one.label, one.count) for one in facet.values] for facet in page.facets}
    assert labels == {
        FacetKind.SECTION: [("News", 3)],
        FacetKind.TOPIC: [("Дороги", 3)],
        FacetKind.AUTHOR: [("Umar the Pen", 3)],
        FacetKind.TAG: [("winter", 3)],
        FacetKind.LANGUAGE: [("Русский", 3)],
        FacetKind.SERIES: [("gone", 3)],
    }
    assert page.months == (("2019-06", 3),)


def test_translations_stand_under_their_hit(library, play):
    key, other = key_of(library, "pass"), key_of(library, "pass.ru")
    play(hits=(Hit(key, 2.0, also=(other, 99999)),), terms=("snow",))
    (row,) = search(library, Query("snow")).rows
    assert [(one.id, one.language, one.title) for one in row.also] == [("pass.ru", "ru", "Курьер")]
    assert row.snippet


@pytest.mark.parametrize(
    ("node", "text", "asked"),
    [
        (Node(NodeKind.STARRED), "snow", "is:starred snow"),
        (Node(NodeKind.COLLECTION, "3"), "snow", "in:3 snow"),
        (Node(NodeKind.UNREAD), "snow OR road", "is:unread (snow OR road)"),
        (Node(NodeKind.HISTORY), "", "is:opened"),
        (Node(NodeKind.NOTES), '"winter road" tea', 'has:note ("winter road" tea)'),
        (Node(NodeKind.UNREAD), 'snow "ro', 'is:unread snow "ro'),
        (Node(NodeKind.SEARCH, "tea OR tin"), "snow", "(tea OR tin) snow"),
        (LATEST, "snow", "snow"),
    ],
)
def test_within_what_the_reader_did_is_asked_in_words(library, play, node, text, asked):
    player = play()
    page = search(library, Query(text, within=node))
    assert (player.asked.text, player.asked.within) == (asked, None)
    assert page.query == Query(text, within=node)


def test_within_labels_is_left_to_the_index(library, play):
    player = play()
    query = Query("snow", within=Node(NodeKind.SECTION, "news"), fold=False, facets=True)
    search(library, query)
    assert player.asked == query
    assert set(player.known.named(FacetKind.SECTION, "News")) == {"news"}


def test_within_what_cannot_be_searched_is_refused(library, play):
    play()
    for kind in (NodeKind.GLOSSARY, NodeKind.MOST_READ):
        with pytest.raises(QueryError) as error:
            search(library, Query("snow", within=Node(kind)))
        assert error.value.code == "node-not-searchable"


@pytest.mark.parametrize(("text", "told"), [("snwo road", "is:starred (snow road)"), ("snwo", "is:starred snow")])
def test_what_was_meant_is_told_without_what_was_put_before(library, play, text, told):
    play(meant=told)
    page = search(library, Query(text)._replace(within=Node(NodeKind.STARRED)))
    assert page.meant == told.removeprefix("is:starred ").strip("()")
    play(meant="snow")
    assert search(library, Query("snwo")).meant == "snow"


def test_where_translations_leave_one_line_the_mark_is_near_its_beginning(library, play):
    key, other = key_of(library, "pass"), key_of(library, "pass.ru")
    play(hits=(Hit(key, 2.0),), terms=("carried",))
    (alone,) = search(library, Query("carried")).rows
    play(hits=(Hit(key, 2.0, also=(other,)),), terms=("carried",))
    (folded,) = search(library, Query("carried")).rows
    assert folded.marks[0][0] <= 13 < alone.marks[0][0]
    assert folded.snippet[slice(*folded.marks[0])] == "carried"
