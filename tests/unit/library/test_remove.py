"""Removing a publication: what goes, what is kept, what comes back with it, and that nobody is fooled the more easily."""

import sqlite3

import pytest

from reader.errors import BundleError, QueryError, StoreError
from reader.library import Library, browse, collections, mark, searches
from reader.library.find import search
from reader.library.index import drain, pending
from reader.library.read import key_of
from reader.library.receive import Allowance, offers, sync
from reader.library.remove import removal, remove
from reader.library.repair import repair
from reader.model.article import Tier
from reader.model.listing import LATEST, Node, NodeKind
from reader.model.publication import Trust
from reader.model.search import Query
from reader.store.exclusive import exclusive
from reader.store.salvage import DATABASE
from tests.support.publisher import Publisher


@pytest.fixture
def other(tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(
        other.section("sea", "Sea"), other.article("tide", body="Salt and snow."), other.article("gull", body="Salt.")
    )
    return other


@pytest.fixture
def two(library, other):
    """The library with another publication, of which an article is starred, noted, filed and read, and a search kept."""
    sync(library, other.bundle)
    drain(library)
    tide = key_of(library, "tide")
    mark.set_starred(library, [tide], True)
    mark.set_note(library, tide, "Compare.")
    mark.set_read(library, [tide], True)
    mark.opened(library, tide)
    collections.add(library, collections.create(library, "Water").id, [tide])
    searches.save(library, "salt", publication=other.id)
    searches.remember(library, "gull", other.id)
    return library


def own(library):
    """What the reader made: starred, noted, filed, read, opened, kept and used searches."""
    kinds = (NodeKind.STARRED, NodeKind.NOTES, NodeKind.HISTORY)
    (collection,) = collections.listed(library)
    everything = library.store.counts().everything
    return (
        *(len(browse.keys(library, Node(kind))) for kind in kinds),
        collection.count,
        everything.read,
        len(searches.saved(library)),
        len(searches.recent(library)),
    )


def rows_of(folder, publication):
    """Tables that still name a publication."""
    with sqlite3.connect(folder / DATABASE) as catalogue:
        catalogue.row_factory = sqlite3.Row
        tables = [row[0] for row in catalogue.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            table
            for table in tables
            for row in catalogue.execute(f"SELECT * FROM {table}")
            if any(publication in str(value) for value in tuple(row))
        }
    catalogue.close()
    return found


def test_it_goes_with_its_files_and_nothing_else_does(two, other, folder, publisher):
    before = [row.id for row in browse.rows(two, browse.keys(two, Node(NodeKind.LATEST, "", publisher.id)))]
    going = removal(two, "summer review")
    assert (going.publication, going.articles, going.starred, going.noted, going.filed) == (other.id, 2, 1, 1, 1)
    assert going.bytes == sum(one.stat().st_size for one in (folder / "publications" / other.id).rglob("*.*"))
    remove(two, going.publication)
    assert not (folder / "publications" / other.id).exists()
    assert [row.id for row in browse.rows(two, browse.keys(two, LATEST))] == before
    assert [info.id for info in browse.publications(two)] == [publisher.id]
    assert all(group.publication != other.id for group in browse.navigation(two))
    assert {publication for publication, _kind, _id in two.store.counts().by_node} == {publisher.id}
    assert rows_of(folder, other.id) == {
        *("removed", "removed_root", "status", "note", "collected", "saved_search", "searched"),
    }


def test_the_index_loses_its_articles_alone(two, other):
    state = two.index._manifest
    remove(two, other.id)
    assert pending(two) == 2
    drain(two)
    assert not two.index.fresh
    assert search(two, Query("salt")).total == 1  # "Of the sea" has salt, too
    assert two.index.count() == 5
    assert two.index._manifest != state


def test_what_the_reader_made_is_there_again_with_it(two, other):
    assert own(two) == (1, 1, 1, 1, 1, 1, 1)
    keys = set(browse.keys(two, LATEST))
    remove(two, other.id)
    assert own(two) == (0, 0, 0, 0, 0, 0, 0)
    sync(two, other.bundle)
    assert own(two) == (1, 1, 1, 1, 1, 1, 1)
    came = set(browse.keys(two, Node(NodeKind.LATEST, "", other.id)))
    assert min(came) > max(keys), "a key is never given twice"
    assert two.store.removals.guards() == ()


def test_all_of_the_readers_own_goes_where_that_is_wanted(two, other, folder):
    (folder / "library-damaged-20200101T000000Z.db").write_bytes(b"older")
    remove(two, other.id, own=True)
    drain(two)
    assert rows_of(folder, other.id) == set()
    two.close()
    left = [one for one in folder.glob("library*") if other.id.encode() in one.read_bytes()]
    assert left == []
    assert not list(folder.glob("library-damaged-*"))
    with Library.open(folder) as library:
        sync(library, other.bundle)
        assert own(library) == (0, 0, 0, 0, 0, 0, 0)


def words_in(folder, word):
    return {one.name for one in (folder / "index").iterdir() if word in one.read_bytes()}


@pytest.mark.parametrize("own", [False, True])
def test_no_word_of_it_stays_in_the_index_where_all_shall_go(library, folder, own, publisher, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("quokka", body="quokka"))
    publisher.publish(*(publisher.article(f"more-{number}") for number in range(20)))
    library.index.clear()
    for bundle in (publisher.bundle, other.bundle):
        sync(library, bundle)
    library.store.queue.refill()
    drain(library)
    assert words_in(folder, b"quokka")
    remove(library, other.id, own=own)
    drain(library)
    assert bool(words_in(folder, b"quokka")) is not own
    assert library.index.count() == 25
    assert library.index.verify()
    assert not library.store.removals.wants_wipe


def test_what_is_known_of_a_removed_one_can_be_forgotten_later(two, other, folder):
    remove(two, other.id)
    with pytest.raises(QueryError) as error:
        removal(two, other.id)
    assert error.value.code == "publication-unknown"
    going = removal(two, "Summer Review", own=True)
    assert (going.publication, going.articles, going.bytes, going.starred, going.is_here) == (other.id, 0, 0, 1, False)
    remove(two, other.id, own=True)
    drain(two)
    assert rows_of(folder, other.id) == set()


def test_two_of_one_name_are_told_apart_by_their_ids(two, tmp_path):
    forger = Publisher(tmp_path / "forger", "Summer Review")
    forger.publish(forger.article("lie"))
    sync(two, forger.bundle)
    with pytest.raises(QueryError) as error:
        removal(two, "Summer Review")
    assert error.value.code == "publication-ambiguous"
    remove(two, removal(two, forger.id).publication)
    assert key_of(two, "tide")


def test_an_older_edition_does_not_come_back_in_its_place(two, other, tmp_path):
    old = other.copy(tmp_path / "old")
    other.publish(other.article("tide", "Corrected", body="Salt."))
    sync(two, other.bundle)
    remove(two, other.id)
    with pytest.raises(BundleError) as error:
        sync(two, old)
    assert error.value.code == "edition-older-than-removed"
    assert not (two.folder / "publications" / other.id).exists()
    sync(two, other.bundle)
    assert browse.rows(two, [key_of(two, "tide")])[0].title == "Corrected"


def test_another_edition_of_the_same_number_does_not_come_back_in_its_place(two, other, tmp_path):
    branch = other.edition
    other.publish(other.article("tide", "One truth"))
    sync(two, other.bundle)
    remove(two, other.id)
    other.edition = branch
    other.publish(other.article("tide", "Another truth"))
    with pytest.raises(BundleError) as error:
        sync(two, other.bundle)
    assert error.value.code == "edition-fork"


def test_trust_and_what_a_source_mentioned_come_back(two, other):
    fingerprint = two.store.catalogue.publication(other.id).fingerprint
    sync(two, other.bundle, fingerprint=fingerprint)
    two.store.saw(other.id, 7)
    two.store.pictures.keep(other.id, [Tier.THUMB])
    remove(two, other.id)
    ((offer, _plan),) = offers(two, other.bundle)
    assert (offer.trust, offer.from_serial, offer.tiers) == (Trust.CHECKED, 0, ("thumb",))
    sync(two, other.bundle)
    info = two.store.catalogue.publication(other.id)
    assert (info.trust, info.highest_seen) == (Trust.CHECKED, 7)


def test_the_roots_that_were_known_are_asked_again(two, other, folder):
    known = [(folder / "publications" / other.id / "root" / "1.signed").read_bytes()]
    remove(two, other.id)
    assert two.store.removals.roots(other.id) == known


def test_a_namesake_of_a_removed_one_is_told_of(two, other, tmp_path):
    genuine = two.store.catalogue.publication(other.id).fingerprint
    remove(two, other.id)
    forger = Publisher(tmp_path / "forger", "Summer  Review")
    forger.publish(forger.article("lie"))
    ((offer, _plan),) = offers(two, forger.bundle)
    assert (offer.namesakes, offer.former_namesakes, offer.trust) == ((), (genuine,), None)


def test_it_is_refused_while_editions_are_brought_in(two, other, folder):
    with exclusive(folder), pytest.raises(StoreError) as error:
        remove(two, other.id)
    assert error.value.code == "sync-running"
    assert key_of(two, "tide")


def test_what_was_begun_is_finished_before_a_sync(two, other, folder):
    two.store.removals.begin(other.id, own=False)
    sync(two, other.bundle)
    assert two.store.removals.waiting() == ()
    assert len(browse.keys(two, Node(NodeKind.LATEST, "", other.id))) == 2
    assert two.store.catalogue.article(key_of(two, "tide")).body == "Salt and snow."


def test_a_repair_neither_brings_it_back_nor_forgets_it(two, other, folder, publisher):
    remove(two, other.id)
    two.close()
    (folder / DATABASE).write_bytes(damaged(folder / DATABASE))
    assert "catalogue-rebuilt" in dict(repair(folder).found)
    with Library.open(folder) as library:
        assert [info.id for info in browse.publications(library)] == [publisher.id]
        assert library.store.removals.guard(other.id).serial == 1
        assert library.store.removals.roots(other.id)
        sync(library, other.bundle, Allowance())
        assert len(browse.keys(library, Node(NodeKind.STARRED))) == 1


def damaged(path):
    """The catalogue with a page of an index of articles torn."""
    with sqlite3.connect(path) as catalogue:
        (page,) = catalogue.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article_by_date'").fetchone()
        (size,) = catalogue.execute("PRAGMA page_size").fetchone()
    catalogue.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    return bytes(data)


def test_an_article_that_goes_while_it_is_read_is_no_damage(two, other, folder):
    key = key_of(two, "tide")
    with Library.open(folder) as reading:
        remove(two, other.id)
        assert reading.store.catalogue.article(key) is None
