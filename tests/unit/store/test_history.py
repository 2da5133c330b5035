"""What was opened can be forgotten for good, or a row of it with a way back."""

import pytest

from reader.model.listing import Node, NodeKind
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, synchronize

FIRST, SECOND = "2026-01-02T03:04:05.678+00:00", "2026-02-03T04:05:06.789+00:00"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def store(folder, publisher):
    publisher.publish(*(publisher.article(name) for name in "abc"))
    with Store.open(folder) as opened:
        with open_source(publisher.bundle) as source:
            synchronize(opened, source, publisher.id, Allowance())
        yield opened


def key(store, name):
    return store.catalogue.keys(name)[0]


def opened(store):
    return [row.id for row in store.listing.rows(store.listing.keys(Node(NodeKind.HISTORY)))]


def on_disk(folder, words):
    return any(words.encode() in path.read_bytes() for path in folder.glob("library.db*"))


@pytest.fixture
def read(store):
    for name, at in (("a", FIRST), ("b", SECOND)):
        store.statuses.set_opened(key(store, name), at)
    store.statuses.set_position(key(store, "b"), 0.4)
    store.statuses.set_read([key(store, "b")], SECOND)
    store.statuses.set_starred([key(store, "c")], FIRST)
    return store


def test_the_history_goes_for_good_and_the_rest_stays(read, folder):
    assert on_disk(folder, FIRST)
    read.statuses.set_starred([key(read, "c")], SECOND)
    read.statuses.clear_history()
    assert opened(read) == []
    assert read.statuses.position(key(read, "b")) == 0
    assert read.statuses.marked("read") == {key(read, "b")}
    assert read.statuses.marked("starred") == {key(read, "c")}
    assert not on_disk(folder, FIRST)


def test_marks_of_what_is_read_go_too_when_that_is_wanted(read, folder):
    read.statuses.clear_history(read=True)
    assert read.statuses.marked("read") == frozenset()
    assert not on_disk(folder, SECOND)
    assert read.statuses.marked("starred") == {key(read, "c")}


def test_one_row_goes_and_comes_back(read):
    taken = read.statuses.take_out_of_history([key(read, "b"), key(read, "c")])
    assert [one.id for one in taken] == ["b"]
    assert (opened(read), read.statuses.position(key(read, "b"))) == (["a"], 0)
    read.statuses.put_back_in_history(taken)
    assert opened(read) == ["b", "a"]
    assert read.statuses.position(key(read, "b")) == pytest.approx(0.4)


def test_what_was_opened_again_meanwhile_is_newer(read):
    taken = read.statuses.take_out_of_history([key(read, "a")])
    read.statuses.set_opened(key(read, "a"), SECOND)
    read.statuses.put_back_in_history(taken)
    (again,) = read.statuses.take_out_of_history([key(read, "a")])
    assert (again.at, again.openings) == (SECOND, 1)
