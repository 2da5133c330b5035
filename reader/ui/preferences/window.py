"""The window of all preferences: sections at the left, a field above that finds settings by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.keyed_row import KeyedRow
from reader.ui.preferences.chooser import Chooser
from reader.ui.spoken import announce_rows
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.ui.preferences.block import Block
    from reader.ui.theme import Look

_SIZE, _NARROW, _SIDE = (820, 600), 520, 150
_REST = 1000
"""Below what is found stays empty all that it does not need."""
_INTO = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PreferencesWindow(QDialog):
    """Everything is in effect at once, so there is nothing to confirm; Esc clears the search, then closes."""

    def __init__(self, blocks: Sequence[Block], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("Preferences"))
        self.blocks = blocks
        self._make_head()
        self._make_body()
        self._arrange()
        self.set_look(look)
        self._fit_parent(parent)
        self.show_section(0)
        self.field.setFocus()
        QGuiApplication.instance().focusObjectChanged.connect(self._keep_in_sight)

    def _make_head(self) -> None:
        self.field = QLineEdit(objectName="search", clearButtonEnabled=False)
        self.field.setPlaceholderText(text("Search the preferences"))
        self.field.setAccessibleName(text("Search the preferences"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.choice = Chooser(text("Sections"))
        self.list = QListWidget(objectName="sections")
        self.list.setAccessibleName(text("Sections"))
        announce_rows(self.list)
        for chooser in (self.choice, self.list):
            chooser.addItems([block.name for block in self.blocks])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self.show_section)
        self.list.itemClicked.connect(lambda _item: self.show_section(self.list.currentRow()))
        self.choice.activated.connect(self.show_section)

    def _make_body(self) -> None:
        self._page = QWidget(objectName="page")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._page)
        self._none = QLabel(text("No setting is called that."))
        self._none.setProperty("soft", True)
        self._column.addWidget(self._none)
        for block in self.blocks:
            self._column.addWidget(block, 1 if block.fills else 0)
        self._column.addStretch(0)
        self._end = self._column.count() - 1
        self.area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._page)

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head, body = QVBoxLayout(), QHBoxLayout()
        whole.addLayout(self._head)
        whole.addLayout(body, 1)
        self._head.addWidget(self.field)
        self._head.addWidget(self.choice)
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(self.area, 1)

    def _fit_parent(self, parent: QWidget) -> None:
        room = parent.window().size()
        px = self._look.px
        self.resize(min(px(_SIZE[0]), room.width() - 16), min(px(_SIZE[1]), room.height() - 16))

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._look = look
        self._head.setContentsMargins(px(16), px(12), px(16), px(12))
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(px(28), px(20), px(24), px(8))
        self._column.setSpacing(px(16))
        self.list.setItemDelegate(KeyedRow(look, self.list))
        self.list.setFixedWidth(px(_SIDE))
        for block in self.blocks:
            block.set_look(look)
        self._fit()

    def refresh(self) -> None:
        """Something was chosen elsewhere: show it."""
        for block in self.blocks:
            block.refresh()

    # What is shown

    @property
    def shown(self) -> list[Block]:
        """The sections that are seen."""
        return [block for block in self.blocks if not block.isHidden()]

    def show_section(self, place: int) -> None:
        """Show one section, and all of it."""
        if self.field.text():
            with QSignalBlocker(self.field):
                self.field.clear()
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(place)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.setStretch(self._end, 0)
        self.choice.setCurrentIndex(place)
        self._none.hide()
        for at, block in enumerate(self.blocks):
            block.search("")
            block.setVisible(at == place)
        self.area.verticalScrollBar().setValue(0)

    def show_block(self, kind: type[Block]) -> None:
        """Show the section of a kind, and go into it."""
        self.show_section(next(place for place, block in enumerate(self.blocks) if isinstance(block, kind)))
        self._enter_shown()

    def _search(self, typed: str) -> None:
        """Show what fits in all sections; without words, the section that was shown before."""
        typed = typed.strip()
        if not typed:
            self.show_section(max(0, self.choice.currentIndex()))
            return
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab would choose its first row
        found = [block.search(typed) for block in self.blocks]
        for block, fits in zip(self.blocks, found, strict=True):
            block.setVisible(fits)
        self._column.setStretch(self._end, _REST)
        self._none.setVisible(not any(found))
        self.area.verticalScrollBar().setValue(0)

    # Keys and room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field Esc clears, then leaves; Down and Enter go on into what is shown."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        if event.key() in _INTO:
            self._enter()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """To the list of sections; while searching, to the first thing found."""
        if not self.field.text() and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._enter_shown()

    def _enter_shown(self) -> None:
        inside = (one for block in self.shown for one in block.findChildren(QWidget))
        first = next((one for one in inside if one.isVisible() and _is_stop(one)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_sight(self, focused: QObject | None) -> None:
        """Scroll to what has the keys, once it has its place."""
        if isinstance(focused, QWidget) and self._page.isAncestorOf(focused):
            QTimer.singleShot(0, focused, lambda: self.area.ensureWidgetVisible(focused))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._look.px(_NARROW)
        self.list.setVisible(not narrow)
        self.choice.setVisible(narrow)


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops here: of buttons of which one is pressed, only at that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    pressed = group.checkedButton() if group is not None else None
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and pressed in {None, widget}
