"""A publisher in a few lines, so that a test says what is published and not how; and ways to damage what it published."""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from reader.bundle.edition import encode_edition
from reader.bundle.keyring import create_keys
from reader.bundle.layout import LATEST, edition_name, root_name, segment_name
from reader.bundle.objects import article_object, text_object, thing_object
from reader.bundle.segment import NewObject, build_segment
from reader.model.article import Article
from reader.model.edition import Edition, SegmentInfo, Withdrawn
from reader.model.publication import Kind, Text, Thing


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


#: The smallest PNG: one pixel (PNG specification, third edition, section 11).
PIXEL = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\x00\x8a\x1c\x24")),
        _chunk(b"IEND", b""),
    )
)


class Publisher:
    """Signs editions into ``self.bundle``. Revisions rise by themselves when an id is published again."""

    def __init__(self, folder: Path, title: str = "Winter Review") -> None:
        self.keyring = create_keys(folder / "keys", None)
        self.bundle = folder / "bundle"
        self.id = self.keyring.publication
        self.revisions: dict[tuple[Kind, str], int] = {}
        self.edition = Edition(
            publication=self.id,
            epoch=1,
            serial=0,
            published="2019-06-03",
            root_version=1,
            titles={"en": title},
            language="en",
            languages=("en",),
        )
        self._write(root_name(1), self.keyring.roots[0])

    @property
    def folder(self) -> Path:
        return self.bundle / self.id

    def article(self, identity: str, title: str = "", body: str = "Words about snow.", **fields) -> Article:
        fields = {"language": "en", "date": "2019-06-01", "work": identity, **fields}
        return Article(publication=self.id, id=identity, title=title or identity.title(), body=body, **fields)

    def section(self, identity: str, title: str, parent: str = "", position: int = 0) -> Thing:
        return Thing(self.id, Kind.SECTION, identity, {"en": title}, parent=parent, position=position)

    def publish(self, *objects: Article | Text | Thing, pictures=(), withdraw=(), serial: int = 0, **fields) -> Path:
        """Append an edition with these objects; returns the bundle's folder. ``withdraw`` are ids of articles, (kind, id), or all said."""
        segments = list(self.edition.segments)
        things = [one for one in objects if isinstance(one, Thing)]
        texts = [one for one in objects if not isinstance(one, Thing)]
        if things:
            segments.append(self._segment([self._new(one) for one in things], required=True))
        for language in dict.fromkeys(one.language for one in texts):
            chosen = [self._new(one) for one in texts if one.language == language]
            segments.append(self._segment(chosen, language=language))
        for tier in dict.fromkeys(tier for _identity, tier, _data in pictures):
            chosen = [self._picture(*one) for one in pictures if one[1] == tier]
            segments.append(self._segment(chosen, kind="media", tier=tier))
        withdrawn = tuple(one if isinstance(one, Withdrawn) else self._withdrawn(one) for one in withdraw)
        self._sign(
            replace(
                self.edition,
                serial=serial or self.edition.serial + 1,
                segments=tuple(segments),
                withdrawn=(*self.edition.withdrawn, *withdrawn),
                **fields,
            )
        )
        return self.bundle

    def _withdrawn(self, which: str | tuple[Kind, str]) -> Withdrawn:
        kind, identity = (Kind.ARTICLE, which) if isinstance(which, str) else which
        return Withdrawn(kind, identity, self.revisions[kind, identity])

    def _sign(self, edition: Edition) -> None:
        payload = encode_edition(edition)
        document = self.keyring.sign_edition(payload)
        digest = self.keyring.root.verify_edition(document).sha256
        self._write(edition_name(edition.serial), document)
        self._write(LATEST, document)
        history = {**self.edition.history, edition.serial: digest}
        self.edition = replace(edition, history=dict(list(history.items())[-20:]))

    def _new(self, one: Article | Text | Thing) -> NewObject:
        kind = Kind.ARTICLE if isinstance(one, Article) else one.kind
        self.revisions[kind, one.id] = self.revisions.get((kind, one.id), 0) + 1
        make = {Article: article_object, Text: text_object, Thing: thing_object}[type(one)]
        return replace(make(one), revision=self.revisions[kind, one.id])

    def _picture(self, identity: str, tier: str, data: bytes) -> NewObject:
        return NewObject(
            Kind.IMAGE, identity, data, type="image/png", tier=tier, width=_side(data, 16), height=_side(data, 20)
        )

    def _segment(self, objects, **fields) -> SegmentInfo:
        info, data = build_segment(objects, **fields)
        self._write(segment_name(info.sha256), data)
        return info

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def zipped(self, path: Path, compression: int = zipfile.ZIP_STORED) -> Path:
        """The bundle as one zip, ``latest.signed`` first."""
        names = sorted(
            (one for one in self.folder.rglob("*") if one.is_file()), key=lambda one: (one.name != LATEST, one)
        )
        with zipfile.ZipFile(path, "w", compression) as archive:
            for one in names:
                archive.write(one, one.relative_to(self.bundle).as_posix())
        return path

    def copy(self, path: Path) -> Path:
        """A copy of the bundle as it is now: an old stick."""
        shutil.copytree(self.bundle, path)
        return path

    def segment_files(self) -> list[Path]:
        """Segment files, in the edition's order."""
        return [self.folder / segment_name(info.sha256) for info in self.edition.segments]


def cut(path: Path, keep: int) -> None:
    """Leave only the first bytes of a file."""
    path.write_bytes(path.read_bytes()[:keep])


def flip(path: Path, at: int) -> None:
    """Change one byte of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= 0x01
    path.write_bytes(bytes(data))


def _side(data, at):
    """A PNG's width (16) or height (20), as its header says; 1 for anything else."""
    return int.from_bytes(data[at : at + 4], "big") if data.startswith(b"\x89PNG") else 1
