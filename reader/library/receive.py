"""Receive an edition from a folder or a zip."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import sync as editions
from reader.errors import SourceError
from reader.model.change import ChangeSet, Offer, Report, silent
from reader.sources import open_source
from reader.sync import Allowance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.library.handle import Library
    from reader.model.article import Tier
    from reader.model.publication import Localized
    from reader.sources import Source
    from reader.sync import Plan

__all__ = ["Allowance", "bought", "former_namesakes", "namesakes", "offers", "room_for", "sync"]


def offers(
    library: Library, path: Path, allowance: Allowance | None = None, fingerprint: str = ""
) -> tuple[tuple[Offer, Plan], ...]:
    """What each publication at ``path`` would bring, and what the allowance would fetch of it. Nothing is written.

    Raises:
        SourceError, BundleError, StoreError: when one of them cannot be read or believed.
    """
    with open_source(path) as source:
        wanted = allowance or Allowance(tiers=None)
        found = [editions.preview(library.store, source, one, wanted, fingerprint) for one in source.publications()]
    return tuple(
        (
            replace(
                offer,
                namesakes=namesakes(library, offer.publication, offer.titles),
                former_namesakes=former_namesakes(library, offer.publication, offer.titles),
            ),
            plan,
        )
        for offer, plan in found
    )


def namesakes(library: Library, publication: str, titles: Localized) -> tuple[str, ...]:
    """Fingerprints of those who signed another publication here with one of these titles, as a forger would."""
    here = library.store.catalogue.publications()
    return tuple(_of_name(publication, titles, ((one.id, one.titles, one.fingerprint) for one in here)))


def former_namesakes(library: Library, publication: str, titles: Localized) -> tuple[str, ...]:
    """The same of publications that were removed: who removed the genuine one shall not be fooled the more easily."""
    removed = library.store.removals.guards()
    return tuple(_of_name(publication, titles, ((one.publication, one.titles, one.fingerprint) for one in removed)))


def _of_name(publication: str, titles: Localized, known: Iterable[tuple[str, Localized, str]]) -> Iterator[str]:
    """The fingerprints of those of other publications that share a title."""
    plain = set(map(_plain, titles.values()))
    for identity, others, fingerprint in known:
        if identity != publication and plain.intersection(map(_plain, others.values())):
            yield fingerprint


def _plain(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).casefold().split())


def bought(offer: Offer, tiers: Sequence[Tier], budget: int | None = None) -> dict[str, int]:
    """The bytes that would come of ``text`` and of each of these sizes of pictures, if ``budget`` is all that may come."""
    media_bytes = {tier: count for tier, count in offer.media_bytes if tier in tiers}
    if budget is None:
        return {"text": offer.text_bytes, **media_bytes}
    text = [info for info in offer.segments if info.kind == "text"]
    media = [info for info in offer.segments if info.tier in tiers]
    dictionaries = offer.text_bytes - sum(info.bytes for info in text)
    text, media = editions.within(text, media, budget - dictionaries)
    come = {tier: sum(info.bytes for info in media if info.tier == tier) for tier in media_bytes}
    return {"text": dictionaries + sum(info.bytes for info in text), **come}


def room_for(wanted: int) -> int:
    """How many bytes must be free for so many to come; a sync asks for that before it begins."""
    return editions.room_for(wanted)


def sync(
    library: Library,
    path: Path,
    allowance: Allowance | None = None,
    report: Report = silent,
    fingerprint: str = "",
    publication: str = "",
) -> tuple[ChangeSet, ...]:
    """Bring every publication at ``path``, or just one, into the library.

    Raises:
        SourceError, BundleError, StoreError: what is refused changes nothing; publications before it are kept.
        Cancelled: the report stopped it; the next run goes on.
    """
    with open_source(path) as source:
        found = source.publications()
        if publication and publication not in found:
            raise SourceError("publication-absent", source=source.name, publication=publication)
        wanted = (publication,) if publication else found
        return tuple(
            _sync_one(library, source, one, allowance or Allowance(tiers=None), report, fingerprint) for one in wanted
        )


def _sync_one(
    library: Library, source: Source, publication: str, allowance: Allowance, report: Report, fingerprint: str
) -> ChangeSet:
    """Sync, and remember which pictures were wanted: at once, or, of a new publication, when it is here."""
    tiers = library.store.pictures.of(publication) if allowance.tiers is None else allowance.tiers
    library.store.pictures.keep(publication, tiers)
    change = editions.synchronize(library.store, source, publication, allowance, report, fingerprint)
    library.store.pictures.keep(publication, tiers)
    return change
