"""A real process is killed while it syncs, at many points. The old edition stays readable and the next run goes on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.listing import LATEST
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, synchronize
from tests.support.publisher import PIXEL

ROOT = Path(__file__).parents[2]


def killed_at(library, bundle, last):
    command = [sys.executable, "-m", "tests.support.killed_sync", library, bundle, str(last)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def readable(library):
    """Every visible article, read whole from its segment: id -> title."""
    with Store.open(library) as store:
        keys = store.listing.keys(LATEST)
        return {article.id: article.title for article in map(store.catalogue.article, keys)}


@pytest.fixture
def old_and_new(tmp_path, publisher):
    articles = [publisher.article(f"a{number}", body=f"Snow {number} " * 40) for number in range(8)]
    publisher.publish(*articles, pictures=[("p1", "thumb", PIXEL)])
    library = tmp_path / "library"
    with Store.open(library) as store, open_source(publisher.bundle) as source:
        synchronize(store, source, publisher.id, Allowance())
    old = readable(library)
    changed = publisher.article("a0", "Changed")
    publisher.publish(changed, publisher.article("b"), pictures=[("p2", "thumb", PIXEL)], withdraw=["a1"])
    new = {**old, "a0": "Changed", "b": "B"}
    del new["a1"]
    return library, publisher.bundle, old, new


def test_killed_anywhere_it_goes_on(old_and_new, tmp_path, points):
    library, bundle, old, new = old_and_new
    whole = shutil.copytree(library, tmp_path / "whole")
    steps = int(killed_at(whole, bundle, 0).stdout)
    assert readable(whole) == new
    seen = set()
    for last in sorted({round(1 + point * (steps - 1) / points) for point in range(points + 1)}):
        copy = shutil.copytree(library, tmp_path / f"killed-{last}")
        assert killed_at(copy, bundle, last).returncode == -9
        after = readable(copy)
        assert after in (old, new), last
        seen.add(after == new)
        assert killed_at(copy, bundle, 0).returncode == 0
        assert readable(copy) == new
        assert not list(copy.rglob("*.part"))
    assert seen == {True, False}, "the kills must fall before and after activation"
