"""A file of arrays: what was written comes back, and what was not written is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from reader.search.segments.container import PAGE, Container, ContainerWriter, Damaged

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SMALL = {
    "bytes": np.arange(100, dtype=np.uint8),
    "numbers": np.arange(150, dtype=np.uint32) * 7_000_001,
    "keys": np.arange(20, dtype=np.int64) - 10,
    "nothing": np.empty(0, np.float32),
}


def written(path: Path, arrays: dict[str, NDArray[np.generic]]) -> bytes:
    writer = ContainerWriter(path.parent)
    for name, values in arrays.items():
        writer.append(name, values[: len(values) // 3])
        writer.append(name, values[len(values) // 3 :])
    writer.finish(path, {"answer": [42, "ö"]})
    return path.read_bytes()


def is_noticed(path: Path, data: bytes) -> bool:
    """Whether these bytes are refused; if they are not, all arrays are as they were."""
    path.write_bytes(data)
    try:
        container = Container(path)
        read = {name: container.array(name) for name in SMALL}
    except Damaged:
        return True
    assert all(read[name].tobytes() == values.tobytes() for name, values in SMALL.items())
    assert container.facts == {"answer": [42, "ö"]}
    return False


def test_arrays_come_back(tmp_path: Path) -> None:
    written(tmp_path / "file", SMALL)
    container = Container(tmp_path / "file")
    for name, values in SMALL.items():
        assert container.array(name).dtype == values.dtype
        assert container.array(name).tolist() == values.tolist()
    assert container.part("numbers", 3, 9).tolist() == SMALL["numbers"][3:9].tolist()
    assert container.part("numbers", 9, 9).tolist() == []
    assert container.facts == {"answer": [42, "ö"]}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_an_array_has_one_type(tmp_path: Path) -> None:
    writer = ContainerWriter(tmp_path)
    writer.append("a", np.zeros(1, np.uint8))
    with pytest.raises(TypeError, match="a"):
        writer.append("a", np.zeros(1, np.uint32))
    writer.close()


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    data = written(tmp_path / "file", SMALL)
    assert 1_000 < len(data) < 2_000
    harmless = 0
    for at in range(len(data)):
        for bits in (0xFF, 0x01):
            harmless += not is_noticed(tmp_path / "changed", data[:at] + bytes([data[at] ^ bits]) + data[at + 1 :])
    assert harmless == 0  # padding is of a page too


def test_every_shortened_file_is_noticed(tmp_path: Path) -> None:
    data = written(tmp_path / "file", SMALL)
    assert all(is_noticed(tmp_path / "short", data[:size]) for size in range(len(data)))
    assert is_noticed(tmp_path / "long", data + b"\0")


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (3, 2), (0, 151), (151, 151)])
def test_a_part_outside_the_array_is_damage(tmp_path: Path, first: int, last: int) -> None:
    written(tmp_path / "file", SMALL)
    with pytest.raises(Damaged):
        Container(tmp_path / "file").part("numbers", first, last)


@pytest.mark.parametrize("place", [-1, 150, 10**9])
def test_an_item_outside_the_array_is_damage(tmp_path: Path, place: int) -> None:
    written(tmp_path / "file", SMALL)
    container = Container(tmp_path / "file")
    assert container.items("numbers", np.array([149, 0, 149])).tolist() == SMALL["numbers"][[149, 0, 149]].tolist()
    assert container.items("numbers", np.empty(0, np.intp)).tolist() == []
    with pytest.raises(Damaged):
        container.items("numbers", np.array([0, place]))


def test_an_array_that_is_missing_is_damage(tmp_path: Path) -> None:
    written(tmp_path / "file", SMALL)
    container = Container(tmp_path / "file")
    with pytest.raises(Damaged, match="absent"):
        container.array("absent")
    with pytest.raises(Damaged, match="absent"):
        container.part("absent", 0, 0)


def test_only_pages_that_are_read_are_checked(tmp_path: Path) -> None:
    values = np.arange(3 * PAGE, dtype=np.uint32)  # twelve pages
    data = bytearray(written(tmp_path / "file", {"values": values}))
    data[5 * PAGE + 100] ^= 4
    (tmp_path / "file").write_bytes(data)
    container = Container(tmp_path / "file")
    items = PAGE // 4
    assert container.part("values", 0, 4 * items).tolist() == list(range(4 * items))
    assert container.part("values", 6 * items, 3 * PAGE).tolist() == list(range(6 * items, 3 * PAGE))
    for first, last in ((5 * items, 5 * items + 1), (0, 3 * PAGE)):
        with pytest.raises(Damaged):
            container.part("values", first, last)
    with pytest.raises(Damaged):
        container.check_all()


def test_released_pages_are_read_again(tmp_path: Path) -> None:
    values = np.arange(3 * PAGE, dtype=np.uint32)
    written(tmp_path / "file", {"values": values})
    container = Container(tmp_path / "file")
    before = container.array("values")
    container.release()
    assert before.tolist() == container.array("values").tolist() == values.tolist()
    container.check_all()
