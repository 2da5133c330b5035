"""Sticks, and the bundles found on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model.change import Offer


@dataclass(frozen=True, slots=True)
class Stick:
    """A disk that can be taken away. ``identity`` tells it from others wherever it is plugged in."""

    path: Path
    name: str
    identity: str


@dataclass(frozen=True, slots=True)
class FoundBundle:
    """A folder or a zip that holds publications. Without ``offers`` it cannot be used; ``fault`` is why, an error's code.

    ``bytes``: what all that it offers amounts to here, pictures of every size with it.
    """

    path: Path
    stick: Stick
    offers: tuple[Offer, ...] = ()
    bytes: int = 0
    fault: str = ""
