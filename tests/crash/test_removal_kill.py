"""A real process is killed while it removes a publication, at many points. It is here as before, or gone with all its files."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.listing import LATEST, Node, NodeKind
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, synchronize
from tests.support.publisher import PIXEL, Publisher

ROOT = Path(__file__).parents[2]


def killed_at(library, publication, own, last):
    command = [sys.executable, "-m", "tests.support.killed_removal", library, publication, own, str(last)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def state(library):
    """What the next opening finds: every article read whole, every file, what is starred, and what is still to do."""
    with Store.open(library) as store:
        articles = [store.catalogue.article(key) for key in store.listing.keys(LATEST)]
        readable = {(one.publication, one.id) for one in articles}
        starred = len(store.listing.keys(Node(NodeKind.STARRED)))
        waits = store.removals.waiting()
    folder = library / "publications"
    return readable, {path.relative_to(folder) for path in folder.rglob("*")}, starred, waits


@pytest.fixture
def two(tmp_path, publisher):
    """A library with two publications, an article of each starred; the id of the one that shall go."""
    other = Publisher(tmp_path / "other", "Summer Review")
    library = tmp_path / "library"
    for one in (publisher, other):
        articles = [one.article(f"a{number}", body=f"Snow {number} " * 40) for number in range(6)]
        one.publish(*articles, one.section("news", "News"), pictures=[("p1", "thumb", PIXEL)])
        with Store.open(library) as store, open_source(one.bundle) as source:
            synchronize(store, source, one.id, Allowance())
            store.statuses.set_starred(store.catalogue.keys("a1", one.id), "2026-01-01T00:00:00+00:00")
    return library, publisher, other


@pytest.mark.parametrize("own", ["keep", "own"])
def test_killed_anywhere_it_is_as_before_or_all_gone(two, tmp_path, points, own):
    library, publisher, other = two
    before = state(library)
    whole = shutil.copytree(library, tmp_path / "whole")
    steps = int(killed_at(whole, publisher.id, own, 0).stdout)
    after = state(whole)
    assert {publication for publication, _id in after[0]} == {other.id}
    assert after[1] == {path for path in before[1] if path.parts[0] == other.id}
    assert after[2:] == (1, ())
    seen = set()
    for last in sorted({round(1 + point * (steps - 1) / points) for point in range(points + 1)}):
        copy = shutil.copytree(library, tmp_path / f"killed-{last}")
        assert killed_at(copy, publisher.id, own, last).returncode == -9
        found = state(copy)
        assert found in (before, after), last
        seen.add(found == after)
        with Store.open(copy) as store, open_source(publisher.bundle) as source:
            assert store.is_sound()
            assert (store.removals.guard(publisher.id) is None) == (found == before or own == "own")
            synchronize(store, source, publisher.id, Allowance())
        again = state(copy)
        assert again[:2] == before[:2], last
        assert again[2] == (1 if found == after and own == "own" else 2)
    assert seen == {True, False}, "the kills must fall before and after it was taken out"
