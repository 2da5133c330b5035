"""Shows a page. It can load pictures that were handed to it and nothing else: no file, no network, no other scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QTextBrowser

from reader.model.link import Link
from reader.ui.mouse import is_step
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from reader.model.page import Page, PageStyle
    from reader.ui.theme import Look

_SIDE, _TOP, _BOTTOM = 32, 30, 72
_NARROW_SIDE = 18


class Browser(QTextBrowser):
    """A column of text in the middle of its room. Tells which link of ours was followed."""

    followed = Signal(object)
    width_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pictures: dict[str, QImage] = {}
        self._look = look
        self._measure = 660
        self._after = 0
        """The block at which begins what was put after the page, or 0."""
        self._beyond = 0.0
        self.setAccessibleName(text("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)
        self.anchorClicked.connect(self._follow)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._blank = QImage(1, 1, QImage.Format.Format_RGB32)
        self._blank.fill(QColor(look.theme.chip))
        self.verticalScrollBar().setSingleStep(look.px(24))

    def show_page(self, page: Page, pictures: dict[str, QImage], style: PageStyle) -> None:
        """Show another page from its top."""
        self._after, self._beyond = 0, 0.0
        self._pictures = pictures
        self._measure = style.measure
        font = self.document().defaultFont()
        font.setPixelSize(style.size)  # headings take their sizes from here, whatever the page's style says
        self.document().setDefaultFont(font)
        self.setHtml(page.html)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def add_after(self, page: Page) -> None:
        """Put more after what is shown. What is on the screen stays where it is, and what is selected stays so."""
        chosen, at = self.textCursor(), self.verticalScrollBar().value()
        anchor, position = chosen.anchor(), chosen.position()
        self._after = self.document().blockCount()
        self._insert_at_end(page)
        chosen.setPosition(anchor)
        chosen.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(chosen)
        self.verticalScrollBar().setValue(at)
        if self._beyond:
            self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
            self.scroll_to(self._beyond)

    def _insert_at_end(self, page: Page) -> None:
        more = QTextDocument()
        more.setDefaultFont(self.document().defaultFont())
        more.setHtml(page.html)
        first = more.begin()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        # A fragment's first line takes the shape of the line that it is put into.
        cursor.insertBlock(first.blockFormat(), first.charFormat())
        cursor.insertFragment(QTextDocumentFragment(more))
        cursor.endEditBlock()

    def add_picture(self, address: str, picture: QImage) -> None:
        """Show a picture that came later."""
        self._pictures[address] = picture
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), picture)
        self.viewport().update()

    def printable(self) -> QTextDocument:
        """A copy of what is shown, with its pictures, that can be changed and printed."""
        copy = self.document().clone()
        for address, picture in self._pictures.items():
            copy.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), picture)
        return copy

    def loadResource(self, kind: int, name: QUrl) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        return self._pictures.get(name.toString(), self._blank)

    def doSetSource(self, _name: QUrl, _kind: object = None) -> None:
        """A page never leads the browser elsewhere by itself."""

    def _follow(self, url: QUrl) -> None:
        link = Link.parse(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if link is not None:
            self.followed.emit(link)

    def room(self) -> int:
        """The widest column that fits, in pixels."""
        return max(200, self.viewport().width() - 2 * self._side())

    def _side(self) -> int:
        return _NARROW_SIDE if self.viewport().width() < 520 else _SIDE  # noqa: PLR2004  (a phone's width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if is_step(event):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.width_changed.emit()

    def _fit(self) -> None:
        """Keep the column in the middle by the margins of the whole text."""
        side = max(self._side(), (self.viewport().width() - self._measure) // 2)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() == side and shape.topMargin() == _TOP:
            return
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_TOP)
        shape.setBottomMargin(_BOTTOM)
        frame.setFrameFormat(shape)

    def fraction(self) -> float:
        """How far the page is scrolled: 0 at the top, 1 at its own end, more in what was put after it."""
        if not self._after:
            bar = self.verticalScrollBar()
            return bar.value() / bar.maximum() if bar.maximum() else 0.0
        return self.verticalScrollBar().value() / max(1, self._own_height() - self.viewport().height())

    def _own_height(self) -> int:
        """Pixels from the top to the end of the page without what was put after it."""
        layout, document = self.document().documentLayout(), self.document()
        if not self._after:
            layout.blockBoundingRect(document.lastBlock())  # lays out all of it, which Qt would put off
            return round(document.size().height())
        return round(layout.blockBoundingRect(document.findBlockByNumber(self._after)).top()) + _BOTTOM

    def scroll_to(self, fraction: float) -> None:
        """Scroll as far as it was. Further than the page's own end waits for ``add_after``."""
        if fraction <= 0:
            return
        most = max(0, self._own_height() - self.viewport().height())
        bar = self.verticalScrollBar()
        if not self._after:
            bar.setMaximum(most)  # Qt sets the same when it next looks; until then it holds an estimate
        bar.setValue(round(fraction * most))
        self._beyond = fraction if fraction > 1 else 0.0

    def page_by(self, step: int) -> bool:
        """Scroll by nearly a page down (1) or up (-1). Answers whether there was anything to scroll."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - self._look.px(40)))
        return bar.value() != before
