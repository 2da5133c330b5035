"""The card over the window: a title, what stands under it, a page, a bar, a line, and up to three buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.push_button import PushButton
from reader.ui.sync.labels import PassingLabel, PlainLabel
from reader.ui.words import running, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.sync.found_page import FoundPage
    from reader.ui.sync.offer_page import OfferPage
    from reader.ui.sync.trouble_page import TroublePage
    from reader.ui.theme import Look

    Page: TypeAlias = FoundPage | OfferPage | TroublePage
    Action = tuple[str, Callable[[], None]]

_WIDTH, _HEIGHT, _SHORT, _MARGIN = 760, 640, 280, 24
_FOOT = 90
_NARROW = 520
_STEPS = 1000


class Card(QWidget):
    """Covers its parent and keeps the focus. What it shows and does is said by whoever derives from it."""

    spoken_role = QAccessible.Role.Dialog

    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, objectName="veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._card = QFrame(self, objectName="card")
        self.setAccessibleName(text("Sync"))
        self._shown: Page | None = None
        self.pressed: QWidget | None = None
        self._actions: list[Callable[[], None]] = [_nothing] * 3
        self._build()
        self.set_look(look)
        self.hide()

    def _build(self) -> None:
        self._title, self._age, self._now = PlainLabel(), PlainLabel(soft=True), PassingLabel()
        self._choice = QComboBox()
        self._choice.setAccessibleDescription(text("Publication"))
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setAccessibleName(text("Progress"))
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self._card)
        for widget in (self._title, self._age, self._choice):
            self._column.addWidget(widget)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._now)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self._third, self._second, self._first = PushButton(), PushButton(), PushButton()
        self._first.setDefault(True)
        for place, button in enumerate((self._first, self._second, self._third)):
            button.clicked.connect(partial(self._act, place))
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(line)
        line.addWidget(self._third)
        line.addStretch(1)
        line.addWidget(self._second)
        line.addWidget(self._first)

    def _act(self, place: int, _checked: bool = False) -> None:
        self.pressed = (self._first, self._second, self._third)[place]
        self._actions[place]()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes; the page that is shown keeps its sizes."""
        self._look = look
        self._title.setFont(look.serif(20, QFont.Weight.DemiBold))
        self._age.setFont(look.sans(13))
        self._now.setFont(look.sans(13))
        self._column.setSpacing(look.px(10))
        self._line.setSpacing(look.px(10))
        if self._shown is not None:
            self._shown.set_look(look)
        self.fit()

    def _say(self, title: str, under: str) -> None:
        """Begin another state: these words, and nothing else yet."""
        self._title.setText(running(title))
        self._age.setText(running(under))
        self._age.setVisible(bool(under))
        self._first.setAccessibleDescription(f"{title}. {under}")
        self._choice.hide()
        self._bar.hide()
        self._now.setText("")
        self._show_page(None)

    def _show_page(self, page: Page | None) -> None:
        if self._shown is not None:
            self._scroll.takeWidget()
            self._shown.deleteLater()
        self._shown = page
        policy = Qt.ScrollBarPolicy
        # Where nothing is shown, Qt would let the bar of what is gone stand.
        self._scroll.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if page is None else policy.ScrollBarAsNeeded)
        if page is not None:
            self._scroll.setWidget(page)
        self._place_card()

    def _set_buttons(self, first: Action, second: Action | None = None, third: Action | None = None) -> None:
        for place, (button, action) in enumerate(((self._first, first), (self._second, second), (self._third, third))):
            button.setVisible(action is not None)
            button.setEnabled(True)
            button.setText(action[0] if action else "")
            self._actions[place] = action[1] if action else _nothing
        self._place_card()

    def _run_bar(self, fraction: float | None) -> None:
        """Show how far it is; None: nobody knows yet."""
        self._bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self._bar.setValue(round(_STEPS * fraction))
        self._bar.show()

    def _appear(self) -> None:
        self.opened.emit()
        self.setGeometry(self.parentWidget().rect())
        self._place_card()
        self.show()
        self.raise_()
        self._first.setFocus()

    def _lead_to(self, widget: QWidget) -> None:
        """Give the focus to a part of the card while it is seen: Qt would give it to what is hidden, too, and keys were lost."""
        if not self.isHidden():
            widget.setFocus()

    def close_panel(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._first).click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The focus stays in the card while it is there."""
        widget = self.focusWidget()
        chain = [
            one
            for one in self._card.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if chain:
            at = chain.index(widget) if widget in chain else -1
            chain[(at + (1 if forward else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def fit(self) -> None:
        """Cover the window, which has another size."""
        if not self.isHidden():
            self.setGeometry(self.parentWidget().rect())
            self._place_card()

    def _place_card(self) -> None:
        px = self._look.px
        room = px(_MARGIN) if self.width() > px(_NARROW) else px(8)
        width = min(px(_WIDTH), self.width() - 2 * room)
        self._set_margins(width)
        height = min(px(_HEIGHT), self._wanted_height(width), self.height() - 2 * room)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _wanted_height(self, width: int) -> int:
        """So much that the page need not be scrolled, with room about what stands above and below it."""
        px, margins = self._look.px, self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        page = max(self._shown.heightForWidth(inner), self._shown.sizeHint().height()) if self._shown else 0
        labels = sum(label.heightForWidth(inner) for label in (self._title, self._age) if not label.isHidden())
        foot = self._line.sizeHint().height() + px(_FOOT)
        return max(px(_SHORT), margins.top() + labels + page + foot + margins.bottom())

    def _set_margins(self, width: int) -> None:
        """A narrow card has its buttons one above the other, the likeliest first."""
        px = self._look.px
        narrow = width < px(_NARROW)
        self._column.setContentsMargins(
            *((px(18), px(18), px(18), px(16)) if narrow else (px(36), px(30), px(36), px(28)))
        )
        upright, lying = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(upright if narrow else lying)


def _nothing() -> None:
    pass
