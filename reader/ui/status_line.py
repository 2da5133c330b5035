"""The line at the bottom: which edition is shown and why it is believed; what goes on; a message with its undo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.model.publication import Trust
from reader.ui.notice import Notice
from reader.ui.spoken import announce
from reader.ui.words import counted, language, long_date, size, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from reader.model.publication import PublicationInfo
    from reader.ui.theme import Look
    from reader.ui.undoing import Step, Undoing

_MESSAGE_MS = 8000
_HOUR, _DAY = 3600, 86400
_NARROW = 620
_WORK = 0.6
"""The most that work going on may take of the line."""
_TRUST = {Trust.BUILT_IN: "verified", Trust.CHECKED: "verified", Trust.FIRST_USE: "not checked yet"}


class StatusLine(QWidget):
    """Quiet; it never takes the focus by itself."""

    spoken_role = QAccessible.Role.StatusBar

    def __init__(self, look: Look, undoing: Undoing) -> None:
        super().__init__(objectName="status")
        self._undoing = undoing
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._standing = ""
        self._words = self._doing = self._task = ""
        self._stopped: Callable[[], None] | None = None
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._label.setProperty("soft", True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = QToolButton(text=text("Undo"))
        self._undo.hide()
        self._stop = QToolButton(text=text("Stop"))
        self._stop.hide()
        self._stop.clicked.connect(self._stop_task)
        self._work = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._work.setProperty("soft", True)
        self._work.hide()
        self._reading = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._reading.setProperty("soft", True)
        self._line = QHBoxLayout(self)
        self.notice = Notice(look)
        self.notice.turned.connect(self._share_room)
        self._line.addWidget(self.notice, 1)
        self._line.addWidget(self._label, 1)
        self._line.addWidget(self._undo)
        self._line.addWidget(self._work)
        self._line.addWidget(self._stop)
        self._line.addWidget(self._reading)
        self._timer = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._timer.timeout.connect(self._stand)
        self._told: Step | None = None
        self._offered: Callable[[], None] | None = None
        undoing.changed.connect(self._look_at_last)
        self._undo.clicked.connect(self._act)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._narrow = px(_NARROW)
        self._line.setContentsMargins(px(8), px(1), px(8), px(2))
        self._line.setSpacing(px(16))
        self.notice.set_look(look)
        for widget in (self._label, self._work, self._reading, self._undo, self._stop):
            widget.setFont(look.sans(12.5))
        for button in (self._undo, self._stop):
            button.setStyleSheet(f"QToolButton {{ padding: 0 {px(6)}px; color: {look.theme.accent}; }}")

    def show_publication(self, info: PublicationInfo | None) -> None:
        """Tell about an edition."""
        self._standing = standing_words(info) if info else text("Nothing is in the library yet · offline")
        if not self._timer.isActive():
            self._stand()

    def show_work(self, words: str) -> None:
        """Tell what goes on; empty when it ended. What can be stopped here goes before it."""
        self._doing = words
        self._show_doing()

    def show_task(self, words: str, stop: Callable[[], None] | None = None) -> None:
        """Tell what goes on and can be stopped here; empty when it ended."""
        self._task, self._stopped = words, stop
        self._stop.setAccessibleName(text("Stop: {words}", words=words))
        self._stop.setVisible(stop is not None)
        self._share_room()
        self._show_doing()

    def _show_doing(self) -> None:
        self._work.setVisible(bool(self._task or self._doing))
        self._fit()

    def _stop_task(self) -> None:
        if self._stopped is not None:
            self._stopped()

    def show_reading(self, words: str) -> None:
        """Tell how far the article is read; empty when there is none."""
        self._reading.setText(words)
        self._share_room()

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Tell something for some seconds. It can be taken back here meanwhile, and by its key also later."""
        self._tell(words, text("Undo"))
        if undo is not None:
            self._undoing.keep(words, undo)
            self._told = self._undoing.last
        self._undo.setVisible(undo is not None)
        self._share_room()

    def offer(self, words: str, name: str, action: Callable[[], None]) -> None:
        """Tell something for some seconds, with a button that leads on. That is no undoing, so Ctrl+Z leaves it alone."""
        self._tell(words, name)
        self._offered = action
        self._undo.show()
        self._share_room()

    def _tell(self, words: str, name: str) -> None:
        self._told = self._offered = None
        self._undo.setText(name)
        self.notice.cover()
        self._show(words)
        announce(self._label, words)
        self._timer.start()

    def _act(self) -> None:
        offered = self._offered
        if offered is None:
            self.undo()
        else:
            self._stand()
            offered()

    def undo(self) -> None:
        """Take back what was done last, and say what that was."""
        step = self._undoing.take_back()
        if step is None:
            self.say(text("Nothing to undo."))
        else:
            self.say(text("Undone: {words}", words=step.words))

    def _look_at_last(self) -> None:
        """Something else was done: the button would take that back, not what is told here."""
        if self._told is not None and self._told is not self._undoing.last:
            self._told = None
            self._undo.hide()
            self._share_room()

    def _stand(self) -> None:
        self._undo.hide()
        self._told = self._offered = None
        self._timer.stop()
        self._show(self._standing)
        self.notice.uncover()
        self._share_room()

    def _show(self, words: str) -> None:
        self._words = words
        self._label.setAccessibleName(words)
        self._label.setToolTip(words)
        self._fit()

    def _share_room(self) -> None:
        """A notice takes the place of what stands there; in a narrow window whatever has a button, of the reading's progress too."""
        noticed = self.notice.isVisibleTo(self)
        self._label.setHidden(noticed)
        pressing = noticed or not (self._stop.isHidden() and self._undo.isHidden())
        self._reading.setHidden(not self._reading.text() or (pressing and self.width() < self._narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._fit()

    def _fit(self) -> None:
        """Cut the words where the window is too narrow; the tip says them whole."""
        metrics = self._work.fontMetrics()
        self._work.setText(
            metrics.elidedText(self._task or self._doing, Qt.TextElideMode.ElideRight, round(self.width() * _WORK))
        )
        room = self._label.width()
        self._label.setText(self._label.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


def standing_words(info: PublicationInfo) -> str:
    """Edition, day, signature, source, size."""
    parts = [
        text("Edition {serial}", serial=info.serial),
        long_date(info.published),
        text("signed by {title} ({trust})", title=info.title(language()), trust=text(_TRUST[info.trust])),
        _source(info),
        f"{counted(info.articles, 'article', 'articles')}, {size(info.bytes)}",
        text("offline"),
    ]
    return " · ".join(part for part in parts if part)


def _source(info: PublicationInfo) -> str:
    if not info.source:
        return ""
    ago = _ago(info.synced_at)
    return text("from “{source}”", source=info.source.rstrip("/").rpartition("/")[2]) + (f", {ago}" if ago else "")


def _ago(iso: str) -> str:
    try:
        seconds = (datetime.now(UTC) - datetime.fromisoformat(iso)).total_seconds()
    except (ValueError, TypeError):
        return ""
    if seconds < 0:
        return ""
    if seconds < _HOUR:
        return text("just now")
    if seconds < _DAY:
        return counted(round(seconds / _HOUR), "hour ago", "hours ago")
    return counted(round(seconds / _DAY), "day ago", "days ago")
