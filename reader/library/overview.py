"""What a filter holds, counted for the pictures that filter: facets, months, regions. What is not indexed yet the store counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library import filters, find
from reader.model.listing import LATEST
from reader.model.overview import Overview
from reader.model.publication import Kind, localized
from reader.model.search import FacetKind, FacetValue, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.handle import Library
    from reader.model.search import Facet, SearchPage


def overview(
    library: Library, text: str, language: str = "en", publication: str = "", *, fold: bool = True
) -> Overview:
    """Count what the filter ``text`` holds. Nothing typed raises.

    Each number is that of the results to which a press on it leads: translations of one work are one there. ``total`` is that
    of the list as it is: without ``fold`` each translation counts.
    """
    if not text.strip():
        return _everything(library, language)
    page = _counted(library, text, language, publication)
    dated = _unfiltered(library, text, filters.undated(text), page, language, publication)
    placed = _unfiltered(library, text, filters.without_kind(text, FacetKind.REGION), page, language, publication)
    return Overview(
        text=text,
        total=page.total if fold else _articles(library, page.query, language),
        chips=(*filters.publication_chip(library, publication, language), *filters.chips(library, text, language)),
        facets=tuple(_narrowing(library, facet, page, language) for facet in page.facets),
        months=dated.months,
        years=dated.years,
        regions=placed.regions,
        span=filters.span_of(text),
        chosen=filters.values_of(text, FacetKind.REGION),
    )


def _counted(library: Library, text: str, language: str, publication: str) -> SearchPage:
    within = None if text.strip() else LATEST
    return find.search(library, Query(text, limit=0, publication=publication, within=within, facets=True), language)


def _articles(library: Library, query: Query, language: str) -> int:
    return find.search(library, query._replace(fold=False, facets=False), language).total


def _unfiltered(library: Library, text: str, less: str, page: SearchPage, language: str, publication: str) -> Overview:
    """What a filter with a piece less holds."""
    if not less and library.is_indexing:
        return _stored(library, language)
    counted = page if less == text else _counted(library, less, language, publication)
    return Overview(months=counted.months, years=counted.years, regions=_regions(counted.facets))


def _narrowing(library: Library, facet: Facet, page: SearchPage, language: str) -> Facet:
    """The values to which the filter can be narrowed. Another section, say, takes the place of the one that is asked for: not if that is more."""
    text, publication = page.query.text, page.query.publication
    chosen = filters.values_of(text, facet.kind)
    if not chosen or not filters.is_replaced(facet.kind):
        return facet
    anywhere = _counted(library, filters.without_kind(text, facet.kind), language, publication).facets
    there = {one.value: one.count for other in anywhere if other.kind is facet.kind for one in other.values}
    return facet._replace(
        values=tuple(one for one in facet.values if one.value in chosen or there.get(one.value) == one.count)
    )


def _regions(facets: Sequence[Facet]) -> tuple[FacetValue, ...]:
    return next((facet.values for facet in facets if facet.kind is FacetKind.REGION), ())


def _everything(library: Library, language: str) -> Overview:
    stored = _stored(library, language)
    if library.is_indexing:
        return stored
    page = _counted(library, "", language, "")
    return replace(stored, months=page.months, years=page.years, regions=_regions(page.facets))


def _stored(library: Library, language: str) -> Overview:
    """Everything as the store counts it: each article, in the index or not yet."""
    months = library.store.months()
    years: dict[str, int] = {}
    for month, count in months:
        years[month[:4]] = years.get(month[:4], 0) + count
    return Overview(
        total=library.store.counts().everything.articles,
        months=months,
        years=tuple(years.items()),
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
