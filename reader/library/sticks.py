"""Look for bundles on sticks, and say which of them bring something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import BundleError, SourceError
from reader.library.receive import offers
from reader.model.stick import FoundBundle
from reader.sources.finding import BOUNDS, Bounds, find_bundles, looks_like_bundle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.errors import PackhorseError
    from reader.library.handle import Library
    from reader.model.change import Offer
    from reader.model.stick import Stick

__all__ = ["Bounds", "brings_news", "brings_pictures", "find_again", "look"]


def look(library: Library, sticks: Sequence[Stick], bounds: Bounds = BOUNDS) -> tuple[FoundBundle, ...]:
    """Every bundle on these sticks, with what it would bring; damaged ones too, with their fault. Foreign files are passed over.

    Raises:
        StoreError: when our own library cannot be read.
    """
    return tuple(bundle for stick in sticks for bundle in _bundles(library, stick, bounds))


def _bundles(library: Library, stick: Stick, bounds: Bounds) -> Iterator[FoundBundle]:
    for path in find_bundles(stick.path, bounds):
        if path.is_relative_to(library.folder):  # Packhorse itself may live on a stick
            continue
        try:
            found = tuple(offer for offer, _plan in offers(library, path))
        except (BundleError, SourceError) as error:
            if _is_ours(path, error):
                yield FoundBundle(path, stick, fault=error.code)
        else:
            yield FoundBundle(path, stick, found, sum(_bytes(offer) for offer in found))


def _is_ours(path: Path, error: PackhorseError) -> bool:
    """Whether what failed was meant to be a bundle: a stick holds many a zip that is none."""
    return error.code != "source-empty" and (path.suffix.lower() != ".zip" or looks_like_bundle(path))


def _bytes(offer: Offer) -> int:
    return offer.text_bytes + sum(count for _tier, count in offer.media_bytes)


def brings_news(offer: Offer) -> bool:
    """Whether somebody would want to be told of it: a newer edition, articles that are not here, or their pictures.

    Larger pictures than were chosen are not news.
    """
    return offer.to_serial > offer.from_serial or bool(offer.added or offer.updated) or brings_pictures(offer)


def brings_pictures(offer: Offer) -> bool:
    """Whether pictures are not here yet in the sizes that were last chosen, as after a sync that broke off."""
    return any(count for tier, count in offer.media_bytes if tier in offer.tiers)


def find_again(library: Library, publication: str, path: Path, sticks: Sequence[Stick]) -> Path | None:
    """Where a sync of this publication can go on: the place it came from, or else one of these sticks. None: nowhere yet.

    Raises:
        StoreError: when our own library cannot be read.
    """
    if _offers_rest(library, publication, path):
        return path
    found = (bundle for stick in sticks for bundle in _bundles(library, stick, BOUNDS))
    return next((one.path for one in found if any(_is_rest(offer, publication) for offer in one.offers)), None)


def _offers_rest(library: Library, publication: str, path: Path) -> bool:
    try:
        return any(offer.publication == publication for offer, _plan in offers(library, path))
    except (BundleError, SourceError):
        return False


def _is_rest(offer: Offer, publication: str) -> bool:
    return offer.publication == publication and (brings_news(offer) or _bytes(offer) > 0)
