"""One sync, from a source's head to an active edition; and the same without fetching, as an offer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.bundle.fingerprint import normalize
from reader.bundle.layout import LATEST, dictionary_name, edition_name, root_name, segment_name
from reader.errors import BundleError, StoreError
from reader.model.change import ChangeSet, Offer, Progress, Report, Stage, silent
from reader.model.publication import Kind, Trust
from reader.store.exclusive import exclusive
from reader.store.rows import Arrival
from reader.sync.fetch import fetch_dictionary, fetch_segment, read_index
from reader.sync.head import Head, read_head
from reader.sync.plan import TIERS, Allowance, Have, Plan, plan, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.edition import Edition, IndexRow, SegmentInfo
    from reader.sources import Source
    from reader.store import Store
    from reader.store.activation import Changes

_SPARE_BYTES = 16 * 1024 * 1024


def preview(
    store: Store, source: Source, publication: str, allowance: Allowance, fingerprint: str = ""
) -> tuple[Offer, Plan]:
    """What a sync would bring, with nothing fetched but documents and indexes, and nothing written.

    Raises:
        BundleError, SourceError, StoreError: as ``synchronize`` does.
    """
    head = _read_head(store, source, publication)
    _agreed_trust(store, head, fingerprint)
    chosen = _plan(store, source, head, allowance)
    everything = _plan(store, source, head, Allowance(tiers=TIERS))
    added, updated = _count_new(store, source, publication, everything.text)
    current = store.catalogue.publication(publication)
    edition = head.edition.edition
    offer = Offer(
        publication=publication,
        titles=edition.titles,
        language=edition.language,
        fingerprint=head.root.fingerprint,
        trust=known.trust if (known := current or store.removals.guard(publication)) else None,
        from_serial=current.serial if current else 0,
        to_serial=edition.serial,
        published=edition.published,
        added=added,
        updated=updated,
        withdrawn=len(set(edition.withdrawn) - set(store.catalogue.withdrawn(publication))),
        languages=edition.languages,
        text_bytes=everything.text_bytes,
        media_bytes=tuple(
            (str(tier), sum(info.bytes for info in everything.media if info.tier == tier)) for tier in TIERS
        ),
        requests=head.requests + chosen.requests,
        free_bytes=store.files.free_bytes(),
        tiers=tuple(str(tier) for tier in store.pictures.of(publication)),
        segments=(*everything.text, *everything.media),
    )
    return offer, chosen


def synchronize(
    store: Store,
    source: Source,
    publication: str,
    allowance: Allowance,
    report: Report = silent,
    fingerprint: str = "",
) -> ChangeSet:
    """Bring the source's newest edition of a publication into the store.

    Text becomes readable before any picture is fetched. Killed at any point, the old edition stays readable and the next
    call goes on. ``fingerprint``, where given, must be the publication's.

    Raises:
        BundleError: what the source holds is not genuine, breaks a limit, or would move us back; nothing has changed.
        SourceError: the source is gone or incomplete; what was fetched is kept for the next run.
        StoreError: our disk is full or locked; ``sync-running`` when another sync runs.
        Cancelled: the report stopped it.
    """
    with exclusive(store.folder):
        store.removals.finish()
        report(Progress(Stage.DISCOVER))
        head = _read_head(store, source, publication)
        trust = _agreed_trust(store, head, fingerprint)
        report(Progress(Stage.PLAN))
        chosen = _plan(store, source, head, allowance)
        _check_space(store, chosen)
        before = store.catalogue.current(publication)
        run = _Run(store, source, head, trust, report)
        run.keep_documents()
        run.text(chosen)
        run.media(chosen)
        run.sweep()
    report(Progress(Stage.DONE))
    return run.change_set(before[1] if before else 0, head.requests, chosen.absent)


def _read_head(store: Store, source: Source, publication: str) -> Head:
    head = read_head(source, publication, _known_roots(store, publication))
    store.saw(publication, head.edition.edition.serial)
    return head


def _known_roots(store: Store, publication: str) -> list[bytes]:
    known: list[bytes] = []
    while (document := store.files.read(publication, root_name(len(known) + 1))) is not None:
        known.append(document)
    return known or store.removals.roots(publication)


def _agreed_trust(store: Store, head: Head, fingerprint: str) -> Trust:
    if fingerprint and normalize(fingerprint) != head.root.fingerprint:
        raise BundleError("fingerprint-different", theirs=head.root.fingerprint)
    if fingerprint:
        return Trust.CHECKED
    known = store.catalogue.publication(head.root.publication) or store.removals.guard(head.root.publication)
    return known.trust if known else Trust.FIRST_USE


def _check_not_back(store: Store, edition: Edition, sha256: str) -> None:
    """Never behind the edition that is here, nor behind the one that was here before its publication was removed."""
    state_of(store.catalogue.current(edition.publication), edition, sha256)
    if (guard := store.removals.guard(edition.publication)) is None:
        return
    try:
        state_of((guard.epoch, guard.serial, guard.sha256), edition, sha256)
    except BundleError as error:
        if error.code == "edition-older":
            raise BundleError("edition-older-than-removed", theirs=edition.serial, ours=guard.serial) from error
        raise


def _plan(store: Store, source: Source, head: Head, allowance: Allowance) -> Plan:
    edition = head.edition.edition
    publication = edition.publication
    if allowance.tiers is None:
        allowance = replace(allowance, tiers=store.pictures.of(publication))
    _check_not_back(store, edition, head.edition.sha256)
    dictionaries = (one.sha256 for one in edition.dictionaries)
    have = Have(
        store.catalogue.segments(publication),
        frozenset(one for one in dictionaries if store.files.has(publication, dictionary_name(one))),
    )
    at_source = {
        info.sha256
        for info in edition.segments
        if info.sha256 not in have.segments and _is_to_be_had(store, source, publication, segment_name(info.sha256))
    }
    return plan(edition, have, at_source, allowance)


def _is_to_be_had(store: Store, source: Source, publication: str, name: str) -> bool:
    return store.files.has(publication, name) or source.size(publication, name) is not None


def room_for(wanted: int) -> int:
    """How many bytes must be free for so many to come: the catalogue and the index grow with them."""
    return wanted + _SPARE_BYTES if wanted else 0


def _check_space(store: Store, chosen: Plan) -> None:
    needed, free = room_for(chosen.bytes), store.files.free_bytes()
    if needed > free:
        raise StoreError("disk-full", needed=needed, free=free)


def _count_new(store: Store, source: Source, publication: str, text: Sequence[SegmentInfo]) -> tuple[int, int]:
    """How many articles of these segments are new here, and how many are newer than ours."""
    newest: dict[str, int] = {}
    for info in text:
        for row in read_index(source, publication, info)[1]:
            if row.kind is Kind.ARTICLE:
                newest[row.id] = max(newest.get(row.id, 0), row.revision)
    ours = store.catalogue.revisions(publication, newest)
    added = sum(1 for identity in newest if identity not in ours)
    updated = sum(1 for identity, revision in newest.items() if ours.get(identity, revision) < revision)
    return added, updated


@dataclass(slots=True)
class _Run:
    """The part of a sync that writes."""

    store: Store
    source: Source
    head: Head
    trust: Trust
    report: Report
    fetched: int = 0
    requests: int = 0
    changes: list[Changes] = field(default_factory=list)

    @property
    def publication(self) -> str:
        return self.head.root.publication

    def keep_documents(self) -> None:
        """Seal the verified root chain and the edition. They mean nothing until the edition is active."""
        files = self.store.files
        for number, document in enumerate(self.head.root.documents, 1):
            if not files.has(self.publication, root_name(number)):
                files.write(self.publication, root_name(number), document)
        name = edition_name(self.head.edition.edition.serial)
        if files.read(self.publication, name) != self.head.edition.document:
            files.write(self.publication, name, self.head.edition.document)

    def text(self, chosen: Plan) -> None:
        """Fetch text and make the edition active: from here on its articles can be read."""
        for dictionary in chosen.dictionaries:
            fetch_dictionary(self.source, self.publication, dictionary, self.store.files)
            self.fetched += dictionary.bytes
        self.requests += len(chosen.dictionaries)
        self._activate(self._fetch(chosen.text, Stage.FETCH_TEXT))
        if self.store.files.read(self.publication, LATEST) != self.head.edition.document:
            self.store.files.write(self.publication, LATEST, self.head.edition.document)

    def media(self, chosen: Plan) -> None:
        """Fetch pictures, a segment at a time; each is shown as soon as it is whole."""
        total = sum(info.bytes for info in chosen.media)
        done = 0
        for info in chosen.media:
            self._activate(self._fetch([info], Stage.FETCH_MEDIA, done, total))
            done += info.bytes

    def _fetch(
        self, segments: Sequence[SegmentInfo], stage: Stage, done: int = 0, total: int = 0
    ) -> list[tuple[SegmentInfo, Sequence[IndexRow]]]:
        total = total or sum(info.bytes for info in segments)
        counted = done

        def advance(size: int) -> None:
            nonlocal counted
            counted += size
            self.report(Progress(stage, counted, total))

        fetched: list[tuple[SegmentInfo, Sequence[IndexRow]]] = []
        for info in segments:
            was_here = self.store.files.has(self.publication, segment_name(info.sha256))
            fetched.append((info, fetch_segment(self.source, self.publication, info, self.store.files, advance)))
            self.fetched += 0 if was_here else info.bytes
            self.requests += 0 if was_here else 1
        return fetched

    def _activate(self, segments: Sequence[tuple[SegmentInfo, Sequence[IndexRow]]]) -> None:
        self.report(Progress(Stage.ACTIVATE))
        arrival = Arrival(
            edition=self.head.edition.edition,
            sha256=self.head.edition.sha256,
            trust=self.trust,
            fingerprint=self.head.root.fingerprint,
            source=self.source.name,
            synced_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self.changes.append(self.store.activate(arrival, segments, self.report))

    def sweep(self) -> None:
        """Drop parts that this edition no longer wants."""
        self.report(Progress(Stage.SWEEP))
        wanted = (segment_name(info.sha256).rpartition("/")[2] for info in self.head.edition.edition.segments)
        self.store.files.remove_parts(self.publication, frozenset(wanted))

    def change_set(self, from_serial: int, documents: int, absent: int) -> ChangeSet:
        """What the run changed."""
        return ChangeSet(
            publication=self.publication,
            from_serial=from_serial,
            to_serial=self.head.edition.edition.serial,
            added=tuple(sorted({key for one in self.changes for key in one.added})),
            updated=tuple(sorted({key for one in self.changes for key in one.updated})),
            withdrawn=tuple(sorted({key for one in self.changes for key in one.withdrawn})),
            bytes=self.fetched,
            requests=self.requests + documents,
            trust=self.trust,
            absent=absent,
            things_changed=any(one.things for one in self.changes),
            media_changed=any(one.media for one in self.changes),
        )
