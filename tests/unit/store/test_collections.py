"""What a reader filed keeps its order, comes back when it was removed, and outlives editions."""

import sqlite3

import pytest

from reader.model.listing import Node, NodeKind, Sort
from reader.sources import open_source
from reader.store import Store
from reader.store.salvage import copy_own
from reader.store.schema import MIGRATIONS
from reader.sync import Allowance, synchronize

MON, TUE, WED = (f"2026-02-0{day}T00:00:00.000+00:00" for day in (2, 3, 4))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


def receive(store, publisher, *objects, **options):
    publisher.publish(*objects, **options)
    with open_source(publisher.bundle) as source:
        return synchronize(store, source, publisher.id, Allowance())


@pytest.fixture
def store(folder, publisher):
    with Store.open(folder) as opened:
        make = publisher.article
        receive(opened, publisher, *(make(name, date=f"2019-01-0{day}") for day, name in enumerate("abc", 1)))
        yield opened


def key(store, name):
    return store.catalogue.keys(name)[0]


def listed(store, identity="", sort=Sort.ADDED):
    return [row.id for row in store.listing.rows(store.listing.keys(Node(NodeKind.COLLECTION, str(identity)), sort))]


def titles(store):
    return [(one.title, one.count) for one in store.collections.listed()]


def test_what_was_added_last_comes_first_and_can_be_sorted_otherwise(store):
    snow = store.collections.create("Snow", MON)
    store.collections.add(snow, [key(store, "c")], MON)
    store.collections.add(snow, [key(store, "a"), key(store, "c")], TUE)
    assert listed(store, snow) == ["a", "c"]
    assert listed(store, snow, Sort.NEWEST) == ["c", "a"]
    assert listed(store, "no number") == []


def test_without_a_number_everything_filed_is_listed_once(store):
    snow, roads = store.collections.create("Snow", MON), store.collections.create("Roads", MON)
    store.collections.add(snow, [key(store, "a")], MON)
    store.collections.add(roads, [key(store, "b")], TUE)
    store.collections.add(roads, [key(store, "a")], WED)
    assert listed(store) == ["a", "b"]


def test_counts_and_holdings_agree_with_lists(store, publisher):
    snow, roads = store.collections.create("Snow", MON), store.collections.create("Roads", MON)
    store.collections.add(snow, [key(store, name) for name in "abc"], MON)
    store.collections.add(roads, [key(store, "b")], MON)
    assert titles(store) == [("Snow", 3), ("Roads", 1)]
    held = store.collections.holding([key(store, "a"), key(store, "b")])
    assert [(one.collection.title, one.held) for one in held] == [("Snow", 2), ("Roads", 1)]
    assert store.collections.of_article(key(store, "b")) == ((snow, "Snow"), (roads, "Roads"))
    receive(store, publisher, withdraw=["b"])
    assert titles(store) == [("Snow", 2), ("Roads", 0)]


def test_what_was_taken_out_is_put_back_at_its_place(store):
    snow = store.collections.create("Snow", MON)
    for name, at in zip("abc", (MON, TUE, WED), strict=True):
        store.collections.add(snow, [key(store, name)], at)
    taken = store.collections.take_out(snow, [key(store, "b"), 9999])
    assert listed(store, snow) == ["c", "a"]
    store.collections.put_back(snow, taken)
    assert listed(store, snow) == ["c", "b", "a"]


def test_a_removed_collection_comes_back_as_it_was_and_its_number_is_not_given_again(store):
    first, second = store.collections.create("Snow", MON), store.collections.create("Roads", TUE)
    store.collections.add(first, [key(store, "a")], MON)
    removed = store.collections.remove(second)
    store.collections.restore(store.collections.remove(first))
    assert titles(store) == [("Snow", 1)]
    assert store.collections.create("Tea", WED) > second
    store.collections.restore(removed)
    assert [title for title, _count in titles(store)] == ["Snow", "Roads", "Tea"]
    assert store.collections.remove(999) is None


def test_more_keys_than_a_statement_takes(store):
    snow = store.collections.create("Snow", MON)
    many = [*range(5000, 6700), key(store, "a")]
    store.collections.add(snow, many, MON)
    assert [one.held for one in store.collections.holding(many)] == [1]
    assert [one.id for one in store.collections.take_out(snow, many)] == ["a"]


def test_an_article_that_comes_again_is_still_filed(store, publisher):
    snow = store.collections.create("Snow", MON)
    store.collections.add(snow, [key(store, "a")], MON)
    for segment in sorted(store.catalogue.segments(publisher.id)):
        store.drop_segment(publisher.id, segment)
    assert listed(store, snow) == []
    receive(store, publisher, publisher.article("a", "Again"))
    assert listed(store, snow) == ["a"]


def test_collections_are_salvaged_even_without_their_names(store, folder, tmp_path):
    snow, roads = store.collections.create("Snow", MON), store.collections.create("Roads", TUE)
    store.collections.add(snow, [key(store, "a")], MON)
    store.collections.add(roads, [key(store, "b")], TUE)
    store._db.execute("DELETE FROM collection WHERE id = ?", (roads,))
    store.close()
    with Store.open(tmp_path / "new"):
        pass
    copy_own(folder / "library.db", tmp_path / "new")
    with Store.open(tmp_path / "new") as again:
        assert [one.title for one in again.collections.listed()] == ["Snow", f"#{roads}"]


def test_a_library_of_the_second_version_is_brought_up_to_date(folder):
    folder.mkdir()
    old = sqlite3.connect(folder / "library.db")
    for statement in ";\n".join(MIGRATIONS[:2]).split(";\n"):
        old.execute(statement)
    old.execute("INSERT INTO meta VALUES ('identity', 'old')")
    old.execute("INSERT INTO note VALUES ('p', 'a', 'Mine.', '2019-01-01')")
    old.execute("PRAGMA user_version = 2")
    old.commit()
    old.close()
    with Store.open(folder) as store:
        assert (store.identity, store.collections.listed(), store.arrivals.last()) == ("old", (), None)
        store.collections.create("Snow", MON)
    new = sqlite3.connect(folder / "library.db")
    assert new.execute("SELECT text FROM note").fetchall() == [("Mine.",)]
    new.close()
