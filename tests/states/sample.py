"""The sample publication packed and synced into a library, without the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.keyring import create_keys
from reader.library import Library
from reader.library.index import drain
from reader.library.receive import Allowance, sync
from reader.model.article import Tier
from reader.publish import pack

if TYPE_CHECKING:
    from pathlib import Path

from tests.bench.processes import ROOT

SOURCE = ROOT / "resources" / "sample"


@dataclass(frozen=True, slots=True)
class Places:
    """The bundle, a library that has it, and a folder for libraries that do not yet, and for copies."""

    bundle: Path
    library: Path
    scratch: Path


def make(folder: Path) -> Places:
    """Pack, sync with all pictures, and index."""
    places = Places(folder / "saddlebag.zip", folder / "library", folder / "scratch")
    keys = create_keys(folder / "keys", None)
    packed = pack(SOURCE, places.bundle, keys)
    assert packed.written, packed.errors
    with Library.open(places.library) as library:
        sync(library, places.bundle, Allowance(tiers=tuple(Tier)))
        drain(library)
    places.scratch.mkdir()
    return places
