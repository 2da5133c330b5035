"""The mouse's own back and forward buttons: panes pass them on to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


def is_step(event: QMouseEvent) -> bool:
    """Whether it is one of them."""
    return event.button() in STEPS
