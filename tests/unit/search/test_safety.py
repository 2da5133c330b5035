"""An index that cannot be trusted is thrown away, and nothing in it is read before."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model.search import Query
from reader.search import Index
from reader.search.segments.container import PAGE
from reader.search.segments.folder import writing
from tests.support.search import article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index with two segments."""
    folder = tmp_path / "index"
    with Index.open(folder, "library") as index:
        index.write([article(1, "mule")], [])
        index.write([article(2, "mule")], [])
    return folder


def reopened(folder: Path, identity: str = "library") -> tuple[bool, int]:
    with Index.open(folder, identity) as index:
        return index.fresh, index.search(Query("mule")).total


def files(folder: Path, ending: str) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name.endswith(ending))


class _Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(os.environ["BOMB"]),)


def test_a_good_index_is_kept(folder: Path) -> None:
    assert reopened(folder) == (False, 2)


def test_it_stays_fresh_until_it_is_written(tmp_path: Path) -> None:
    assert reopened(tmp_path / "new") == (True, 0)
    assert reopened(tmp_path / "new") == (True, 0)


def test_another_library_begins_anew(folder: Path) -> None:
    assert reopened(folder, "another") == (True, 0)
    assert reopened(folder) == (True, 0)


@pytest.mark.parametrize("name", ["segment-1.idx", "segment-2.idx", "deleted-1-3.idx"])
@pytest.mark.parametrize("how", ["missing", "short", "long", "changed", "link"])
def test_a_file_that_is_not_what_was_written(folder: Path, name: str, how: str, tmp_path: Path) -> None:
    with Index.open(folder, "library") as index:
        index.write([], [1])
        index.write([article(1, "mule"), article(4, "mule")], [])
        index.write([], [1])
    path = next(path for path in files(folder, ".idx") if path.name.split("-")[0] == name.split("-", maxsplit=1)[0])
    data = path.read_bytes()
    path.unlink()
    if how == "short":
        path.write_bytes(data[:-1])
    elif how == "long":
        path.write_bytes(data + b"x")
    elif how == "changed":
        path.write_bytes(data[:-50] + bytes([data[-50] ^ 1]) + data[-49:])
    elif how == "link":
        (tmp_path / "same").write_bytes(data)
        path.symlink_to(tmp_path / "same")
    assert reopened(folder) == (True, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 0},
        {"engine": "2.7.4"},
        {"unicode": "1.1"},
        {"byteorder": "pdp"},
        {"generation": "one"},
        {"stems": "0"},
        {"parts": None},
        {"parts": [{"segment": None, "deleted": None}]},
        {"parts": [{"segment": {"name": "../x", "bytes": 1, "checksum": 1}, "deleted": None}]},
        {"parts": [{"segment": {"name": 5, "bytes": 1, "checksum": 1}, "deleted": None}]},
        {"parts": [{"segment": {"name": "segment-1.idx", "bytes": True, "checksum": 1}, "deleted": None}]},
    ],
)
def test_a_manifest_of_another_version_or_none_of_ours(folder: Path, change: dict[str, object]) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert reopened(folder) == (True, 0)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"schema": 1}', b" " * 2_000_000]
)
def test_a_manifest_that_cannot_be_read(folder: Path, data: bytes) -> None:
    (folder / "manifest.json").write_bytes(data)
    assert reopened(folder) == (True, 0)


def test_a_pickle_in_place_of_ours_is_not_run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOMB", str(tmp_path / "bomb"))
    for path in files(folder, ".idx"):
        path.write_bytes(pickle.dumps(_Bomb()))
    assert reopened(folder) == (True, 0)
    assert not (tmp_path / "bomb").exists()


def test_a_segment_that_the_manifest_does_not_name_is_not_read(folder: Path) -> None:
    (folder / "segment-99.idx").write_bytes(b"torn")
    assert reopened(folder) == (False, 2)
    with Index.open(folder, "library") as index:
        index.write([article(3, "mule")], [])
    assert reopened(folder) == (False, 3)
    assert not (folder / "segment-99.idx").exists()


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_may_write_is_emptied_and_closed(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    assert reopened(folder) == (True, 0)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not files(folder, ".idx")


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_folder_that_is_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(StoreError, match="index-not-ours"):
        Index.open(tmp_path / "link", "library")
    assert reopened(folder) == (False, 2)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("mine")
    with pytest.raises(StoreError, match="index-not-ours"):
        Index.open(tmp_path / "index", "library")


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_emptying_follows_no_link_and_spares_what_is_not_ours(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "diary").write_text("mine")
    (folder / "tmpaaaaaaaa").symlink_to(outside)
    (folder / "segment-7.idx").symlink_to(outside / "diary")
    (folder / "notes.txt").write_text("mine")
    (folder / "manifest.json").write_text("torn")
    assert reopened(folder) == (True, 0)
    assert (outside / "diary").read_text() == (folder / "notes.txt").read_text() == "mine"
    assert not (folder / "tmpaaaaaaaa").is_symlink()


def test_a_second_writer_is_told_to_wait(folder: Path) -> None:
    with Index.open(folder, "library") as index, writing(folder):
        with pytest.raises(StoreError, match="index-busy"):
            index.write([article(3, "mule")], [])
        with pytest.raises(StoreError, match="index-busy"):
            index.merge_when_idle()
        assert index.search(Query("mule")).total == 2


def test_damage_that_shows_while_reading_ends_in_a_fresh_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with Index.open(folder, "library") as index:
        index.write([article(key, f"word{key}", "mule " * 30) for key in range(1, 2_000)], [])
        path = files(folder, ".idx")[0]
    data = bytearray(path.read_bytes())
    assert len(data) > 3 * PAGE
    data[PAGE] ^= 1
    path.write_bytes(data)
    with Index.open(folder, "library") as index:
        assert not index.fresh
        with pytest.raises(StoreError, match="index-damaged"):
            for key in range(1, 2_000):
                index.search(Query(f"word{key} mule*", facets=True))
    assert reopened(folder) == (True, 0)


def test_verify_reads_everything(folder: Path) -> None:
    with Index.open(folder, "library") as index:
        assert index.verify()
        path = files(folder, ".idx")[0]
        data = path.read_bytes()
        path.write_bytes(data[:70] + bytes([data[70] ^ 255]) + data[71:])
        assert not index.verify()


def test_a_full_disk_is_said_and_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    with Index.open(folder, "library") as index:
        monkeypatch.setattr("reader.search.segments.manifest.flush", full)
        with pytest.raises(StoreError, match="index-disk-full"):
            index.write([article(3, "mule")], [])
        monkeypatch.undo()
        assert index.search(Query("mule")).total == 2
        index.write([article(3, "mule")], [])
        assert index.search(Query("mule")).total == 3
    assert reopened(folder) == (False, 3)
