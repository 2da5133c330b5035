"""Regions form a tree: each counts and lists what is in it and below it, every article once."""

import sqlite3

import pytest

from reader.model.article import Tier
from reader.model.listing import Node
from reader.model.publication import Kind, Thing
from reader.sources import open_source
from reader.store import Store
from reader.store.salvage import DATABASE
from reader.store.schema import MIGRATIONS
from reader.sync import Allowance, synchronize


def region(publisher, identity, parent=""):
    return Thing(publisher.id, Kind.REGION, identity, {"en": identity.title()}, parent=parent)


def receive(store, publisher):
    with open_source(publisher.bundle) as source:
        synchronize(store, source, publisher.id, Allowance(tiers=tuple(Tier)))


def held(store):
    """What counts say of each region; lists say the same."""
    tallies = {node[2]: tally.articles for node, tally in store.counts().by_node.items() if node[1] == "region"}
    assert tallies == {one: len(store.listing.keys(Node.parse(f"region:{one}"))) for one in tallies}
    return tallies


@pytest.fixture
def store(publisher, tmp_path):
    make = publisher.article
    publisher.publish(
        region(publisher, "asia"),
        region(publisher, "china", "asia"),
        region(publisher, "altai", "china"),
        region(publisher, "hotan", "china"),
        make("one", regions=("altai",)),
        make("two", regions=("altai", "hotan", "china")),
        make("three", regions=("asia",)),
    )
    with Store.open(tmp_path / "library") as store:
        receive(store, publisher)
        yield store


def test_a_region_counts_what_is_below_it_each_article_once(store):
    assert held(store) == {"altai": 2, "hotan": 1, "china": 2, "asia": 3}


def test_an_article_that_changes_counts_elsewhere(store, publisher):
    publisher.publish(publisher.article("two", regions=("asia",)))
    receive(store, publisher)
    assert held(store) == {"altai": 1, "china": 1, "asia": 3}


def test_a_tree_that_changes_counts_otherwise_and_the_index_is_told(store, publisher):
    store.queue.done(store.queue.take(99))
    publisher.publish(region(publisher, "altai", "asia"))
    receive(store, publisher)
    assert held(store) == {"altai": 2, "hotan": 1, "china": 1, "asia": 3}
    assert store.queue.waiting() == 2


def test_a_region_withdrawn_no_longer_joins_what_is_below_and_above(store, publisher):
    publisher.publish(withdraw=[(Kind.REGION, "china")])
    receive(store, publisher)
    assert held(store) == {"altai": 2, "hotan": 1, "china": 1, "asia": 1}


def test_a_parent_that_comes_later_and_a_ring_are_no_harm(store, publisher):
    publisher.publish(region(publisher, "kok", "zhety"), publisher.article("four", regions=("kok",)))
    receive(store, publisher)
    assert held(store)["kok"] == 1
    assert "zhety" not in held(store)
    publisher.publish(region(publisher, "zhety", "kok"))
    receive(store, publisher)
    assert (held(store)["kok"], held(store)["zhety"]) == (1, 1)


def test_what_an_article_names_itself_stays_its_own(store):
    (key,) = store.catalogue.keys("one")
    assert [value for value, _count in store.catalogue.labels(key, "region")] == ["altai"]


def test_an_older_library_counts_so_once_it_is_opened(store, tmp_path):
    store.queue.done(store.queue.take(99))
    expected = held(store)
    store.close()
    database = sqlite3.connect(tmp_path / "library" / DATABASE)
    number = next(at for at, one in enumerate(MIGRATIONS) if "above (publication, value, article)" in one)
    database.execute("DELETE FROM label WHERE position < 0")
    for table in ("removed", "removed_root"):
        database.execute(f"DROP TABLE {table}")
    database.execute(f"PRAGMA user_version = {number}")
    database.commit()
    database.close()
    with Store.open(tmp_path / "library") as opened:
        assert held(opened) == expected
        assert opened.queue.waiting() == 2
