"""What the benchmarks run on, made by processes of their own: articles, bundles, libraries.

Articles do not depend on the program: they are kept where the caller said, and made once. The rest is made for each run.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.model.search import SearchDocument
from tests.bench.processes import job, reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.options import Options

BATCH = 1_000
#: Raised with every change to the articles that are made, so that neither they nor indexes of them are kept from before it.
VERSION = 1
ZIPF, REAL = "zipf", "real"
KINDS = {ZIPF: "invented words", REAL: "real text repeated"}


def sizes(options: Options, kind: str) -> tuple[int, ...]:
    """How large the indexes of a kind of articles are."""
    return options.real_sizes if kind == REAL else options.sizes


def articles(options: Options, count: int, kind: str = ZIPF) -> Path:
    """A folder with ``articles.jsonl`` and ``queries.json`` for so many articles."""
    folder = options.kept / f"{name_of(options, count, kind)}-{options.queries}-queries"
    if not (folder / "size.json").exists():
        job("make_articles", folder, count, options.queries, kind, *([options.posts] if options.posts else []))
    return folder


def name_of(options: Options, count: int, kind: str) -> str:
    """A name for the articles, so many of a kind."""
    source = f"-{options.posts.name}" if options.posts and kind == REAL else ""
    return f"{kind}{source}-{count}-v{VERSION}"


def bundle(options: Options, count: int, *, pictures: bool = False) -> Path:
    """A bundle of so many articles, with two pictures each or none."""
    folder = options.work / f"bundle-{count}{'-pictures' * pictures}"
    if not folder.exists():
        job("make_bundle", folder, articles(options, count), int(pictures))
    return folder / "bundle"


def library(options: Options, count: int) -> Path:
    """A library that holds such a bundle, indexed."""
    folder = options.work / f"library-{count}"
    if not folder.exists():
        job("sync_bundle", folder, bundle(options, count))
        reader("index", "--data-dir", folder)
    return folder


def read_articles(folder: Path, most: int | None = None) -> Iterator[dict[str, Any]]:
    """The fields of each article of ``articles.jsonl``."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, most))


def read_documents(folder: Path, most: int | None = None) -> Iterator[SearchDocument]:
    """The articles as indexes take them."""
    for fields in read_articles(folder, most):
        lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
        labels = tuple((kind, value) for kind, value in fields["labels"])
        yield SearchDocument(**{**fields, **lists, "labels": labels})


def text_bytes(folder: Path) -> int:
    """How much text the articles of a folder have, as UTF-8."""
    return int(json.loads((folder / "size.json").read_text())["text"])


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(one.stat().st_size for one in ([path] if path.is_file() else path.rglob("*")) if one.is_file())
