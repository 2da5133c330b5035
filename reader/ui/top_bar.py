"""The bar at the top: back and forward, title, search field, appearance, star, sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui.search_field import SearchField
from reader.ui.shortcuts import with_key
from reader.ui.star_button import StarButton
from reader.ui.theme.icons import put_icon
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.theme import Look

_TYPING_MS = 0
"""Letters that wait in the queue are taken together, and none waits for a next one."""
_NARROW, _MEDIUM = 600, 900
_TIGHT, _TIGHTER = 380, 300
"""In pixels of 13-pixel text: large letters leave less room."""
_FIELD = 560
_OVERRIDE = QEvent.Type.ShortcutOverride


class TopBar(QWidget):
    """Tells what was pressed and what is typed; the last keystroke wins."""

    spoken_role = QAccessible.Role.ToolBar

    typed = Signal(str)
    left_search = Signal()
    entered_list = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu = _button("menu", text("Show or hide the navigation"))
        self.back = _button("back", text("Back"))
        self.forward = _button("forward", text("Forward"))
        self.contents = _button("contents", text("Contents of the article"))
        self.contents.setEnabled(False)
        self.appearance = _button("", text("Appearance"))
        self.appearance.setText("Aa")
        self.star = StarButton(look)
        self.sync = _button("sync", text("Bring in an edition"))
        self.sync.setText(text("Sync"))
        self.sync.setAccessibleName(f"{text('Sync')}: {text('Bring in an edition')}")
        self.title = QLabel(text("Packhorse"), textFormat=Qt.TextFormat.PlainText)
        self.search = SearchField()
        self.search.setAccessibleName(text("Search the library"))
        self.search.installEventFilter(self)
        self.where = _button("down", text("Where to search"))
        self.where.setCursor(Qt.CursorShape.ArrowCursor)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(lambda: self.typed.emit(self.search.asked))
        self.search.textEdited.connect(lambda _words: self._soon.start())
        self.search.composed.connect(self._soon.start)
        self._articles = 0
        self._key: Callable[[str], str] = _no_key
        self._arrange()
        self.set_look(look)

    def _arrange(self) -> None:
        self._start, self._end = QWidget(), QWidget()
        start, end = QHBoxLayout(self._start), QHBoxLayout(self._end)
        for widget in (self.menu, self.back, self.forward, self.title):
            start.addWidget(widget)
        start.addStretch(1)
        end.addStretch(1)
        for widget in (self.contents, self.appearance, self.star, self.sync):
            end.addWidget(widget)
        for line in (start, end):
            line.setContentsMargins(0, 0, 0, 0)
        self._inside = QHBoxLayout(self.search)
        self._inside.addStretch(1)
        self._inside.addWidget(self.where)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._start, 3)
        self._line.addWidget(self.search, 5)
        self._line.addWidget(self._end, 3)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._look = look
        self._line.setContentsMargins(px(8), px(4), px(10), px(4))
        self._line.setSpacing(px(8))
        self._start.layout().setSpacing(px(4))  # type: ignore[union-attr]  # it was laid out
        self._end.layout().setSpacing(px(8))  # type: ignore[union-attr]  # it was laid out
        self.title.setFont(look.serif(17, QFont.Weight.DemiBold))
        self.title.setContentsMargins(px(8), 0, 0, 0)
        for button in (self.appearance, self.sync):
            button.setFont(look.sans(15))
        self.search.setFont(look.sans(13))
        self.search.setMaximumWidth(px(_FIELD))
        self._inside.setContentsMargins(px(5), 2, px(5), 2)
        self._draw_icons()
        self._fit()

    def _draw_icons(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ink, side = self._look.theme.ink, self._look.px(20)
        names = {"menu": self.menu, "back": self.back, "forward": self.forward}
        names |= {"contents": self.contents, "sync": self.sync}
        for name, button in names.items():
            put_icon(button, name, ink, side, mirrored=mirrored)
        put_icon(self.where, "down", self._look.theme.soft, side - 6)
        self._fit_search()
        self.star.set_look(self._look)

    def _fit_search(self) -> None:
        """What is typed keeps clear of the button; a narrow box has room for words alone."""
        narrow = self.width() < _NARROW
        self.where.setVisible(not narrow)
        room = 0 if narrow else self.where.sizeHint().width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.search.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Name the keys in force in the buttons' tips; ``key`` knows that of a command."""
        self._key = key
        for button, words, command in (
            (self.menu, text("Show or hide the navigation"), "toggle_navigation"),
            (self.back, text("Back"), "back"),
            (self.forward, text("Forward"), "forward"),
            (self.contents, text("Contents of the article"), "contents"),
            (self.star, text("Star"), "toggle_star"),
            (self.sync, text("Bring in an edition"), "open_bundle"),
            (self.where, text("Where to search"), "scope"),
        ):
            button.setToolTip(with_key(words, key(command)))
        self.show_count(self._articles)

    @property
    def pending(self) -> bool:
        """Whether something typed was not told yet."""
        return self._soon.isActive()

    def show_count(self, articles: int) -> None:
        """How many articles a search looks through."""
        self._articles = articles
        words = text("Search {articles}", articles=counted(articles, "article", "articles"))
        key = self._key("search")
        self.search.setPlaceholderText((f"{words}     {key}" if key else words) if articles else text("Search"))

    def show_query(self, query: str) -> None:
        """Show a search that was not typed just now."""
        if self.search.text() != query:
            self.search.setText(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, and what keys do as well."""
        self.title.setVisible(self.width() >= _MEDIUM)
        self.menu.setVisible(self.width() < _MEDIUM)
        self._fit_search()
        narrow = self.width() < _NARROW
        self.back.setVisible(self.width() >= self._look.px(_TIGHT))
        self.star.setVisible(self.width() >= self._look.px(_TIGHTER))
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.sync.setToolButtonStyle(style)
        for button in (self.forward, self.contents):  # by keys; else there is no room to type in
            button.setVisible(not narrow)
        for place, share in enumerate((0, 1, 0) if narrow else (3, 5, 3)):
            self._line.setStretch(place, share)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw_icons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears, then leaves; Enter and Down go to the hits."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and event.type() == _OVERRIDE:
            event.accept()  # or the window's own Esc would take it
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
                self._soon.stop()
                self.typed.emit(self.search.text())
                self.entered_list.emit()
                return True
        return super().eventFilter(watched, event)

    def _escape(self) -> None:
        if self.search.text():
            self._soon.stop()
            self.search.clear()
            self.typed.emit("")
        else:
            self.left_search.emit()


def _no_key(_command: str) -> str:
    return ""


def _button(name: str, words: str) -> QToolButton:
    button = QToolButton(toolTip=words)
    button.setAccessibleName(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if name else Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
