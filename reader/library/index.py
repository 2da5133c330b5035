"""Fill the index from the queue, in batches; made to run in a process of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.library.searches import count_all
from reader.model.change import Progress, Report, Stage, silent
from reader.model.publication import Kind
from reader.model.search import FacetKind, SearchDocument
from reader.render import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from reader.library.handle import Library
    from reader.model.article import Article
    from reader.model.publication import Thing

FIRST_BATCH = 100
BATCH = 2000
#: Merging less often would spare some of the time; who searches meanwhile would walk through more segments.
MERGE_EVERY = 10


def pending(library: Library) -> int:
    """How many articles the index has not seen."""
    _ = library.index
    return library.store.queue.waiting()


def drain(library: Library, report: Report = silent) -> int:
    """Index all that waits, then count what saved searches find. Returns how many articles.

    The first batch is small, so that something is found soon.

    Raises:
        StoreError: ``index-busy`` when another process indexes; the disk's own faults.
        Cancelled: the report stopped it, between batches.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (slow to load, and the window only asks what waits)

    lock = FileLock(library.folder / "index.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreError("index-busy") from error
    try:
        return _drain_or_begin_anew(library, report)
    finally:
        lock.release()


def _drain_or_begin_anew(library: Library, report: Report) -> int:
    """An index found damaged while it is written is thrown away, and filled from the beginning."""
    try:
        return _drain(library, report)
    except StoreError as error:
        if error.code != "index-damaged":
            raise
    library.forget_index()
    return _drain(library, report)


def _drain(library: Library, report: Report) -> int:
    index, queue = library.index, library.store.queue
    total, done, batches, most = queue.waiting(), 0, 0, FIRST_BATCH
    while taken := queue.take(most):
        report(Progress(Stage.INDEX, done, max(total, done), "articles"))
        documents, gone = _documents(library, [key for key, _seq in taken])
        index.write(documents, gone)
        queue.done(taken)
        done, most, batches = done + len(taken), BATCH, batches + 1
        if batches % MERGE_EVERY == 0:
            index.merge_when_idle()
    if done:
        index.merge_when_idle(thorough=True)
        count_all(library)
    if library.store.removals.wants_wipe:
        index.wipe()
        library.store.removals.wiped()
    report(Progress(Stage.INDEX, done, done, "articles"))
    return done


def _documents(library: Library, keys: Iterable[int]) -> tuple[list[SearchDocument], list[int]]:
    catalogue = library.store.catalogue
    names = {
        (thing.kind, thing.publication, thing.id): thing
        for kind in (Kind.SECTION, Kind.TOPIC, Kind.REGION, Kind.SERIES, Kind.AUTHOR)
        for thing in catalogue.things(kind)
    }
    documents: list[SearchDocument] = []
    gone: list[int] = []
    for key in keys:
        article = catalogue.article(key)
        if article is None:
            gone.append(key)
        else:
            documents.append(document_of(key, article, names))
    return documents, gone


def document_of(key: int, article: Article, names: Mapping[tuple[Kind, str, str], Thing]) -> SearchDocument:
    """What the index is told about an article, with its things under all their names."""

    def named(kind: Kind, identities: Iterable[str]) -> tuple[str, ...]:
        found = []
        for identity in identities:
            thing = names.get((kind, article.publication, identity))
            found += [identity, *(thing.titles.values() if thing else ())]
        return tuple(dict.fromkeys(found))

    return SearchDocument(
        key=key,
        publication=article.publication,
        language=article.language,
        title=article.title,
        standfirst=article.standfirst,
        body=plain_text(article.body),
        date=article.date,
        authors=named(Kind.AUTHOR, article.authors),
        sections=named(Kind.SECTION, _with_parents(Kind.SECTION, article.publication, [article.section], names)),
        tags=article.tags,
        topics=named(Kind.TOPIC, article.topics),
        regions=named(Kind.REGION, _with_parents(Kind.REGION, article.publication, article.regions, names)),
        series=named(Kind.SERIES, [article.series] if article.series else []),
        labels=tuple(_labels(article, names)),
        work=article.work or article.id,
    )


def _labels(article: Article, names: Mapping[tuple[Kind, str, str], Thing]) -> Iterator[tuple[str, str]]:
    """What the article counts under, in the names of ``FacetKind``; and whether there is a picture."""
    counted = (
        (FacetKind.SECTION, _with_parents(Kind.SECTION, article.publication, [article.section], names)),
        (FacetKind.TAG, article.tags),
        (FacetKind.AUTHOR, article.authors),
        (FacetKind.LANGUAGE, (article.language.lower(),)),
        (FacetKind.TOPIC, article.topics),
        (FacetKind.REGION, _with_parents(Kind.REGION, article.publication, article.regions, names)),
        (FacetKind.SERIES, (article.series,) if article.series else ()),
    )
    for kind, identities in counted:
        yield from ((str(kind), identity) for identity in dict.fromkeys(identities))
    if article.lead is not None or "media:" in article.body:
        yield "has", "picture"


def _with_parents(
    kind: Kind, publication: str, identities: Iterable[str], names: Mapping[tuple[Kind, str, str], Thing]
) -> list[str]:
    """Things and all above them, each once; a parent that is not there is passed over."""
    found = [one for one in dict.fromkeys(identities) if one]
    for identity in found:  # grows while it is walked
        thing = names.get((kind, publication, identity))
        above = names.get((kind, publication, thing.parent)) if thing else None
        if above is not None and above.id not in found:
            found.append(above.id)
    return found


def index_process_command(folder: Path) -> list[str]:
    """The command that indexes this library in a process of its own, behind all others, printing progress as JSON lines."""
    return [sys.executable, "-m", "reader", "index", "--background", "--json", "--data-dir", str(folder)]
