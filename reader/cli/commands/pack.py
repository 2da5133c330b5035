"""``packhorse pack``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.bundle.keyring import load_keys
from reader.cli.output import ProgressBar, emit, say, size_text, tell
from reader.cli.passphrase import ask
from reader.publish import Level, Options, pack
from reader.wording import explain_code

if TYPE_CHECKING:
    import argparse

    from reader.publish import Finding, Packed, Problem

EXAMPLE = "packhorse pack winter-review winter-review.zip --keys ~/winter-review-keys"
_PASSPHRASE = "PACKHORSE_PASSPHRASE"  # noqa: S105  (the name of a variable)


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("source", metavar="SRC", type=Path, help="the source folder, with publication.toml")
    parser.add_argument("out", metavar="OUT", type=Path, help="the bundle's folder, or a zip when it ends in .zip")
    parser.add_argument("--keys", required=True, type=Path, help="the folder that keygen made")
    parser.add_argument("--serial", type=_number, metavar="N", help="the edition's number (default: the next)")
    parser.add_argument(
        "--published", default="", metavar="DATE", help="the edition's day (default: of the newest article)"
    )
    parser.add_argument(
        "--withdraw-most", action="store_true", help="allow an edition that withdraws more than half of all articles"
    )
    parser.epilog = (
        f"{parser.epilog}\n\nThe passphrase of locked keys is asked for, or taken from {_PASSPHRASE}."
        "\nA second run into the same OUT appends an edition with what has changed."
    )


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def run(args: argparse.Namespace) -> int:
    """Pack, and tell everything that was found on the way."""
    keyring = load_keys(args.keys, _passphrase)
    bar = ProgressBar()
    try:
        packed = pack(args.source, args.out, keyring, Options(args.serial, args.published, args.withdraw_most), bar)
    finally:
        bar.close()
    if args.json:
        emit(_record(packed))
    else:
        _print(args, packed)
    return 1 if packed.errors else 0


def _passphrase() -> str:
    known = os.environ.get(_PASSPHRASE)
    return ask("Passphrase of the keys: ") if known is None else known


def _record(packed: Packed) -> dict[str, Any]:
    return {
        "publication": packed.publication,
        "fingerprint": packed.fingerprint,
        "serial": packed.serial,
        "published": packed.published,
        "written": packed.written,
        "articles": packed.articles,
        "bytes": packed.bytes,
        "added": packed.added,
        "updated": packed.updated,
        "withdrawn": packed.withdrawn,
        "drafts": packed.drafts,
        "pictures": packed.pictures,
        "errors": packed.errors,
        "warnings": [_warning(finding) for finding in packed.findings],
    }


def _warning(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    also = [{"file": one.file, "line": one.line, **one.data} for one in finding.also]
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "level": str(problem.level),
        "mended": problem.level is Level.MENDED,
        "text": _text(problem),
        "count": 1 + len(also),
        **({"also": also} if also else {}),
    }


def _text(problem: Problem) -> str:
    return " ".join(filter(None, explain_code(problem.code, dict(problem.data))))


def _print(args: argparse.Namespace, packed: Packed) -> None:
    for finding in packed.findings:
        tell(_line(finding))
    if packed.errors:
        tell(f"packhorse: {_counted(packed.errors, 'error')}. Nothing was written; mend what is wrong and pack again.")
        return
    if not packed.written:
        say(f"Nothing has changed since edition {packed.serial}; nothing was written.")
        return
    say(f"Edition {packed.serial} of {packed.published}: {packed.articles} articles in {args.out}")
    say(f"  {packed.added} new, {packed.updated} changed, {packed.withdrawn} withdrawn; {packed.pictures} new pictures")
    say(f"  {size_text(packed.bytes)} written; {_tally(packed)}; {_counted(packed.drafts, 'draft')} left out")
    if any(finding.also for finding in packed.findings):
        say("  --json tells the place of each one")
    say(f"  fingerprint {packed.fingerprint}")


def _tally(packed: Packed) -> str:
    counts = dict.fromkeys(Level, 0)
    for finding in packed.findings:
        counts[finding.problem.level] += 1 + len(finding.also)
    return f"{_counted(counts[Level.MENDED], 'thing')} mended, {counts[Level.WARNING]} left out or left alone"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _line(finding: Finding) -> str:
    problem = finding.problem
    place = ":".join(filter(None, (problem.file, str(problem.line or ""))))
    label = "error: " if problem.level is Level.ERROR else ""
    more = f" (and {len(finding.also):,} more like this)" if finding.also else ""
    return f"{place}: {label}{_text(problem)}{more}" if place else f"{label}{_text(problem)}{more}"
