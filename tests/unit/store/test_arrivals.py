"""The last edition that brought something can be listed, and told of by section."""

import pytest

from reader.model.article import Tier
from reader.model.listing import Node, NodeKind
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, synchronize
from tests.support.publisher import PIXEL, Publisher


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def store(folder):
    with Store.open(folder) as opened:
        yield opened


def receive(store, publisher, *objects, path=None, **options):
    if path is None:
        publisher.publish(*objects, **options)
    with open_source(path or publisher.bundle) as source:
        return synchronize(store, source, publisher.id, Allowance(tiers=tuple(Tier)))


def new(store, publication=""):
    return [row.id for row in store.listing.rows(store.listing.keys(Node(NodeKind.NEW, "", publication)))]


def three(publisher):
    return [publisher.article(name, section="news", date="2019-01-01") for name in "abc"]


def test_only_the_last_edition_is_new(store, publisher):
    assert (new(store), store.arrivals.last()) == ([], None)
    receive(store, publisher, *three(publisher))
    assert new(store) == ["a", "b", "c"]
    receive(store, publisher, publisher.article("d", section="news"), publisher.article("b", date="2018-01-01"))
    assert new(store) == ["d", "b"]
    assert store.arrivals.count() == 2


def test_what_came_is_told_by_section(store, publisher):
    receive(store, publisher, *three(publisher), pictures=[("p", "thumb", PIXEL)])
    receive(
        store,
        publisher,
        publisher.article("d", section="essays"),
        publisher.article("e", section="essays"),
        publisher.article("a.ru", section="news", language="ru", work="a"),
        publisher.article("b", "Corrected", section="news"),
        pictures=[("p", "standard", PIXEL), ("q", "thumb", PIXEL), ("q", "standard", PIXEL)],
        withdraw=["c"],
    )
    last = store.arrivals.last()
    assert (last.publication, last.serial) == (publisher.id, 2)
    assert (last.added, last.updated) == ({"essays": 2, "news": 1}, {"news": 1})
    assert (last.withdrawn, last.pictures, last.translations) == (1, 1, 1)


def test_an_edition_without_articles_leaves_the_last_one_new(store, publisher):
    receive(store, publisher, *three(publisher))
    receive(store, publisher, publisher.article("d"))
    receive(store, publisher, publisher.section("news", "News"), withdraw=["a"])
    receive(store, publisher, path=publisher.bundle)
    assert new(store) == ["d"]


def test_the_rest_of_an_edition_joins_what_came_before(store, publisher, tmp_path):
    receive(store, publisher, *three(publisher))
    publisher.publish(publisher.article("d"), publisher.article("e", language="ru"))
    partial = publisher.copy(tmp_path / "stick")
    missing = publisher.segment_files()[-1].relative_to(publisher.bundle)
    (partial / missing).unlink()
    receive(store, publisher, path=partial)
    assert new(store) == ["d"]
    receive(store, publisher, path=publisher.bundle)
    assert new(store) == ["d", "e"]
    assert store.arrivals.last().added == {"": 2}


def test_an_article_that_a_repair_brings_back_is_not_new(store, publisher):
    receive(store, publisher, *three(publisher))
    receive(store, publisher, publisher.article("d"))
    for segment in sorted(store.catalogue.segments(publisher.id)):
        store.drop_segment(publisher.id, segment)
    receive(store, publisher, path=publisher.bundle)
    assert new(store) == ["d"]


def test_each_publication_has_its_own_last(store, publisher, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    receive(store, publisher, publisher.article("a"))
    receive(store, other, other.article("z"))
    assert new(store) == ["z"]
    assert new(store, publisher.id) == ["a"]
    assert store.arrivals.last(publisher.id).publication == publisher.id


def test_it_outlives_the_program(store, publisher, folder):
    receive(store, publisher, *three(publisher))
    receive(store, publisher, publisher.article("d"))
    with Store.open(folder) as again:
        assert new(again) == ["d"]
