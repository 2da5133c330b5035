"""Source folder to signed bundle: the whole way, in order. Every problem is gathered; any error, and nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from reader.errors import PublishError
from reader.model.change import Progress, Stage, silent
from reader.model.publication import Kind
from reader.publish.articles import Editor
from reader.publish.claims import give_ids, join_translations
from reader.publish.drafts import DraftReader
from reader.publish.editions import EditionBuilder, difference, is_same, next_edition, serial_after
from reader.publish.folder import SourceFolder
from reader.publish.objects import ObjectMaker
from reader.publish.output import open_output
from reader.publish.pictures import pack_pictures
from reader.publish.places import Places
from reader.publish.problems import Problems
from reader.publish.publication import read_publication
from reader.publish.shelf import MOST_BYTES, PictureShelf
from reader.publish.state import read_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.bundle.keyring import Keyring
    from reader.bundle.segment import NewObject
    from reader.model.change import Report
    from reader.publish.editions import Difference
    from reader.publish.output import Output
    from reader.publish.problems import Finding
    from reader.publish.publication import Publication
    from reader.publish.state import State


#: So few articles may go without a question, even if they are most of a small publication.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Options:
    """The number and the day of the edition.

    ``serial`` must be higher than the last edition's; without one it is the next. ``published`` is an ISO day; without
    one it is the newest among the articles and the last edition, so that no clock is asked.
    ``withdraw_most`` allows an edition that withdraws more than half of the last one's articles.
    """

    serial: int | None = None
    published: str = ""
    withdraw_most: bool = False


@dataclass(frozen=True, slots=True)
class Packed:
    """What a run did. ``written`` is false when nothing has changed, or when ``errors`` kept it from writing.

    ``articles`` are all that a reader of the edition sees; ``bytes`` are those of the files that were added.
    """

    publication: str
    fingerprint: str
    serial: int
    published: str = ""
    articles: int = 0
    added: int = 0
    updated: int = 0
    withdrawn: int = 0
    drafts: int = 0
    pictures: int = 0
    bytes: int = 0
    errors: int = 0
    written: bool = False
    findings: tuple[Finding, ...] = field(default=())


def pack(source: Path, out: Path, keyring: Keyring, options: Options | None = None, report: Report = silent) -> Packed:
    """Pack a source folder into a bundle: a folder, or a zip when ``out`` ends in ``.zip``.

    What is already there is the last edition; a new one appends what has changed.

    Raises:
        PublishError: the source has no readable ``publication.toml``, the place cannot be written, ``serial-not-higher``,
            ``published-missing``, ``published-unreadable``, ``source-without-articles``, ``source-lost-most``,
            ``publish-extra-missing``.
        BundleError, SourceError: what is there cannot be read or is not ours.
        Cancelled: the report stopped it; the last edition is whole.
    """
    output = open_output(out)
    previous = output.source()
    try:
        state = read_state(previous, keyring)
    finally:
        if previous is not None:
            previous.close()
    return _Run(keyring, output, state, options or Options(), report).run(SourceFolder(source))


class _Run:
    def __init__(self, keyring: Keyring, output: Output, state: State, options: Options, report: Report) -> None:
        self._keyring = keyring
        self._output = output
        self._state = state
        self._options = options
        self._report = report
        self._problems = Problems()
        self._serial = serial_after(state.last, options.serial)

    def run(self, folder: SourceFolder) -> Packed:
        """Read everything, then write, unless something is wrong."""
        self._report(Progress(Stage.PACK))
        publication = read_publication(folder, self._problems)
        shelf = PictureShelf(folder, publication.media_folders, self._problems)
        objects, drafts = self._objects(folder, publication, shelf)
        change = difference(self._state, objects)
        self._report_vanished(change)
        edition = next_edition(self._state, self._keyring, publication, change, _languages(publication, objects))
        result = self._result(objects, change, drafts)
        if self._problems.errors or is_same(self._state.last, edition, change):
            last = self._state.last
            return replace(result, serial=last.serial if last else 0, published=last.published if last else "")
        edition = replace(edition, serial=self._serial, published=self._published(objects))
        wanted = [media for media in sorted(shelf.taken) if media not in self._state.pictures]
        builder = EditionBuilder(self._state, self._keyring, self._counter(len(change.changed) + len(wanted)))
        builder.add_text(change.changed)
        pictures = self._pictures(folder, shelf, wanted)
        builder.add_pictures(pictures)
        latest = builder.sign(edition)
        self._output.write(self._keyring.publication, builder.files, latest)
        return replace(
            result,
            serial=edition.serial,
            published=edition.published,
            pictures=len({one.id for one in pictures}),
            bytes=sum(map(len, builder.files.values())) + len(latest),
            written=True,
            findings=self._problems.findings(),
        )

    def _objects(
        self, folder: SourceFolder, publication: Publication, shelf: PictureShelf
    ) -> tuple[list[NewObject], int]:
        reader = DraftReader(folder, publication, self._problems)
        drafts = reader.read_all()
        if not any(draft.kind is Kind.ARTICLE for draft in drafts) and not self._problems.errors:
            raise PublishError("source-without-articles", folder=str(folder.root))
        join_translations(drafts, give_ids(drafts, self._problems), self._problems)
        places = Places(drafts, publication)
        editor = Editor(drafts, publication, places, shelf, self._problems)
        maker = ObjectMaker(folder, publication, places, shelf, self._problems)
        texts = [maker.text(editor, draft, position) for position, draft in enumerate(drafts)]
        return [*texts, *maker.things()], reader.skipped

    def _report_vanished(self, change: Difference) -> None:
        """Tell what is gone from the source. Most of it gone is more likely the wrong folder than a wish."""
        gone = sum(one.kind is Kind.ARTICLE for one in change.withdrawn)
        before = sum(name[0] is Kind.ARTICLE and self._state.visible(name) is not None for name in self._state.objects)
        if gone > _FEW and gone * 2 > before and not self._options.withdraw_most:
            raise PublishError("source-lost-most", gone=gone, before=before)
        for one in change.withdrawn:
            self._problems.warn("", 0, "source-vanished", kind=str(one.kind), id=one.id)

    def _result(self, objects: Sequence[NewObject], change: Difference, drafts: int) -> Packed:
        return Packed(
            publication=self._keyring.publication,
            fingerprint=self._keyring.fingerprint,
            serial=self._serial,
            articles=sum(one.kind is Kind.ARTICLE for one in objects),
            added=change.count(self._state, new=True),
            updated=change.count(self._state, new=False),
            withdrawn=sum(one.kind is Kind.ARTICLE for one in change.withdrawn),
            drafts=drafts,
            errors=self._problems.errors,
            findings=self._problems.findings(),
        )

    def _published(self, objects: Sequence[NewObject]) -> str:
        wanted = self._options.published
        if wanted:
            try:
                return date.fromisoformat(wanted).isoformat()
            except ValueError as error:
                raise PublishError("published-unreadable", text=wanted) from error
        last = self._state.last
        newest = max((one.date for one in objects), default="")
        published = max(newest, last.published if last else "")
        if not published:
            raise PublishError("published-missing")
        return published

    def _counter(self, total: int) -> Callable[[int], None]:
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            self._report(Progress(Stage.PACK, min(done, total), total, "articles"))

        return advance

    def _pictures(self, folder: SourceFolder, shelf: PictureShelf, wanted: Sequence[str]) -> list[NewObject]:
        found: list[NewObject] = []
        items = [(media, lambda name=shelf.taken[media][0]: folder.read(name, MOST_BYTES)) for media in wanted]
        for media, copies in pack_pictures(items):
            if isinstance(copies, PublishError):
                name, file, line = shelf.taken[media]
                self._problems.warn(file, line, "picture-damaged", file=name)
                continue
            found.extend(copies)
        return found


def _languages(publication: Publication, objects: Sequence[NewObject]) -> tuple[str, ...]:
    """The languages that the publisher lists, then those of the articles, the most used first."""
    counts = Counter(one.language for one in objects if one.kind is Kind.ARTICLE)
    used = sorted(counts, key=lambda language: (language != publication.language, -counts[language], language))
    return tuple(dict.fromkeys((*publication.languages, *used)))
