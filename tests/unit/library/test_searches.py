"""The history can be switched off; kept searches tell what is new; both outlive an edition and a lost catalogue."""

import pytest

from reader.errors import QueryError
from reader.library import Library, searches
from reader.library.browse import navigation
from reader.library.index import drain
from reader.library.receive import sync
from reader.library.repair import repair
from reader.model.listing import Node, NodeKind


def counts(library):
    return [(one.title, one.total, one.new) for one in searches.saved(library)]


def arrive(library, publisher, *articles, index=True):
    sync(library, publisher.publish(*articles))
    if index:
        drain(library)


def test_the_last_search_comes_first_and_once(library):
    for text in ("snow", " road ", "snow", "  "):
        searches.remember(library, text)
    assert searches.recent(library) == ("snow", "road")
    searches.forget(library, "snow")
    assert searches.recent(library) == ("road",)
    searches.clear(library)
    assert searches.recent(library) == ()


def test_the_history_is_bounded(library):
    for number in range(searches.MOST_REMEMBERED + 5):
        searches.remember(library, f"snow {number}")
    found = searches.recent(library, 1000)
    assert len(found) == searches.MOST_REMEMBERED
    assert found[0] == f"snow {searches.MOST_REMEMBERED + 4}"


def test_switched_off_it_is_emptied_and_stays_empty(library, folder):
    searches.remember(library, "snow")
    searches.set_keeps_history(library, False)
    searches.remember(library, "road")
    with Library.open(folder) as again:
        assert not searches.keeps_history(again)
        assert searches.recent(again) == ()
        searches.set_keeps_history(again, True)
        searches.remember(again, "tea")
        assert searches.recent(again) == ("tea",)


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
        assert searches.recent(again) == ("tea",)


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
