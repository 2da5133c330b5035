"""``packhorse verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say, size_text
from reader.model.publication import localized
from reader.sources import open_source
from reader.sync import VerifyReport, verify_bundle
from reader.wording import explain

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse verify /media/tea-tin"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("bundle", metavar="BUNDLE", type=Path, help="a bundle folder or zip")


def run(args: argparse.Namespace) -> int:
    """Check every signature and digest."""
    bar = ProgressBar()
    with open_source(args.bundle) as source:
        try:
            reports = [verify_bundle(source, publication, bar) for publication in source.publications()]
        finally:
            bar.close()
    for report in reports:
        _print(args, report)
    return 1 if any(report.problems for report in reports) else 0


def _print(args: argparse.Namespace, report: VerifyReport) -> None:
    problems = [{"file": name, "code": error.code, "text": explain(error)[0]} for name, error in report.problems]
    if args.json:
        emit(
            {
                "publication": report.publication,
                "serial": report.serial,
                "trust": "signed",
                "fingerprint": report.fingerprint,
                "articles": report.articles,
                "segments": report.segments,
                "absent": report.absent,
                "bytes": report.bytes,
                "problems": problems,
            }
        )
        return
    say(f"{localized(report.titles, 'en', report.publication)}: edition {report.serial}, {report.articles} articles")
    say(f"  {report.segments} segments, {size_text(report.bytes)}; fingerprint {report.fingerprint}")
    if report.absent:
        say(f"  {report.absent} segments are not in this copy, which is allowed")
    for problem in problems:
        say(f"  BAD {problem['file']}: {problem['text']}")
    say("  everything agrees with its signatures" if not problems else f"  {len(problems)} problems")
