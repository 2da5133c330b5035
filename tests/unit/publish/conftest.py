"""A distributor's desk: a source folder in a few lines, packed into a bundle, and what a reader would find in it."""

from __future__ import annotations

import io
from pathlib import Path
from textwrap import dedent

import pytest
from PIL import Image

from reader.bundle.keyring import create_keys
from reader.bundle.objects import decode_article, decode_text, decode_thing
from reader.model.edition import IndexRow
from reader.model.publication import THINGS, Kind
from reader.publish import Options, Packed, pack
from reader.publish.output import open_output
from reader.publish.state import State, read_state

LEAST = """
    [publication]
    title = "Winter Review"
    language = "en"
"""


class Desk:
    """``write`` files, ``pack`` them, look at the result."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.out = folder / "out"
        self.keyring = create_keys(folder / "keys", None)
        self.keys = folder / "keys"
        self.packed: Packed | None = None
        self.write("publication.toml", LEAST)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())
        return path

    def article(self, name: str, front: str = "", body: str = "Words about snow.\n") -> Path:
        lines = [line.strip() if not line.startswith("  ") else line for line in dedent(front).strip("\n").split("\n")]
        matter = "\n".join(filter(None, lines))
        return self.write(f"articles/{name}", f"---\n{matter}\n---\n{body}".encode())

    def picture(self, name: str, size=(40, 30), colour="red", **save) -> bytes:
        file = io.BytesIO()
        Image.new("RGB", size, colour).save(file, name.rpartition(".")[2].upper().replace("JPG", "JPEG"), **save)
        self.write(name, file.getvalue())
        return file.getvalue()

    def pack(self, out: Path | None = None, **options) -> Packed:
        options = {"published": "2019-06-03", **options}
        self.packed = pack(self.source, out or self.out, self.keyring, Options(**options))
        return self.packed

    def told(self, code: str) -> list[tuple[str, int]]:
        """Places where a problem was found."""
        found = [one for finding in self.packed.findings for one in (finding.problem, *finding.also)]
        return [(one.file, one.line) for one in found if one.code == code]

    def codes(self) -> set[str]:
        return {finding.problem.code for finding in self.packed.findings}

    def state(self, out: Path | None = None) -> State:
        source = open_output(out or self.out).source()
        try:
            return read_state(source, self.keyring)
        finally:
            source.close()

    def get(self, identity: str, kind: Kind = Kind.ARTICLE):
        """What a reader has of an object; None when it is not there or withdrawn."""
        held = self.state().visible((kind, identity))
        if held is None:
            return None
        # Only what the object itself says is looked at here; rows are held against frames elsewhere.
        row = _row_of(kind, identity, held)
        decode = decode_article if kind is Kind.ARTICLE else decode_thing if kind in THINGS else decode_text
        return decode(self.keyring.publication, row, held.data)


def _row_of(kind, identity, held):
    import json

    said = json.loads(held.data.partition(b"\n")[0])
    return IndexRow(
        kind=kind,
        id=identity,
        revision=held.revision,
        at=0,
        size=1,
        raw=len(held.data),
        sha256="0" * 64,
        language=said.get("language", ""),
        date=said.get("date", ""),
        title=said.get("title", ""),
        section=said.get("section", ""),
    )


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)
