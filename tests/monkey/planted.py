"""A walk with a fault planted in it: ``python -m tests.monkey.planted FAULT BASE HOME SEED STEPS``. It must fail."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from tests.monkey import walk
from tests.monkey.deeds import Deeds


class _Stubborn(QDialog):
    def reject(self) -> None:
        pass


def _raise(_window) -> None:
    raise ZeroDivisionError


def _go_out(_window) -> None:
    socket.create_connection(("127.0.0.1", 9), 1)


def _be_stubborn(window) -> None:
    dialog = _Stubborn(window)
    QLineEdit(dialog).setFocus()
    dialog.setModal(True)
    dialog.show()


def _lose_the_focus(window) -> None:
    window.setFocus()
    window.clearFocus()


FAULTS = {
    "exception": (_raise, "ZeroDivisionError"),
    "warning": (lambda _window: qWarning("planted"), "Qt (default): planted"),
    "thread": (lambda _window: threading.Timer(5, print).start(), "threads left"),
    "network": (_go_out, "network: socket.connect"),
    "elsewhere": (lambda _window: Path("/tmp/elsewhere").unlink(missing_ok=True), "written elsewhere"),
    "modal": (_be_stubborn, "does not close by Escape"),
    "focus": (_lose_the_focus, "nothing has the focus"),
}
"""What is done, and what is told of it."""
_STILL = {"modal", "focus"}
"""With these nothing else is done: the next key would mend it."""


def main(fault: str, *place: str) -> int:
    """Walk, and do it once."""
    waiting, chosen = [FAULTS[fault][0]], Deeds.choose

    def choose(deeds: Deeds, window) -> str:
        if waiting and window.reading.prepared is not None and QApplication.focusWidget() is not None:
            (waiting[0] if fault == "focus" else waiting.pop())(window)
            return fault
        return "nothing" if waiting or fault in _STILL else chosen(deeds, window)

    with patch.object(Deeds, "choose", choose):
        base, home, seed, steps = place
        return walk.main(Path(base), Path(home), int(seed), int(steps))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
