"""Lists cost what they hold, not what the library holds."""

import pytest

from reader.model.listing import LATEST, Node, NodeKind, Sort
from reader.store.connection import connect
from reader.store.listing import Listing

ARTICLES = 5000
RARE = 5  # articles of each of the lists below
STEPS = 100  # of SQLite's virtual machine, between two calls of the counter


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    connection = connect(tmp_path_factory.mktemp("library") / "library.db")
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO publication VALUES ('p', '{}', '{}', 'en', '[]', '', 't', 'f', 1, 1, 1, 'x', '', '', 1, '', '')"
    )
    connection.execute("INSERT INTO segment VALUES (1, 'x', 'p', 'articles', '', 'en', '', 1, 1)")
    connection.execute("INSERT INTO thing VALUES ('p', 'section', 'below', 1, 'rare', 0, '{}', '{}', '{}', 0)")
    connection.execute("INSERT INTO arrival (number, publication, serial, at) VALUES (1, 'p', 1, ''), (2, 'p', 2, '')")
    for key in range(1, ARTICLES + 1):
        rare = key % (ARTICLES // RARE) == 0
        connection.execute(
            "INSERT INTO article (key, publication, id, revision, kind, language, title, standfirst, date, updated, section,"
            " series, series_part, work, lead, minutes, licence, segment, at, size, raw, codec, sha256, arrival)"
            " VALUES (?, 'p', ?, 1, 'article', ?, 'A title', 'Words', ?, '', ?, ?, ?, '', '', 3, '', 1, 1, 1, 1, 'z', '', ?)",
            (
                key,
                f"a{key}",
                "ug" if rare else "en",
                f"2019-{key % 12 + 1:02}-{key % 28 + 1:02}",
                "below" if rare else "often",
                "rare" if rare else "",
                key,
                2 if rare else 1,
            ),
        )
        connection.execute("INSERT INTO label VALUES ('tag', 'p', ?, ?, 0)", ("rare" if rare else "often", key))
        if rare:
            status = (f"a{key}", "2019-01-01", "2019-01-01", 2)
            connection.execute("INSERT INTO status VALUES ('p', ?, NULL, ?, ?, 0, ?)", status)
            connection.execute("INSERT INTO note VALUES ('p', ?, 'Mine', '2019-01-01')", (f"a{key}",))
            connection.execute("INSERT INTO collected VALUES (1, 'p', ?, '2019-01-01')", (f"a{key}",))
    connection.execute("COMMIT")
    yield connection
    connection.close()


def steps(connection, ask):
    """Hundreds of steps that SQLite took for an answer, and the answer."""
    taken = 0

    def counts():
        nonlocal taken
        taken += 1

    connection.set_progress_handler(counts, STEPS)
    try:
        return ask(), taken
    finally:
        connection.set_progress_handler(None, 0)


RARE_LISTS = [
    Node(NodeKind.STARRED),
    Node(NodeKind.HISTORY),
    Node(NodeKind.MOST_OPENED),
    Node(NodeKind.NOTES),
    Node(NodeKind.COLLECTION),
    Node(NodeKind.COLLECTION, "1"),
    Node(NodeKind.NEW),
    Node(NodeKind.SECTION, "rare"),
    Node(NodeKind.SECTION, "rare", "p"),
    Node(NodeKind.SERIES, "rare"),
    Node(NodeKind.TAG, "rare"),
    Node(NodeKind.TAG, "rare", "p"),
    Node(NodeKind.LANGUAGE, "ug"),
]


@pytest.mark.parametrize("unread", [False, True])
@pytest.mark.parametrize("node", RARE_LISTS, ids=lambda node: f"{node}@{node.publication}")
def test_a_rare_list_does_not_walk_through_the_library(database, node, unread):
    found, taken = steps(database, lambda: Listing(database).keys(node, unread=unread))
    assert len(found) == RARE
    assert taken * STEPS < ARTICLES
    _count, taken = steps(database, lambda: Listing(database).count(node))
    assert taken * STEPS < ARTICLES


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("node", [LATEST, Node(NodeKind.UNREAD), Node(NodeKind.LANGUAGE, "en")], ids=str)
def test_the_first_of_a_long_list_needs_no_sorting_of_all(database, node, sort):
    found, taken = steps(database, lambda: Listing(database).keys(node, sort, most=50))
    assert len(found) == 50
    assert taken * STEPS < ARTICLES


@pytest.mark.parametrize("node", [LATEST, Node(NodeKind.TAG, "often")], ids=str)
def test_oldest_is_newest_upside_down(database, node):
    listing = Listing(database)
    assert listing.keys(node, Sort.OLDEST).tolist() == listing.keys(node).tolist()[::-1]


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST, Sort.TITLE])
@pytest.mark.parametrize("node", [LATEST, Node(NodeKind.TAG, "often"), Node(NodeKind.LANGUAGE, "en")], ids=str)
def test_thousands_of_keys_come_in_the_lists_order(database, node, sort):
    found = Listing(database).keys(node, sort).tolist()
    dates = dict(database.execute("SELECT key, date FROM article").fetchall())
    by_key = sorted(found, reverse=sort is Sort.OLDEST)
    in_order = by_key if sort is Sort.TITLE else sorted(by_key, key=dates.get, reverse=sort is Sort.NEWEST)
    assert found == in_order
    assert len(found) >= ARTICLES - RARE


def test_an_empty_list_has_no_keys(database):
    assert Listing(database).keys(Node(NodeKind.TAG, "none")).tolist() == []
