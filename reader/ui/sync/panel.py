"""The card over the window, and the states of a sync: look, offer, run, done or failed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.errors import Cancelled
from reader.model.publication import localized
from reader.ui.faults import explain
from reader.ui.jobs import Task
from reader.ui.news import is_news
from reader.ui.sync import work
from reader.ui.sync.offer_page import OfferPage
from reader.ui.words import language, text

if TYPE_CHECKING:
    from pathlib import Path

    from reader.errors import PackhorseError
    from reader.model.change import ChangeSet, Offer, Progress
    from reader.ui.jobs import Lane
    from reader.ui.theme import Look

_WIDTH, _HEIGHT, _SHORT, _MARGIN = 760, 640, 280, 24
_STEPS = 1000


class SyncPanel(QWidget):
    """Covers its parent. Closing it while a sync runs lets the sync go on."""

    text_ready = Signal()
    opened = Signal()
    finished = Signal(object)
    closed = Signal()
    progressed = Signal(str)
    settled = Signal()
    new_wanted = Signal()
    _progress = Signal(object)

    def __init__(self, lane: Lane, look: Look, parent: QWidget) -> None:
        super().__init__(parent, objectName="veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lane = lane
        self._look = look
        self._path: Path | None = None
        self._task: Task | None = None
        self._pace = work.Pace()
        self._page: OfferPage | None = None
        self._offers: tuple[Offer, ...] = ()
        self._card = QFrame(self, objectName="card")
        self._card.setAccessibleName(text("Sync"))
        self._build()
        self._progress.connect(self._show_progress)
        self.hide()

    def _build(self) -> None:
        px, look = self._look.px, self._look
        self._title, self._age, self._now = (
            _words(look.serif(20, QFont.Weight.DemiBold)),
            _words(look.sans(13)),
            _words(look.sans(13)),
        )
        self._age.setProperty("soft", True)
        self._now.setProperty("soft", True)
        self._choice = QComboBox()
        self._choice.setAccessibleName(text("Publication"))
        self._choice.activated.connect(self._show_offer)
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(px(36), px(30), px(36), px(28))
        column.setSpacing(px(10))
        for widget in (self._title, self._age, self._choice):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)
        column.addWidget(self._now)
        column.addStretch()
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self._second, self._first = QPushButton(), QPushButton()
        self._first.setDefault(True)
        self._second.clicked.connect(lambda _checked: self._do_second())
        self._first.clicked.connect(lambda _checked: self._do_first())
        line = QHBoxLayout()
        line.setContentsMargins(0, self._look.px(10), 0, 0)
        line.setSpacing(self._look.px(10))
        line.addStretch(1)
        line.addWidget(self._second)
        line.addWidget(self._first)
        return line

    @property
    def running(self) -> bool:
        """Whether a sync is under way."""
        return self._task is not None

    def open_source(self, path: Path) -> None:
        """Look at a source and show what it offers."""
        if self.running:
            self._appear()
            return
        self._path = path
        self._say(work.source_name(path), text("Looking at what it brings …"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._set_buttons((text("Close"), self.close_panel), None)
        self._appear()
        self._lane.ask("offers", partial(work.look, path=path), self._show_offers, self._show_error)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes from the next source on."""
        self._look = look

    def show_again(self) -> None:
        """Show the sync that runs."""
        self._appear()

    def _appear(self) -> None:
        self.opened.emit()
        self.setGeometry(self.parentWidget().rect())
        self._place_card()
        self.show()
        self.raise_()
        self._first.setFocus()

    def close_panel(self) -> None:
        """Go away. A sync that runs goes on."""
        self.hide()
        self._lane.forget("offers")
        self.closed.emit()

    def stop(self) -> None:
        """Cancel what runs: the window closes. The next sync goes on from there."""
        if self._task is not None:
            self._task.cancel()

    def _say(self, title: str, under: str) -> None:
        self._title.setText(title)
        self._age.setText(under)
        self._choice.hide()
        self._take_page()
        self._bar.hide()
        self._now.setText("")

    def _take_page(self) -> None:
        if (old := self._scroll.takeWidget()) is not None:
            old.deleteLater()
        self._scroll.hide()  # or it takes the room that the words need
        self._page = None
        self._place_card()

    def _set_buttons(self, first: tuple[str, object] | None, second: tuple[str, object] | None) -> None:
        for button, name, given in ((self._first, "_do_first", first), (self._second, "_do_second", second)):
            button.setVisible(given is not None)
            setattr(self, name, given[1] if given else _nothing)
            if given:
                button.setText(str(given[0]))

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self._choice.clear()
        self._choice.addItems([localized(offer.titles, language(), offer.publication) for offer in offers])
        self._show_offer(0)

    def _show_offer(self, place: int) -> None:
        assert self._path is not None
        offer = self._offers[place]
        self._say(work.headline(offer, self._path), work.age(offer))
        self._choice.setVisible(len(self._offers) > 1)
        self._page = OfferPage(offer, self._look)
        self._scroll.setWidget(self._page)
        self._scroll.show()
        self._place_card()
        if work.is_up_to_date(offer):
            self._now.setText(text("You have all of this already."))
            self._set_buttons((text("Close"), self.close_panel), None)
        else:
            self._set_buttons((text("Bring it in"), self._start), (text("Not now"), self.close_panel))
        self._first.setFocus()
        self.settled.emit()

    def _start(self) -> None:
        assert self._page is not None
        assert self._path is not None
        page, offer = self._page, self._page.offer
        self._task = Task(self._progress.emit)
        self._pace = work.Pace()
        self._choice.hide()
        self._bar.setRange(0, 0)
        self._bar.show()
        run = partial(
            work.bring,
            path=self._path,
            tiers=page.tiers,
            publication=offer.publication,
            fingerprint=page.fingerprint,
            task=self._task,
        )
        page.freeze()
        self._set_buttons((text("Close"), self.close_panel), (text("Pause"), self._pause))
        self._lane.ask("sync", run, self._show_done, self._show_error)

    def _show_progress(self, progress: Progress) -> None:
        if self._task is None:
            return
        had_text = self._pace.text_is_here
        words = self._pace.words(progress)
        self._now.setText(words)
        self.progressed.emit(words)
        self._bar.setRange(0, _STEPS if progress.total else 0)
        if progress.total:
            self._bar.setValue(round(_STEPS * progress.done / progress.total))
        if self._pace.text_is_here and not had_text:
            self._set_buttons((text("Read now"), self.close_panel), (text("Pause"), self._pause))
            self.text_ready.emit()

    def _pause(self) -> None:
        if self._task is not None:
            self._task.pause()
            self._now.setText(text("Paused. What is here stays here."))
            self._set_buttons((text("Go on"), self._go_on), (text("Stop"), self._cancel))

    def _go_on(self) -> None:
        if self._task is not None:
            self._task.go_on()
            first = text("Read now") if self._pace.text_is_here else text("Close")
            self._set_buttons((first, self.close_panel), (text("Pause"), self._pause))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_done(self, change: ChangeSet) -> None:
        self._task = None
        title = localized(self._page.offer.titles, language()) if self._page else ""
        self._say(
            text("{title}, edition {serial}, is in the library", title=title, serial=change.to_serial),
            work.summary(change),
        )
        if change.absent:
            self._now.setText(
                text("{count} parts are not at this source. Another stick may have them.", count=change.absent)
            )
        news = (text("What is new"), self._show_new) if is_news(change) else None
        self._set_buttons((text("Read now"), self.close_panel), news)
        self._first.setFocus()
        self.progressed.emit("")
        self.finished.emit(change)
        self.settled.emit()

    def _show_new(self) -> None:
        self.new_wanted.emit()
        self.close_panel()

    def _show_error(self, error: PackhorseError) -> None:
        self._task = None
        what, following = explain(error)
        self._say(text("Stopped") if isinstance(error, Cancelled) else text("This cannot be brought in"), "")
        self._age.setText(f"{what}\n\n{following}")
        self._set_buttons((text("Close"), self.close_panel), (text("Try again"), self._again))
        self._now.setText("")
        self._place_card()
        self._first.setFocus()
        self.progressed.emit("")
        self.settled.emit()

    def _again(self) -> None:
        if self._path is not None:
            self.open_source(self._path)

    def details(self) -> str:
        """What is said, to copy."""
        return f"{self._title.text()}\n{self._age.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._first.click()
        elif event.key() == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QGuiApplication.clipboard().setText(self.details())
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
        width = min(px(_WIDTH), self.width() - 2 * px(_MARGIN))
        wanted = px(_HEIGHT) if self._page else max(px(_SHORT), self._card.heightForWidth(width))
        height = min(wanted, self.height() - 2 * px(_MARGIN))
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)


def _words(font: QFont) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setFont(font)
    return label


def _nothing() -> None:
    pass
