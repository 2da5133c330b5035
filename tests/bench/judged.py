"""Judged collections as they lie on the disk: articles, and questions with what people found relevant.

Cranfield (Cleverdon 1967) grades from 1, a complete answer, to 4, of minimum interest; 5, no interest, is not listed. Its one -1 for
each question is off that scale (by its author and date mostly the paper that the question was asked for) and counts as not relevant, as usual.
JSQuAD and CMRC 2018 have questions about a paragraph: that one paragraph is relevant.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.model.search import SearchDocument
from tests.bench.processes import Failed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SEED = 1957
QUESTIONS = 500
_GAINS = {1: 4, 2: 3, 3: 2, 4: 1}
CRANFIELD, JAPANESE, CHINESE = "cranfield", "jsquad", "cmrc2018-zh"
_LANGUAGES = {JAPANESE: "ja", CHINESE: "zh"}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and how much each relevant article gains, by key."""

    text: str
    gains: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles and questions about them."""

    documents: tuple[SearchDocument, ...]
    questions: tuple[Question, ...]


def read(folder: Path, name: str) -> Collection:
    """The collection ``name`` in a folder of collections.

    Raises:
        Failed: a file is missing.
    """
    return _cranfield(folder / name) if name == CRANFIELD else _paragraphs(folder / name, _LANGUAGES[name])


def _cranfield(folder: Path) -> Collection:
    documents = tuple(_abstract(fields) for fields in _records(_file(folder, "cran.all.1400")))
    gains: dict[int, dict[int, int]] = {}
    for line in _file(folder, "cranqrel").splitlines():
        if line.strip():
            question, document, code = map(int, line.split())
            gains.setdefault(question, {})[document] = _GAINS.get(code, 0)
    asked = [fields["W"] for fields in _records(_file(folder, "cran.qry"))]
    # The judgements count the questions from 1; the numbers in the file of questions are others.
    questions = tuple(Question(text, gains.get(number, {})) for number, text in enumerate(asked, start=1))
    return Collection(documents, questions)


def _records(text: str) -> Iterator[dict[str, str]]:
    """The records of a file in SMART's format: ``.I`` and a number, then fields, each a letter on a line."""
    for record in re.split(r"^\.I ", text, flags=re.MULTILINE)[1:]:
        number, *parts = re.split(r"^\.([A-Z])\s*$", record, flags=re.MULTILINE)
        fields = zip(parts[::2], parts[1::2], strict=True)
        yield {"I": number.strip(), **{letter: " ".join(value.split()) for letter, value in fields}}


def _abstract(fields: Mapping[str, str]) -> SearchDocument:
    """The abstract begins with the title once more, which is taken away."""
    title = fields.get("T", "")
    body = fields.get("W", "").removeprefix(title).strip()
    return SearchDocument(
        int(fields["I"]), "cranfield", "en", title, body=body, authors=tuple(filter(None, [fields.get("A", "")]))
    )


def _paragraphs(folder: Path, language: str) -> Collection:
    keys: dict[tuple[str, str], int] = {}
    questions: list[Question] = []
    for title, paragraph in _squad(folder):
        text = paragraph["context"].rpartition(" [SEP] ")[2]
        key = keys.setdefault((title, text), len(keys) + 1)
        questions += [Question(asked["question"], {key: 1}) for asked in paragraph["qas"]]
    documents = tuple(
        SearchDocument(key, folder.name, language, *texts[:1], body=texts[1]) for texts, key in keys.items()
    )
    some = random.Random(SEED).sample(questions, min(QUESTIONS, len(questions)))
    return Collection(documents, tuple(some))


def _squad(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in _files(folder, "*.json"):
        for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
            yield from ((article["title"], paragraph) for paragraph in article["paragraphs"])


def _file(folder: Path, name: str) -> str:
    return _files(folder, name)[0].read_text(encoding="utf-8", errors="replace")


def _files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.rglob(pattern))
    if not found:
        raise Failed(f"no {pattern} in the folder of {folder.name}")
    return found
