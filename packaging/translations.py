"""Compare the window's sentences with ``resources/translations``: what is missing, stale, or has other placeholders.

A sentence is what ``text`` and ``counted`` are called with, a constant table's words in ``reader/ui``, a key's words,
a default of the page's ``Labels``, of the help about searching, or of ``reader/wording``: errors and hints, except those of the command line
alone, which speaks English. Tables may hold words that nobody says; so a table's word may be missing but is never stale. ``--list`` prints the sentences themselves; ``--strict`` fails for missing ones too.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TAGS = ("zh-Hans", "zh-Hant", "ru", "kk", "ug", "ar", "fr", "es")
_CALLS = {"text": slice(0, 1), "counted": slice(2, 3), "Key": slice(1, 2)}
_NAMED = {"text": "sentence", "counted": "many", "Key": "words"}
_TABLES = re.compile(r"_NAMES|_WORDS|KIND_WORDS|_THEMES|_WIDTHS|_SPACES|_TRUST|_TIERS|_STAGES|_EMPTY")
_PLACEHOLDER = re.compile(r"\{\w*(?::,)?\}")
_COMMAND_LINE = {"keys", "publish", "terminal"}
"""Areas of ``reader/wording`` that a window never says."""

Value = str | dict[str, str]


def sentences(root: Path = ROOT) -> dict[str, bool]:
    """All English sentences in the order of the source, and whether each is a noun after a number."""
    found: dict[str, bool] = {}
    for path in sorted((root / "reader" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for words, noun in _said(node):
                found[words] = found.get(words, False) or noun
    found.update((words, False) for words in (*_help(root), *_errors(root)))
    page = ast.parse((root / "reader" / "model" / "labels.py").read_text(encoding="utf-8"))
    for node in ast.walk(page):
        if isinstance(node, ast.ClassDef) and node.name in {"Labels", "CitationLabels"}:
            for each in node.body:
                if isinstance(each, ast.AnnAssign) and each.value:
                    found.update((words, False) for words in _constants(each.value))
    return found


def _help(root: Path) -> Iterator[str]:
    """Titles and sentences of the page that explains how to search; its examples are made of names."""
    tree = ast.parse((root / "reader" / "wording" / "search_help.py").read_text(encoding="utf-8"))
    table = next(node.value for node in tree.body if isinstance(node, ast.AnnAssign))
    for rule in ast.literal_eval(table):
        yield from rule[:2]


def _errors(root: Path) -> Iterator[str]:
    """What happened and what to do, for every code that a window may show; and the reasons that systems give."""
    folder = root / "reader" / "wording"
    for path in sorted(folder.glob("*.py")):
        if path.stem not in {*_COMMAND_LINE, "__init__"}:
            for words in runpy.run_path(str(path)).get("SENTENCES", {}).values():
                yield from words
    yield from runpy.run_path(str(folder / "reasons.py"))["REASONS"]


def _said(node: ast.AST) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
        named = [each.value for each in node.keywords if each.arg == _NAMED[node.func.id]]
        for argument in [*node.args[_CALLS[node.func.id]], *named]:
            for words in _literal(argument):
                yield words, node.func.id == "counted"
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "get"
        and node.args[1:]
    ):
        if _is_table(node.func.value):
            yield from ((words, False) for words in _constants(node.args[1]))
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(map(_is_table, targets)):
            yield from ((words, False) for words in _constants(node.value))


def _is_table(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and bool(_TABLES.fullmatch(node.id))


def _literal(node: ast.expr) -> Iterator[str]:
    """Words given outright, or by a choice between such."""
    if isinstance(node, ast.IfExp):
        yield from (*_literal(node.body), *_literal(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _constants(node: ast.expr) -> Iterator[str]:
    """The words of a table's values, wherever they stand below."""
    if isinstance(node, ast.Dict):
        for value in node.values:
            yield from _constants(value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, (ast.Tuple, ast.List)):
        for value in node.elts:
            yield from _constants(value)
    elif isinstance(node, ast.Call):
        for each in node.keywords:
            yield from _constants(each.value)
    elif isinstance(node, ast.Lambda):
        yield from _constants(node.body)


def catalogue(tag: str, folder: Path = FOLDER) -> dict[str, Value]:
    """One language's translations as they are in the file."""
    values: dict[str, Value] = json.loads((folder / f"{tag}.json").read_text(encoding="utf-8"))
    return values


def missing(said: dict[str, bool], values: dict[str, Value]) -> list[str]:
    """Sentences that have no translation, and nouns that have no forms."""
    return [words for words, noun in said.items() if words not in values or (noun and isinstance(values[words], str))]


def stale(said: dict[str, bool], values: dict[str, Value]) -> list[str]:
    """Translations of what is said no more."""
    return [words for words in values if words not in said]


def broken(values: dict[str, Value]) -> list[str]:
    """Translations that do not hold their sentence's placeholders, each as often."""
    return [words for words, value in values.items() if not _fits(words, value)]


def _fits(words: str, value: Value) -> bool:
    if isinstance(value, dict):
        return "other" in value and all(set(_PLACEHOLDER.findall(form)) <= {"{count}"} for form in value.values())
    return sorted(_PLACEHOLDER.findall(words)) == sorted(_PLACEHOLDER.findall(value))


def main() -> int:
    """Print a line for each language; 1 when something is stale or broken, with ``--strict`` also when missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    said, faults = sentences(), 0
    for tag in TAGS:
        values = catalogue(tag)
        lists = {"missing": missing(said, values), "stale": stale(said, values), "broken": broken(values)}
        counts = ", ".join(f"{len(words)} {name}" for name, words in lists.items())
        print(f"{tag}: {len(said)} sentences, {counts}")
        if options.list:
            print(*(f"  {name}: {each}" for name, words in lists.items() for each in words), sep="\n")
        faults += sum(len(words) for name, words in lists.items() if options.strict or name != "missing")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
