"""Roles for screen readers of what we make ourselves: Qt knows those of its own widgets, and takes all others for bare containers.

A class names its role as ``spoken_role``; the name and the description are the widget's own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


@cache
def speak_roles() -> None:
    """Let Qt ask for the roles; once in a process, as Qt keeps whom it asks."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "spoken_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
