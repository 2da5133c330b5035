import time
from dataclasses import replace

import pytest

from reader.sources.finding import BOUNDS, find_bundles, looks_like_bundle


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def bundle(publisher):
    return publisher.publish(publisher.article("a"))


def test_a_bundle_is_found_at_the_root_and_two_levels_down(stick, bundle, publisher):
    publisher.copy(stick / "copies" / "may")
    publisher.copy(stick / "too" / "deep" / "here")
    assert list(find_bundles(bundle)) == [bundle]
    assert list(find_bundles(stick)) == [stick / "copies" / "may"]


def test_a_zip_is_found_beside_other_files(stick, bundle, publisher):
    (stick / "letter.txt").write_text("hello")
    publisher.zipped(stick / "Review.ZIP")
    assert list(find_bundles(stick)) == [stick / "Review.ZIP"]


def test_the_library_of_a_neighbour_is_a_bundle_too(stick, bundle, publisher):
    publisher.copy(stick / "library" / "publications")
    assert list(find_bundles(stick)) == [stick / "library" / "publications"]


def test_a_folder_without_an_edition_is_none(stick, publisher):
    (stick / publisher.id).mkdir()
    assert not list(find_bundles(stick))


@pytest.mark.parametrize("name", ["System Volume Information", "$RECYCLE.BIN", ".Trash-1000", "lost+found"])
def test_folders_of_the_system_are_passed_over(stick, bundle, publisher, name):
    publisher.copy(stick / name)
    assert not list(find_bundles(stick))


def test_links_are_not_followed(stick, bundle, publisher, tmp_path):
    zipped = publisher.zipped(tmp_path / "elsewhere.zip")
    try:
        (stick / "linked").symlink_to(bundle)
        (stick / "linked.zip").symlink_to(zipped)
    except OSError:
        pytest.skip("links cannot be made here")
    assert not list(find_bundles(stick))


def test_only_so_many_entries_are_looked_at(stick, bundle, publisher):
    for number in range(30):
        (stick / f"a{number:02}").mkdir()
    publisher.copy(stick / "z")
    assert list(find_bundles(stick)) == [stick / "z"]
    assert not list(find_bundles(stick, replace(BOUNDS, entries=30)))


def test_only_so_many_bundles_are_answered(stick, bundle, publisher):
    for number in range(5):
        publisher.zipped(stick / f"{number}.zip")
    assert len(list(find_bundles(stick, replace(BOUNDS, bundles=3)))) == 3


def test_it_ends_when_its_time_is_over(stick, bundle, publisher, monkeypatch):
    publisher.copy(stick / "z")
    clock = iter(range(0, 1000, 3))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    assert not list(find_bundles(stick))


def test_a_root_that_is_gone_holds_nothing(stick):
    assert not list(find_bundles(stick / "gone"))


def test_a_torn_zip_of_a_bundle_is_known_by_its_beginning(stick, bundle, publisher):
    zipped = publisher.zipped(stick / "a.zip")
    zipped.write_bytes(zipped.read_bytes()[:200])
    assert looks_like_bundle(zipped)
    (stick / "b.zip").write_bytes(b"PK\x03\x04" + b"x" * 100)
    assert not looks_like_bundle(stick / "b.zip")
    assert not looks_like_bundle(stick / "gone.zip")


def test_the_time_that_is_spent_on_what_was_found_counts(stick, bundle, publisher, monkeypatch):
    for number in range(5):
        publisher.zipped(stick / f"{number}.zip")
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    found = find_bundles(stick)
    assert next(found) == stick / "0.zip"
    now[0] = BOUNDS.seconds + 1
    assert not list(found)
