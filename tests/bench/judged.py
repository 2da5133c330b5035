"""Judged queries that others made: Cranfield, and paragraphs with questions in Japanese and Chinese."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.search import SearchDocument
from tests.bench.words import SEED

if TYPE_CHECKING:
    from pathlib import Path

#: Cleverdon's codes: 1 a complete answer, 2 a high degree of relevance, 3 useful, 4 of minimum interest; others none.
_GAINS = {1: 4, 2: 3, 3: 2, 4: 1}
_QUESTIONS = 500
_FIELD = re.compile(r"\.([A-Z])$")


@dataclass(frozen=True, slots=True)
class Judged:
    """Documents, questions, and for each question the gain of each document that answers it, by key."""

    documents: tuple[SearchDocument, ...]
    questions: tuple[tuple[str, dict[int, int]], ...]


def cranfield(folder: Path) -> Judged:
    """1,400 abstracts and 225 questions of 1967. Questions are numbered in the order of their file."""
    data = folder / "cranfield" / "data" / "cran"
    gains: dict[int, dict[int, int]] = {}
    for line in (data / "cranqrel").read_text().splitlines():
        question, document, code = map(int, line.split()[:3])
        if code in _GAINS:
            gains.setdefault(question, {})[document] = _GAINS[code]
    documents = tuple(_abstract(one) for one in _records(data / "cran.all.1400"))
    asked = [" ".join(one["W"].split()) for one in _records(data / "cran.qry")]
    return Judged(documents, tuple((text, gains.get(number, {})) for number, text in enumerate(asked, 1)))


def _records(path: Path) -> list[dict[str, str]]:
    records: list[dict[str, str]] = []
    field = ""
    for line in path.read_text().splitlines():
        if line.startswith(".I "):
            records.append({"I": line[3:]})
            field = ""
        elif found := _FIELD.fullmatch(line.strip()):
            field = found[1]
            records[-1].setdefault(field, "")
        elif field:
            records[-1][field] += f"{line}\n"
    return records


def _abstract(record: dict[str, str]) -> SearchDocument:
    """The abstracts begin with their titles, which are taken away."""
    title, text = (" ".join(record.get(name, "").split()) for name in "TW")
    return SearchDocument(int(record["I"]), "judged", "en", title, body=text.removeprefix(title).strip(" ."))


def japanese(folder: Path) -> Judged:
    """Paragraphs of Wikipedia with questions (JSQuAD, the part for validation)."""
    return _paragraphs(folder / "jsquad" / "datasets" / "jsquad-v1.3" / "valid-v1.3.json", "ja")


def chinese(folder: Path) -> Judged:
    """Paragraphs of Wikipedia with questions (CMRC 2018, the part for trial)."""
    return _paragraphs(folder / "cmrc2018-zh" / "squad-style-data" / "cmrc2018_trial.json", "zh")


def _paragraphs(path: Path, language: str) -> Judged:
    numbers: dict[tuple[str, str], int] = {}
    asked: list[tuple[str, dict[int, int]]] = []
    for article in json.loads(path.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            title, _, text = paragraph["context"].rpartition("[SEP]")
            key = numbers.setdefault((title.strip() or article.get("title", ""), text.strip()), len(numbers) + 1)
            asked += [(one["question"], {key: 1}) for one in paragraph["qas"]]
    random.Random(SEED).shuffle(asked)
    documents = tuple(
        SearchDocument(key, "judged", language, title, body=text) for (title, text), key in numbers.items()
    )
    return Judged(documents, tuple(asked[:_QUESTIONS]))
