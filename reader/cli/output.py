"""What a verb prints: text for people or one JSON object a line, messages to standard error, progress on a terminal."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from reader.wording import explain
from reader.wording.terminal import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.errors import PackhorseError
    from reader.model.change import Progress

_WIDTH = 28
_EVERY_SECONDS = 0.1
_STAGES = {
    "discover": "Looking at the source",
    "plan": "Planning",
    "fetch-text": "Fetching text",
    "activate": "Reading in",
    "fetch-media": "Fetching pictures",
    "index": "Indexing",
    "sweep": "Tidying",
    "pack": "Packing",
    "verify": "Checking",
    "done": "Done",
}


def emit(record: Mapping[str, Any]) -> None:
    """Print one JSON object on a line of standard output."""
    print(json.dumps(record, ensure_ascii=False))


def say(text: str = "") -> None:
    """Print a line of text on standard output."""
    print(text)


def tell(text: str) -> None:
    """Print a message on standard error."""
    print(text, file=sys.stderr)


def tell_error(error: PackhorseError) -> None:
    """Say on standard error what happened and what to do next."""
    what, following = explain(error)
    tell(f"packhorse: {what}")
    if following:
        tell(f"  {following}")
    if error.code in COMMANDS:
        tell(f"  {COMMANDS[error.code]}")


def size_text(count: int) -> str:
    """A size for people: 940 B, 12.3 KB, 4.5 MB."""
    value = float(count)
    for unit in ("B", "KB", "MB"):
        if value < 1000:  # noqa: PLR2004  (the step between units)
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"


class ProgressBar:
    """A bar on standard error when that is a terminal; nothing in a pipe. Call it with each ``Progress``."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._last = 0.0
        self._drawn = False

    def __call__(self, progress: Progress) -> None:
        """Draw, at most ten times a second."""
        now = time.monotonic()
        if not self._shown or (now - self._last < _EVERY_SECONDS and progress.done != progress.total):
            return
        self._last = now
        self._drawn = True
        sys.stderr.write("\r\x1b[K" + _line(progress))
        sys.stderr.flush()

    def close(self) -> None:
        """Wipe the bar."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _line(progress: Progress) -> str:
    label = _STAGES.get(str(progress.stage), str(progress.stage))
    if not progress.total:
        return f"{label} …"
    share = min(1.0, progress.done / progress.total)
    bar = "█" * round(share * _WIDTH)
    done, total = (
        (size_text(progress.done), size_text(progress.total))
        if progress.unit == "bytes"
        else (f"{progress.done:,}", f"{progress.total:,}")
    )
    return f"{label:<20} {bar:░<{_WIDTH}} {done} of {total}"
