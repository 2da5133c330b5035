"""Above the list: what it is, how many, in which order; for a search also how long it took and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QActionGroup, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.model.listing import Node, NodeKind, Sort
from reader.ui.article_list.unread_switch import UnreadSwitch
from reader.ui.faults import explain_code
from reader.ui.shortcuts import with_key
from reader.ui.theme.icons import put_icon
from reader.ui.words import counted, neutral, number, text

if TYPE_CHECKING:
    from reader.ui.article_list.contents import Contents
    from reader.ui.theme import Look

_NAMES = {
    Sort.NEWEST: "newest first",
    Sort.OLDEST: "oldest first",
    Sort.TITLE: "by title",
    Sort.RELEVANCE: "by relevance",
    Sort.ADDED: "as added",
}

_LEAST_TITLE, _MENU = 40, "▾"


class Header(QWidget):
    """Tells which order was chosen."""

    spoken_role = QAccessible.Role.Grouping

    sorted_by = Signal(object)
    grouping_wanted = Signal()
    folded = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="listhead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = self._short = self._order = ""
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count, self._time = _soft_label(), _soft_label()
        self._hint = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._hint.setProperty("soft", True)
        self._sort = QToolButton()
        self.menu = self._make_menu()
        self._sort.clicked.connect(self._open_menu)
        self._is_kept = False
        self._selected = 0
        self._counted = ""
        self.unread = UnreadSwitch(look)
        self._keep_key = ""
        self.keep = QToolButton()
        self.is_open = True
        self.fold = QToolButton()
        self.fold.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self._arrange()
        self.set_look(look)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        column.addLayout(self._line)
        for widget in (self._title, self._count, self._sort, self._time):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self._line.addWidget(self.unread)
        self._line.addWidget(self.keep)
        self._line.addWidget(self.fold)
        column.addWidget(self._hint)
        self._hint.hide()

    def _open_menu(self) -> None:
        """Below its button, with the order in force under the cursor of the keys."""
        self.menu.popup(self._sort.mapToGlobal(QPoint(0, self._sort.height())))
        self.menu.setActiveAction(next(one for one in self._choices.values() if one.isChecked()))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices: dict[Sort, QAction] = {}
        for sort, name in _NAMES.items():
            action = group.addAction(menu.addAction(text(name)))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, chosen=sort: self.sorted_by.emit(chosen))
            self._choices[sort] = action
        menu.addSeparator()
        self._by_day = menu.addAction(text("Group by day"))
        self._by_day.setCheckable(True)
        self._by_day.triggered.connect(self.grouping_wanted)
        return menu

    def show_by_day(self, *, by_day: bool) -> None:
        """Whether days stand over the articles of lists by date."""
        self._by_day.setChecked(by_day)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._look = look
        self._draw_fold()
        self._draw_keep()
        self.unread.set_look(look)
        self._title.setFont(look.sans(13, QFont.Weight.DemiBold))
        self._hint.setFont(look.sans(12))
        self.layout().setContentsMargins(px(24), px(5), px(12), px(6))  # type: ignore[union-attr]  # it was laid out
        self._line.setContentsMargins(0, 0, 0, 0)
        self._sort.setMinimumHeight(px(28))
        self._title.setMinimumHeight(px(28))
        self._sort.setStyleSheet(
            f"QToolButton {{ color: {look.theme.soft}; padding: {px(5)}px {px(4)}px {px(5)}px 0; }}"
        )

    def show_contents(self, contents: Contents, title: str) -> None:
        """Say what the list is."""
        search = contents.node.kind is NodeKind.SEARCH
        self._words = counted(contents.total, "result", "results") if search else title
        self._short = number(contents.total) if search else title
        self._counted = "" if search else _count_words(contents)
        self.unread.show_state(is_on=contents.unread_only)
        self.unread.setVisible(contents.node.kind is not NodeKind.UNREAD)
        self._show_count()
        self._time.setText(neutral(f"· {text('{count} ms', count=number(round(contents.ms)))}" if search else ""))
        self._order = f"· {text(_NAMES[contents.sort])} ▾"
        self._sort.setAccessibleName(f"{text('Order of the list')}: {text(_NAMES[contents.sort])}")
        self._sort.setVisible(contents.total > 1 and not contents.has_own_order)
        self._choices[contents.sort].setChecked(True)
        self._choices[Sort.RELEVANCE].setVisible(search)
        self._choices[Sort.ADDED].setVisible(contents.node.kind is NodeKind.COLLECTION)
        self._by_day.setEnabled(contents.is_by_date)
        self.fold.setVisible(search)
        self.keep.setVisible(search)
        self._show_hint("" if contents.is_unindexed else contents.hint)
        self._fit()

    def show_selected(self, count: int) -> None:
        """Say how many rows are selected, where it is more than one, in the place of how many there are."""
        self._selected = count
        self._show_count()
        self._fit()

    def _show_count(self) -> None:
        several = self._selected > 1
        words = text("{count} selected", count=number(self._selected)) if several else self._counted
        self._count.setText(neutral(f" · {words}") if words else "")
        self._count.setVisible(bool(words))
        self.setAccessibleName(f"{self._words}{self._count.text()}")

    def show_kept(self, *, kept: bool) -> None:
        """Whether the search that is shown is kept in the navigation."""
        if kept != self._is_kept:
            self._is_kept = kept
            self._draw_keep()

    def show_key(self, key: str) -> None:
        """Name the key that keeps a search."""
        self._keep_key = key
        self._draw_keep()

    def _draw_keep(self) -> None:
        theme, side = self._look.theme, self._look.px(16)
        colour = theme.accent if self._is_kept else theme.soft
        put_icon(self.keep, "keep-filled" if self._is_kept else "keep", colour, side)
        words = text("Keep this search no longer") if self._is_kept else text("Keep this search")
        words = with_key(words, self._keep_key)
        self.keep.setToolTip(words)
        self.keep.setAccessibleName(words)

    def set_open(self, *, is_open: bool) -> None:
        """Show the filters below, or fold them away; tell when that is a change."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._draw_fold()
            self.folded.emit(is_open)

    def _draw_fold(self) -> None:
        """An arrow that shows what a press does."""
        is_open, side = self.is_open, self._look.px(16)
        put_icon(self.fold, "up" if is_open else "down", self._look.theme.soft, side)
        words = text("Hide the filters") if is_open else text("Show the filters")
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)

    def _show_hint(self, hint: str) -> None:
        what, following = explain_code(hint, {}) if hint else ("", "")
        self._hint.setText(" ".join(part for part in (what, following) if part))
        self._hint.setVisible(bool(hint))

    def show_title(self, title: str, node: Node) -> None:
        """Say the title once it is known: the navigation may come after the list."""
        if node.kind is not NodeKind.SEARCH:
            self._words = self._short = title
            self._fit()
            self.setAccessibleName(f"{self._words}{self._count.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the title the room that the rest leaves. Where that is too little the time goes, then the order's name, then the noun or the end of the title."""
        wanted = self._title.fontMetrics().horizontalAdvance(self._words) + 2
        self._sort.setText(self._order)
        tight = self._free() < _LEAST_TITLE
        if tight:
            self._sort.setText(_MENU)
        self._time.setVisible(not tight and bool(self._time.text()) and self._room(self._time) >= wanted)
        short = self._short if wanted > self._room() else self._words
        words = self._title.fontMetrics().elidedText(short, Qt.TextElideMode.ElideRight, self._room())
        self._title.setText(words)
        self._title.setFixedWidth(self._title.fontMetrics().horizontalAdvance(words) + 2)
        self._title.setToolTip(self._words if words != self._words else "")

    def _room(self, *also: QWidget) -> int:
        """What is left for the title, with these shown too."""
        return max(_LEAST_TITLE, self._free(*also))

    def _free(self, *also: QWidget) -> int:
        shown = [one for one in (self._count, self._sort, self.unread, self.keep, self.fold) if not one.isHidden()]
        sides = self.layout().contentsMargins()  # type: ignore[union-attr]  # it was laid out
        return self.width() - sides.left() - sides.right() - sum(w.sizeHint().width() for w in (*shown, *also))


def _count_words(contents: Contents) -> str:
    if contents.unread_only:
        return text("{count} unread", count=number(contents.total - contents.kept))
    return number(contents.total)


def _soft_label() -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText)
    label.setProperty("soft", True)
    return label
