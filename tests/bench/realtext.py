"""Real text repeated: passages of articles that people wrote, put together anew until there are as many as are wanted.

The words, their frequencies and the scripts are those of the articles; which passages stand together is drawn from a seed.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from reader.model.search import SearchDocument
from tests.bench.words import SEED, day_of, labels

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "articles"
_LETTERS_EACH = 4_500
#: One of Han says about as much as three of an alphabet.
_DENSE = 3
_TITLE = re.compile(r"\w+(?:\W+\w+){0,7}")
_TITLE_LETTERS = 60
_LEAST = 40
_NOT_PROSE = re.compile(r"[#|!<{>`:-]|\d+\.|\[\^")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\[\^[^\]]*\]|[*_`]")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Original:
    """An article as it was written, without its markup."""

    language: str
    section: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    passages: tuple[str, ...]


@cache
def originals(folder: Path) -> dict[str, tuple[Original, ...]]:
    """The articles of a folder of Markdown with front matter that have prose, by language."""
    read = (_original(path) for path in sorted(folder.rglob("*.md")) if not path.name.startswith("_"))
    found: dict[str, list[Original]] = {}
    for one in read:
        if one.passages:
            found.setdefault(one.language, []).append(one)
    return {language: tuple(some) for language, some in sorted(found.items())}


def article(folder: Path, key: int) -> SearchDocument:
    """The article with this key, from 1; always the same."""
    chance = random.Random(SEED * 1_000_003 + key)
    everything = originals(folder)
    [language] = chance.choices([*everything], weights=[len(some) for some in everything.values()])
    like = chance.choice(everything[language])
    passages = [passage for one in everything[language] for passage in one.passages]
    first = chance.choice(passages)
    return SearchDocument(
        key=key,
        publication="bench",
        language=language,
        title=f"{_title(chance.choice(passages))} {key}",
        standfirst=re.split(r"(?<=[.!?。！？؟])", first)[0].strip(),
        body="\n\n".join(_enough(chance, passages)),
        date=day_of(key),
        authors=like.authors,
        sections=(like.section,),
        tags=like.tags,
        labels=labels(like.section, like.tags, like.authors),
    )


def dense(text: str) -> bool:
    """Whether the text is of a script without spaces, of which Han and kana are known here."""
    return bool(_HAN.search(text))


def _title(passage: str) -> str:
    found = _TITLE.search(passage)
    return found[0][:_TITLE_LETTERS] if found else passage[:_TITLE_LETTERS]


def _enough(chance: random.Random, passages: list[str]) -> list[str]:
    """Passages in a drawn order until there is an article."""
    taken: list[str] = []
    length = 0
    while length < _LETTERS_EACH:
        taken.append(chance.choice(passages))
        length += len(taken[-1]) * (_DENSE if dense(taken[-1]) else 1)
    return taken


def _original(path: Path) -> Original:
    text = path.read_text(encoding="utf-8", errors="replace")
    front, body = _parted(text)
    passages = (
        _LINK.sub(r"\1", part).strip() for part in re.split(r"\n\s*\n", body) if not _NOT_PROSE.match(part.strip())
    )
    return Original(
        language=str(front.get("lang") or "en"),
        section=str(front.get("section") or path.parent.name),
        tags=_names(front.get("tags") or front.get("topics")),
        authors=_names(front.get("authors")),
        passages=tuple(" ".join(one.split()) for one in passages if len(one) >= _LEAST),
    )


def _parted(text: str) -> tuple[dict[str, Any], str]:
    found = re.match(r"---\n(.*?)\n---\n(.*)", text.lstrip("\ufeff"), re.DOTALL)
    if not found:
        return {}, text
    try:
        front = yaml.safe_load(found[1])
    except yaml.YAMLError:
        front = {}
    return (front if isinstance(front, dict) else {}), found[2]


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
