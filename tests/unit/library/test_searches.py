"""The history can be switched off; kept searches tell what is new; both outlive an edition and a lost catalogue."""

import pytest

from reader.errors import QueryError
from reader.library import Library, searches
from reader.library.browse import navigation
from reader.library.index import drain
from reader.library.receive import sync
from reader.library.repair import repair
from reader.model.listing import Node, NodeKind
from tests.support.publisher import Publisher


def counts(library):
    return [(one.title, one.total, one.new) for one in searches.saved(library)]


def recent(library, limit=20):
    return [one.id for one in searches.recent(library, limit)]


def arrive(library, publisher, *articles, index=True):
    sync(library, publisher.publish(*articles))
    if index:
        drain(library)


def test_the_last_search_comes_first_and_once(library):
    for text in ("snow", " road ", "snow", "  "):
        searches.remember(library, text)
    assert recent(library) == ["snow", "road"]
    searches.forget(library, "snow")
    assert recent(library) == ["road"]
    searches.clear(library)
    assert recent(library) == []


def test_the_history_is_bounded(library):
    for number in range(searches.MOST_REMEMBERED + 5):
        searches.remember(library, f"snow {number}")
    found = recent(library, 1000)
    assert len(found) == searches.MOST_REMEMBERED
    assert found[0] == f"snow {searches.MOST_REMEMBERED + 4}"


def test_switched_off_it_is_emptied_and_stays_empty(library, folder):
    searches.remember(library, "snow")
    searches.set_keeps_history(library, False)
    searches.remember(library, "road")
    with Library.open(folder) as again:
        assert not searches.keeps_history(again)
        assert recent(again) == []
        searches.set_keeps_history(again, True)
        searches.remember(again, "tea")
        assert recent(again) == ["tea"]


def test_a_kept_search_is_counted_and_shown_in_the_navigation(library):
    kept = searches.save(library, "winter", "Winter")
    assert (kept.total, kept.new) == (2, 0)
    (item,) = next(group for group in navigation(library) if group.name == "saved").items
    assert (item.node, item.title, item.count, item.unread) == (Node(NodeKind.SEARCH, "winter"), "Winter", 2, 0)


def test_only_what_arrived_since_is_new(library, publisher):
    searches.save(library, "winter", "Winter")
    arrive(library, publisher, publisher.article("frost", body="A winter of frost."), publisher.article("hay"))
    assert counts(library) == [("Winter", 3, 1)]
    arrive(library, publisher, publisher.article("school", body="Winter lessons, corrected."))
    assert counts(library) == [("Winter", 3, 1)]
    assert searches.opened(library, "winter")
    assert counts(library) == [("Winter", 3, 0)]
    assert not searches.opened(library, "hay")


def test_what_was_not_found_yet_when_it_was_looked_at_is_new_later(library, publisher):
    kept = searches.save(library, "winter")
    arrive(library, publisher, publisher.article("frost", body="A winter of frost."), index=False)
    searches.looked_at(library, kept.id)
    drain(library)
    assert counts(library) == [("winter", 3, 1)]


def test_withdrawn_hits_are_counted_no_more(library, publisher):
    searches.save(library, "winter")
    sync(library, publisher.publish(withdraw=["pass"]))
    drain(library)
    assert counts(library) == [("winter", 1, 0)]


def test_kept_searches_are_named_ordered_and_removed(library):
    first, second, third = (searches.save(library, text) for text in ("winter", "tea", "sea"))
    searches.rename(library, second.id, "Tea")
    searches.rename(library, second.id, "  ")
    searches.reorder(library, [third.id, second.id])
    assert [one.title for one in searches.saved(library)] == ["sea", "Tea", "winter"]
    assert searches.save(library, "tea", "Tins").id == second.id
    searches.remove(library, first.id)
    assert [one.title for one in searches.saved(library)] == ["sea", "Tins"]
    with pytest.raises(QueryError) as error:
        searches.remove(library, first.id)
    assert error.value.code == "saved-search-unknown"
    with pytest.raises(QueryError) as error:
        searches.save(library, "  ")
    assert error.value.code == "search-empty"


def test_searches_and_their_setting_outlive_a_lost_catalogue(library, folder):
    searches.save(library, "winter", "Winter")
    searches.remember(library, "tea")
    searches.set_keeps_history(library, True)
    library.close()
    spoil_an_index(folder)
    assert "catalogue-rebuilt" in [code for code, _what in repair(folder).found]
    with Library.open(folder) as again:
        assert counts(again) == [("Winter", 2, 0)]
        assert recent(again) == ["tea"]


@pytest.fixture
def other(library, tmp_path):
    """A second publication in the library, with one article about winter."""
    other = Publisher(tmp_path / "other", "Summer Review")
    sync(library, other.publish(other.article("ice", "Ice", "Winter on the lake.")))
    drain(library)
    return other


def test_the_history_knows_the_publication_a_search_was_kept_to(library, publisher, other):
    searches.remember(library, "winter")
    searches.remember(library, "winter", other.id)
    searches.remember(library, "winter", publisher.id)
    searches.remember(library, "winter", other.id)
    kept_to = [(one.id, one.publication) for one in searches.recent(library)]
    assert kept_to == [("winter", other.id), ("winter", publisher.id), ("winter", "")]
    searches.forget(library, "winter", publisher.id)
    assert [one.publication for one in searches.recent(library)] == [other.id, ""]


def test_a_kept_search_counts_in_its_publication_only(library, publisher, other):
    everywhere = searches.save(library, "winter")
    here = searches.save(library, "winter", "Winter there", other.id)
    assert (everywhere.total, here.total) == (3, 1)
    assert searches.save(library, "winter", "Ice", other.id).id == here.id
    arrive(library, other, other.article("floe", body="A winter floe."))
    assert counts(library) == [("winter", 4, 1), ("Ice", 2, 1)]
    arrive(library, publisher, publisher.article("frost", body="A winter of frost."))
    assert counts(library) == [("winter", 5, 2), ("Ice", 2, 1)]
    assert searches.opened(library, "winter", other.id)
    assert counts(library) == [("winter", 5, 2), ("Ice", 2, 0)]
    assert not searches.opened(library, "winter", publisher.id)


def test_the_navigation_names_the_publication_where_there_are_several(library, other):
    searches.save(library, "winter", publication=other.id)
    (item,) = next(group for group in navigation(library) if group.name == "saved").items
    assert item.node == Node(NodeKind.SEARCH, "winter", other.id)
    assert item.where == "Summer Review"


def test_where_there_is_one_publication_it_goes_without_saying(library, publisher):
    searches.save(library, "winter", publication=publisher.id)
    (item,) = next(group for group in navigation(library) if group.name == "saved").items
    assert (item.count, item.where) == (2, "")


def test_toggling_is_about_a_search_in_its_publication(library, publisher, other):
    assert searches.toggle(library, "winter", other.id)
    assert searches.toggle(library, "winter")
    assert not searches.toggle(library, "winter", other.id)
    assert [(one.text, one.publication) for one in searches.saved(library)] == [("winter", "")]


def test_publications_of_searches_outlive_a_lost_catalogue(library, folder, publisher):
    searches.save(library, "winter", "Winter", publisher.id)
    searches.remember(library, "tea", publisher.id)
    library.close()
    spoil_an_index(folder)
    repair(folder)
    with Library.open(folder) as again:
        assert [one.publication for one in searches.saved(again)] == [publisher.id]
        assert searches.recent(again) == (Node(NodeKind.SEARCH, "tea", publisher.id),)


def spoil_an_index(folder):
    """Damage that SQLite notices, in a page that holds none of the reader's own."""
    import sqlite3

    with sqlite3.connect(folder / "library.db") as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article_by_work'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with (folder / "library.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
