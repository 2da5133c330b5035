"""What the disk did wrong is mended from what is still there; reading marks are kept."""

import shutil

import pytest

from reader.errors import Cancelled
from reader.library import Library, mark
from reader.library.browse import keys, rows
from reader.library.find import search
from reader.library.index import drain, pending
from reader.library.read import key_of
from reader.library.receive import sync
from reader.library.repair import repair, status
from reader.model.change import Stage
from reader.model.listing import LATEST, Node, NodeKind
from reader.model.search import Query
from tests.support.publisher import flip
from tests.unit.library.conftest import EVERYTHING


def codes(result):
    return [code for code, _what in result.found]


def starred(library):
    return [row.id for row in rows(library, keys(library, Node(NodeKind.STARRED)))]


def test_status_tells_what_is_there(library, publisher):
    state = status(library)
    assert (state.articles, state.indexed, state.waiting) == (5, 5, 0)
    assert state.publications[0].id == publisher.id


def test_a_lost_index_is_built_again_by_itself(library, folder):
    library.forget_index()
    shutil.rmtree(folder / "index")
    assert pending(library) == 5
    drain(library)
    assert search(library, Query("winter")).total == 2


def test_a_damaged_index_is_built_again_by_itself(library, folder):
    library.forget_index()
    for path in (folder / "index").iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert search(library, Query("winter")).total == 0
    assert drain(library) == 5
    assert search(library, Query("winter")).total == 2


def test_repair_of_a_sound_library_changes_nothing(library, folder):
    mark.set_starred(library, [key_of(library, "tea")], True)
    told = status(library).publications
    library.close()
    result = repair(folder)
    assert (result.indexed, codes(result)) == (5, ["index-rebuilt"])
    assert result.checked == len(list((folder / "publications").rglob("*.seg")))
    with Library.open(folder) as again:
        assert starred(again) == ["tea"]
        assert status(again).publications == told  # also where and when it came


def test_a_lost_catalogue_is_made_again_from_the_sealed_files(library, folder):
    library.close()
    (folder / "library.db").write_bytes(b"no database at all, " * 400)
    result = repair(folder)
    assert "catalogue-rebuilt" in codes(result)
    with Library.open(folder) as again:
        assert len(keys(again, LATEST)) == 5
        assert search(again, Query("winter")).total == 2


def test_marks_are_salvaged_from_a_damaged_catalogue(library, folder):
    mark.set_starred(library, [key_of(library, "tea")], True)
    library.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page_of_articles = library.store._db.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'article'"
    ).fetchone()[0]
    size = library.store._db.execute("PRAGMA page_size").fetchone()[0]
    library.close()
    with (folder / "library.db").open("r+b") as file:
        file.seek((page_of_articles - 1) * size)
        file.write(b"\xff" * size)
    assert "catalogue-rebuilt" in codes(repair(folder))
    with Library.open(folder) as again:
        assert starred(again) == ["tea"]


def test_a_damaged_segment_is_dropped_and_comes_back_with_the_next_sync(library, folder, publisher):
    mark.set_starred(library, [key_of(library, "pass.ru")], True)
    library.close()
    segments = list((folder / "publications").rglob("*.seg"))
    for path in segments:
        flip(path, path.stat().st_size - 5)
    assert codes(repair(folder)).count("segment-dropped") == len(segments)
    with Library.open(folder) as again:
        assert len(keys(again, LATEST)) == 0
        sync(again, publisher.bundle, EVERYTHING)
        assert len(keys(again, LATEST)) == 5
        assert starred(again) == ["pass.ru"]


def test_a_repair_that_is_stopped_keeps_the_readers_own_and_the_next_one_goes_on(library, folder):
    mark.set_starred(library, [key_of(library, "tea")], True)
    library.store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = library.store._db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article'").fetchone()[0]
    size = library.store._db.execute("PRAGMA page_size").fetchone()[0]
    library.close()
    with (folder / "library.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)

    def stop(_progress):
        raise Cancelled

    with pytest.raises(Cancelled):
        repair(folder, stop)
    repair(folder)
    with Library.open(folder) as again:
        assert starred(again) == ["tea"]
        assert len(keys(again, LATEST)) == 5


def test_articles_are_left_to_be_indexed_by_another(library, folder):
    library.close()
    told = []
    assert codes(repair(folder, told.append, index=False)) == []
    assert {(one.stage, one.unit) for one in told} >= {(Stage.VERIFY, "parts")}
    with Library.open(folder) as again:
        assert pending(again) == 5
