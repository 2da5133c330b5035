"""What a filter holds, counted for the pictures that filter: facets, months, regions. Without a filter the store counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import filters, find
from reader.model.overview import Overview
from reader.model.publication import Kind, localized
from reader.model.search import FacetKind, FacetValue, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.handle import Library
    from reader.model.search import Facet, SearchPage


def overview(library: Library, text: str, language: str = "en", publication: str = "") -> Overview:
    """Count the articles that the filter ``text`` holds, each translation for itself. Nothing typed raises."""
    if not text.strip():
        return _everything(library, language)
    page = _counted(library, text, language, publication)
    undated = filters.undated(text)
    anywhere = filters.without_kind(text, FacetKind.REGION)
    return Overview(
        text=text,
        total=page.total,
        chips=(*filters.publication_chip(library, publication, language), *filters.chips(library, text, language)),
        facets=page.facets,
        months=page.months if undated == text else _months(library, undated, language, publication),
        regions=_regions(page.facets) if anywhere == text else _placed(library, anywhere, language, publication),
        span=filters.span_of(text),
        chosen=filters.values_of(text, FacetKind.REGION),
    )


def _counted(library: Library, text: str, language: str, publication: str) -> SearchPage:
    return find.search(library, Query(text, limit=0, publication=publication, facets=True, fold=False), language)


def _months(library: Library, text: str, language: str, publication: str) -> tuple[tuple[str, int], ...]:
    if not text:
        return library.store.months()
    return _counted(library, text, language, publication).months


def _placed(library: Library, text: str, language: str, publication: str) -> tuple[FacetValue, ...]:
    return _regions(_counted(library, text, language, publication).facets) if text else _all_regions(library, language)


def _regions(facets: Sequence[Facet]) -> tuple[FacetValue, ...]:
    return next((facet.values for facet in facets if facet.kind is FacetKind.REGION), ())


def _everything(library: Library, language: str) -> Overview:
    return Overview(
        total=library.store.counts().everything.articles,
        months=library.store.months(),
        regions=_all_regions(library, language),
    )


def _all_regions(library: Library, language: str) -> tuple[FacetValue, ...]:
    """Regions of all publications together, the most written about first."""
    sums: dict[str, int] = {}
    for (_publication, kind, identity), tally in library.store.counts().by_node.items():
        if kind == str(FacetKind.REGION):
            sums[identity] = sums.get(identity, 0) + tally.articles
    titles = _titles(library, sums, language)
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(identity, count, titles.get(identity, identity)) for identity, count in ordered)


def _titles(library: Library, regions: Iterable[str], language: str) -> dict[str, str]:
    infos = library.store.catalogue.publications()
    wanted = [(info.id, region) for info in infos for region in regions]
    found = library.store.catalogue.titles(Kind.REGION, wanted)
    return {region: localized(titles, language, region) for (_, region), titles in found.items()}
