"""What screen readers are told that Qt does not know by itself.

Roles of what we make: Qt takes all but its own widgets for bare containers. A class names its role as ``spoken_role``; the name and the
description are the widget's own. What has parts says as ``spoken_by`` what tells of it. And what changes where the focus is not: messages, and rows that keys in a field go through.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QAbstractItemView


@cache
def speak_roles() -> None:
    """Let Qt ask for the roles; once in a process, as Qt keeps whom it asks."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    spoken_by = getattr(type(thing), "spoken_by", None)
    if spoken_by is not None:
        return spoken_by(thing)  # type: ignore[no-any-return]
    role = getattr(type(thing), "spoken_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None


def announce(widget: QWidget, words: str) -> None:
    """Say something as soon as nothing else is being said."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def announce_rows(view: QAbstractItemView) -> None:
    """Say the row that becomes the current one while a field has the focus: Qt tells of it only where the list itself has it."""

    def say(current: QModelIndex) -> None:
        if current.isValid() and view.isVisible() and not view.hasFocus():
            announce(view, str(current.data(Qt.ItemDataRole.AccessibleTextRole) or current.data()))

    view.selectionModel().currentChanged.connect(say)
