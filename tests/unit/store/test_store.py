"""The catalogue answers lists and counts, keeps what the reader did, and says plainly when it is damaged."""

import sqlite3

import pytest

from reader.errors import StoreError
from reader.model.article import Tier
from reader.model.listing import LATEST, Node, NodeKind, Sort
from reader.model.publication import Kind, Text, Thing
from reader.sources import open_source
from reader.store import Store
from reader.store.salvage import copy_own
from reader.store.schema import MIGRATIONS
from reader.sync import Allowance, synchronize


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def store(folder):
    with Store.open(folder) as opened:
        yield opened


def receive(store, publisher, *objects, **options):
    publisher.publish(*objects, **options)
    with open_source(publisher.bundle) as source:
        return synchronize(store, source, publisher.id, Allowance(tiers=tuple(Tier)))


def ids(store, node, sort=Sort.NEWEST):
    return [row.id for row in store.listing.rows(store.listing.keys(node, sort))]


@pytest.fixture
def filled(store, publisher):
    receive(
        store,
        publisher,
        publisher.section("china", "China", position=0),
        publisher.section("news", "News", parent="china", position=1),
        publisher.section("world", "World", position=2),
        Thing(publisher.id, Kind.MOST_READ, "most-read", extra={"articles": ["c", "a"]}),
        Text(publisher.id, Kind.PAGE, "about", "About", "en", "Us.", work="about"),
        publisher.article("a", "Alpha", date="2019-01-01", section="china", tags=("snow", "road"), authors=("umar",)),
        publisher.article(
            "b", "beta", date="2019-03-01", section="news", tags=("snow",), series="valley", series_part=2
        ),
        publisher.article(
            "c", "Gamma", date="2019-02-01", section="world", topics=("roads",), series="valley", series_part=1
        ),
        publisher.article(
            "c.ru", "Гамма", date="2019-02-02", section="world", language="ru", work="c", regions=("kz",)
        ),
    )
    return store


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (LATEST, ["b", "c.ru", "c", "a"]),
        (Node(NodeKind.SECTION, "china"), ["b", "a"]),
        (Node(NodeKind.SECTION, "news"), ["b"]),
        (Node(NodeKind.TAG, "snow"), ["b", "a"]),
        (Node(NodeKind.TOPIC, "roads"), ["c"]),
        (Node(NodeKind.REGION, "kz"), ["c.ru"]),
        (Node(NodeKind.AUTHOR, "umar"), ["a"]),
        (Node(NodeKind.SERIES, "valley"), ["c", "b"]),
        (Node(NodeKind.LANGUAGE, "ru"), ["c.ru"]),
        (Node(NodeKind.MOST_READ), ["c", "a"]),
        (Node(NodeKind.STARRED), []),
        (Node(NodeKind.TAG, "nothing' OR 1=1 --"), []),
        (Node(NodeKind.SECTION, "china", "another publication"), []),
    ],
)
def test_nodes_list_their_articles(filled, node, expected):
    assert ids(filled, node) == expected


def test_lists_sort(filled):
    assert ids(filled, LATEST, Sort.OLDEST) == ["a", "c", "c.ru", "b"]
    assert ids(filled, LATEST, Sort.TITLE) == ["a", "b", "c", "c.ru"]


def test_counts_agree_with_lists(filled):
    keys = filled.listing.keys(LATEST)
    filled.statuses.set_read([keys[0]], "2026-01-01T00:00:00+00:00")
    counts = filled.counts()
    assert (counts.everything.articles, counts.everything.unread) == (4, 3)
    for (publication, kind, identity), tally in counts.by_node.items():
        if kind != "section":  # a section's list holds its children's articles too
            assert tally.articles == len(filled.listing.keys(Node(NodeKind(kind), identity, publication)))
    assert len(filled.listing.keys(Node(NodeKind.UNREAD))) == 3


def test_marks_and_history(filled):
    first, second, *_ = filled.listing.keys(LATEST)
    filled.statuses.set_starred([first, second], "2026-01-01T00:00:00+00:00")
    filled.statuses.set_starred([second], None)
    filled.statuses.set_opened(second, "2026-01-01T00:00:00+00:00")
    filled.statuses.set_opened(first, "2026-01-02T00:00:00+00:00")
    filled.statuses.set_position(first, 0.4)
    assert list(filled.listing.keys(Node(NodeKind.STARRED))) == [first]
    assert list(filled.listing.keys(Node(NodeKind.HISTORY))) == [first, second]
    assert filled.statuses.position(first) == pytest.approx(0.4)
    filled.statuses.clear_history()
    assert list(filled.listing.keys(Node(NodeKind.HISTORY))) == []
    assert list(filled.listing.keys(Node(NodeKind.STARRED))) == [first]


def test_translations_and_pages(filled, publisher):
    (key,) = filled.catalogue.keys("c")
    assert [one.language for one in filled.catalogue.translations(key)] == ["ru"]
    assert filled.catalogue.texts(Kind.PAGE)[0].body == "Us."


def test_an_old_alias_still_finds_its_article(store, publisher):
    receive(store, publisher, publisher.article("a", aliases=("/2019/old-name",)))
    assert store.catalogue.keys("/2019/old-name") == store.catalogue.keys("a")


def test_a_changed_section_title_queues_its_articles_again(filled, publisher):
    filled.queue.done(filled.queue.take(100))
    receive(filled, publisher, publisher.section("news", "Reports", parent="china", position=1))
    assert [key for key, _seq in filled.queue.take(100)] == list(filled.catalogue.keys("b"))


def test_an_article_that_changed_while_it_was_indexed_stays_in_the_queue(filled, publisher):
    taken = filled.queue.take(100)
    receive(filled, publisher, publisher.article("a", "Again"))
    filled.queue.done(taken)
    assert [key for key, _seq in filled.queue.take(100)] == list(filled.catalogue.keys("a"))


def test_a_reader_sees_a_steady_library_while_another_writes(filled, folder, publisher):
    with Store.open(folder) as other:
        before = list(other.listing.keys(LATEST))
        receive(filled, publisher, publisher.article("d"))
        assert len(other.listing.keys(LATEST)) == len(before) + 1


def test_a_damaged_segment_is_noticed_when_it_is_read(filled, folder, publisher):
    (key,) = filled.catalogue.keys("a")
    for segment in (folder / "publications").rglob("*.seg"):
        data = bytearray(segment.read_bytes())
        data[-40:] = bytes(40)
        segment.write_bytes(bytes(data))
    with pytest.raises(StoreError) as error:
        for key in filled.listing.keys(LATEST):
            filled.catalogue.article(key)
    assert error.value.code == "segment-damaged"


def test_a_damaged_catalogue_is_told(folder):
    Store.open(folder).close()
    (folder / "library.db").write_bytes(b"this is not a database" * 300)
    with pytest.raises(StoreError) as error:
        Store.open(folder)
    assert error.value.code == "store-damaged"


def test_a_newer_catalogue_is_left_alone(folder):
    Store.open(folder).close()
    connection = sqlite3.connect(folder / "library.db")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoreError) as error:
        Store.open(folder)
    assert error.value.code == "store-newer"


def test_the_identity_stays_and_differs(folder, tmp_path):
    with Store.open(folder) as one, Store.open(tmp_path / "other") as two:
        assert one.identity != two.identity
        first = one.identity
    with Store.open(folder) as again:
        assert again.identity == first


def test_the_librarys_own_folder_is_a_bundle(filled, folder, tmp_path, publisher):
    with Store.open(tmp_path / "neighbour") as other, open_source(folder / "publications") as source:
        synchronize(other, source, publisher.id, Allowance(tiers=tuple(Tier)))
        assert sorted(ids(other, LATEST)) == sorted(ids(filled, LATEST))


def test_a_dropped_article_gets_its_key_back_and_no_key_is_given_twice(filled, publisher, tmp_path):
    before = {row.id: row.key for row in filled.listing.rows(filled.listing.keys(LATEST))}
    for segment in sorted(filled.catalogue.segments(publisher.id)):
        filled.drop_segment(publisher.id, segment)
    assert not filled.listing.keys(LATEST)
    receive(filled, publisher, publisher.article("d", date="2020-01-01"))
    after = {row.id: row.key for row in filled.listing.rows(filled.listing.keys(LATEST))}
    assert {name: after[name] for name in before} == before
    assert after["d"] > max(before.values())


def test_searches_are_taken_out_of_a_damaged_catalogue_of_the_fifth_version(folder, tmp_path):
    damaged = tmp_path / "damaged.db"
    old = sqlite3.connect(damaged)
    for migration in MIGRATIONS[:5]:
        old.executescript(migration)
    old.execute("INSERT INTO searched (text) VALUES ('snow')")
    old.execute("INSERT INTO saved_search VALUES (1, 'Tea', 'tea', 1, 7, 3, 1)")
    old.commit()
    old.close()
    Store.open(folder).close()
    copy_own(damaged, folder)
    with Store.open(folder) as store:
        assert [(one.id, one.publication) for one in store.searches.recent(5)] == [("snow", "")]
        assert [(one.text, one.publication) for one in store.searches.saved()] == [("tea", "")]


def test_searches_of_the_fifth_version_look_in_all_publications(folder):
    folder.mkdir()
    old = sqlite3.connect(folder / "library.db")
    for migration in MIGRATIONS[:5]:
        old.executescript(migration)
    old.execute("INSERT INTO meta VALUES ('identity', 'old')")
    old.execute("INSERT INTO searched (text) VALUES ('snow'), ('tea')")
    for number, text in enumerate(("snow", "tea", "gone"), 1):
        old.execute("INSERT INTO saved_search VALUES (?, ?, ?, ?, 7, 3, 1)", (number, text.title(), text, 4 - number))
    old.execute("DELETE FROM saved_search WHERE text = 'gone'")
    old.execute("PRAGMA user_version = 5")
    old.commit()
    old.close()
    with Store.open(folder) as store:
        assert [(one.id, one.publication) for one in store.searches.recent(5)] == [("tea", ""), ("snow", "")]
        kept = [(one.id, one.text, one.publication, one.total, one.new) for one in store.searches.saved()]
        assert kept == [(2, "tea", "", 3, 1), (1, "snow", "", 3, 1)]
        assert store.searches.seen() == {1: 7, 2: 7}
        assert store.searches.save("snow", "p", "Snow there", 0) == 4  # a number is not given twice
        assert store.searches.save("snow", "", "Snow again", 0) == 1


def test_a_library_of_the_first_version_is_brought_up_to_date(folder):
    folder.mkdir()
    old = sqlite3.connect(folder / "library.db")
    for statement in MIGRATIONS[0].split(";\n"):
        old.execute(statement)
    old.execute("INSERT INTO meta VALUES ('identity', 'old')")
    old.execute("INSERT INTO status (publication, id, opened_at) VALUES ('p', 'a', '2019-01-01')")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    with Store.open(folder) as store:
        assert store.identity == "old"
        assert store.searches.keeps_history
        store.searches.remember("snow", "", 5)
    with Store.open(folder) as store:
        assert [one.id for one in store.searches.recent(5)] == ["snow"]
    new = sqlite3.connect(folder / "library.db")
    assert new.execute("SELECT openings FROM status").fetchall() == [(1,)]
    new.close()
