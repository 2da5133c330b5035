"""Where walks take place: a library of many languages, two publications and their next editions, sticks. All in one folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.bundle.keyring import create_keys
from reader.library import Library, collections, mark, searches
from reader.library.index import drain
from reader.library.receive import Allowance, sync
from reader.model.article import Tier
from reader.model.listing import LATEST
from reader.model.stick import Stick
from reader.publish import pack
from tests.gui.journeys import magazine
from tests.states.sample import SOURCE
from tests.support.publisher import PIXEL, Publisher, cut

if TYPE_CHECKING:
    from random import Random

LIBRARIES = ("library", "library", "library", "unindexed", "empty")
"""Which library a walk may begin with, and how often."""


def make(base: Path) -> Path:
    """Publish and receive everything once; walks get copies."""
    base.mkdir(parents=True, exist_ok=True)
    sources = base / "sources"
    sources.mkdir()
    _publish_sample(base, sources)
    _publish_review(base, sources)
    for name in ("library", "unindexed"):
        with Library.open(base / name) as library:
            for source in ("saddlebag.zip", "review-1"):
                sync(library, sources / source, Allowance(tiers=tuple(Tier)))
            if name == "library":
                drain(library)
            _use(library)
    (base / "empty").mkdir()
    return base


def _publish_sample(base: Path, sources: Path) -> None:
    keys = create_keys(base / "keys", None)
    source = shutil.copytree(SOURCE, base / "source")
    assert pack(source, sources / "saddlebag.zip", keys).written
    shutil.copy(sources / "saddlebag.zip", sources / "saddlebag-next.zip")
    chosen = sorted((source / "articles").rglob("*.md"))[::5]
    for path in chosen:
        path.write_text(path.read_text(encoding="utf-8") + "\n\nA paragraph more than before.\n", encoding="utf-8")
    assert pack(source, sources / "saddlebag-next.zip", keys).written
    shutil.copy(sources / "saddlebag-next.zip", sources / "cut.zip")
    cut(sources / "cut.zip", (sources / "cut.zip").stat().st_size // 2)


def _publish_review(base: Path, sources: Path) -> None:
    publisher = Publisher(base / "review")
    magazine.publish(publisher)
    publisher.copy(sources / "review-1")
    more = [publisher.article(f"more-{n}", f"More {n}", date="2019-07-02") for n in range(5)]
    changed = publisher.article("census", "The census again", "Counted once more.", date="2019-06-29")
    publisher.publish(*more, changed, pictures=[("other", "thumb", PIXEL), ("other", "standard", PIXEL)])
    publisher.copy(sources / "review-2")
    publisher.publish(publisher.article("last", "The last", date="2019-07-03"), withdraw=["item-0", "item-1"])
    publisher.copy(sources / "review-3")


def _use(library: Library) -> None:
    """Leave what a reader leaves: marks, notes, collections, kept searches."""
    keys = library.store.listing.keys(LATEST)
    mark.set_read(library, keys[::3], read=True)
    mark.set_starred(library, keys[::7], starred=True)
    for key in keys[:3]:
        mark.set_note(library, key, "A thought.\n书 😀 كتاب")
    collections.add(library, collections.create(library, "Books on the road").id, keys[2:9])
    collections.add(library, collections.create(library, "كتب").id, keys[4:5])
    for words in ("library", "tag:samizdat is:unread"):
        searches.save(library, words)


@dataclass
class World:
    """One walk's own copy, and the sticks that are plugged in at the moment."""

    home: Path
    sources: tuple[Path, ...]
    sticks: list[Stick]

    @classmethod
    def copy(cls, base: Path, home: Path, kind: str) -> World:
        """A home of its own, with a library of this kind."""
        home.mkdir(parents=True, exist_ok=True)
        shutil.copytree(base / kind, home / "library")
        shutil.copytree(base / "sources", home / "sources")
        (home / "media").mkdir()
        (home / "Documents").mkdir()
        return cls(home, tuple(sorted((home / "sources").iterdir())), [])

    @property
    def library(self) -> Path:
        return self.home / "library"

    def plug(self, random: Random) -> str:
        """Let a stick appear with one or two sources on it."""
        name = random.choice(["TEA TIN", "КРАСНАЯ", "قىزىل", "A"])
        place = self.home / "media" / name
        if any(one.path == place for one in self.sticks):
            return f"{name} is there"
        if not place.exists():
            place.mkdir()
            for source in random.sample(self.sources, random.randint(0, 2)):
                copy = shutil.copytree if source.is_dir() else shutil.copy
                copy(source, place / source.name)
        self.sticks.append(Stick(place, name, f"{name}-of-16-GB"))
        return name

    def pull(self, random: Random) -> str:
        """Pull a stick, whatever is read from it."""
        if not self.sticks:
            return "no stick"
        stick = self.sticks.pop(random.randrange(len(self.sticks)))
        stick.path.rename(self.home / f"pocket-{random.random()}")
        return stick.name
