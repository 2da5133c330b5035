"""Shows a page. It can load pictures that were handed to it and nothing else: no file, no network, no other scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QCursor, QImage, QPainter, QTextCursor, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from reader.ui.focus import FocusEdge
from reader.ui.reading.block_place import position_of
from reader.ui.reading.dots import Dots
from reader.ui.reading.hanging import hang_quotes
from reader.ui.reading.link_steps import step
from reader.ui.reading.note_card import NoteCard, Notes
from reader.ui.reading.paragraph_numbers import ParagraphNumbers
from reader.ui.reading.pointing import Pointing, link_of
from reader.ui.reading.text_place import height_of, named, place_at, text_end
from reader.ui.spoken import announce
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from reader.model.page import Page
    from reader.model.page_style import PageStyle
    from reader.ui.theme import Look

_SIDE, _TOP, _BOTTOM = 32, 30, 72
_NARROW_SIDE = 18
_AIR = 28
_FIGURE = 11
_PICTURE = "\ufffc"


class Browser(FocusEdge, Pointing):
    """A column of text in the middle of its room. Tells which link of ours was followed."""

    followed = Signal(object)
    width_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._pictures: dict[str, QImage] = {}
        self._look = look
        self._own: QTextDocument | None = None
        self.measure = 660
        self.holds_two = self._mirrored = False
        self._end = 1
        self._held = (0, 0.0)
        self._beyond = 0.0
        self._numbers: ParagraphNumbers | None = None
        self._dots: Dots | None = None
        self.setAccessibleName(text("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)
        self.note = NoteCard(look, self)
        self._notes = Notes(self.note)
        self.note.followed.connect(self._follow)
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover)
        self.verticalScrollBar().valueChanged.connect(self._notes.dismiss)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.note.set_look(look)
        self._blank = QImage(1, 1, QImage.Format.Format_RGB32)
        self._blank.fill(QColor(look.theme.chip))
        self.verticalScrollBar().setSingleStep(look.px(24))

    def show_page(self, page: Page, pictures: dict[str, QImage], style: PageStyle) -> None:
        """Show another page from its top."""
        self._beyond = 0.0
        self._pictures = pictures
        self.measure = style.measure_for(page.language)
        self.holds_two = bool(page.beside)
        self._mirrored = self.holds_two and style.right_to_left
        if page.beside:  # or its one table is laid out three times, as the bar goes and comes again
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._numbers = self._dots = None
        self._put(self._made(page.html, style.size))
        self._end = text_end(self.document())
        self._numbers = ParagraphNumbers(self.document(), holds_two=self.holds_two) if style.numbered else None
        self._dots = Dots(self.document())
        self._fit(self.document())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().setValue(0)
        self._held = (0, 0.0)
        self._notes.set_notes(dict(page.notes), right_to_left=page.right_to_left)

    def _made(self, html: str, size: int) -> QTextDocument:
        """A document made apart, so that Qt lays it out once: with its margins, and its quotation marks hung."""
        document = QTextDocument(self)  # whose parent is asked for pictures
        document.setUndoRedoEnabled(False)
        font = self.document().defaultFont()
        font.setPixelSize(size)  # headings take their sizes from here, whatever the page's style says
        document.setDefaultFont(font)
        document.setHtml(html)
        hang_quotes(document)
        self._fit(document)
        return document

    def _put(self, document: QTextDocument) -> None:
        former, self._own = self._own, document
        self.setDocument(document)
        if former is not None:  # the first one is the widget's, and goes by itself
            former.deleteLater()

    def add_after(self, page: Page) -> None:
        """Put more after what is shown. What is on the screen stays where it is, and what is selected stays so."""
        chosen, at = self.textCursor(), self.verticalScrollBar().value()
        anchor, position = chosen.anchor(), chosen.position()
        self._insert_at_end(page)
        self._dots = Dots(self.document())
        chosen.setPosition(anchor)
        chosen.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(chosen)
        self.verticalScrollBar().setValue(at)
        if self._beyond:
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, top = QPainter(self.viewport()), self.verticalScrollBar().value()
        painter.translate(0, -top)
        part = QRectF(event.rect().translated(0, top))
        if self._dots is not None:
            self._dots.cover(painter, part, self._look.colour("paper"))
        if self._numbers is not None:
            painter.setFont(self._look.sans(_FIGURE))
            painter.setPen(self._look.colour("soft"))
            self._numbers.paint(painter, part)
        painter.end()

    def loadResource(self, kind: int, name: QUrl) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        return self._pictures.get(name.toString(), self._blank)

    def doSetSource(self, _name: QUrl, _kind: object = None) -> None:
        """A page never leads the browser elsewhere by itself."""

    def _follow(self, url: QUrl) -> None:
        link = link_of(url)
        if link is not None:
            self.followed.emit(link)

    def _activate(self, url: QUrl) -> None:
        """Follow a link. A term, or the mark of a footnote, is read in place first; pressed once more it leads away."""
        if (link := link_of(url)) is not None and self._notes.ask(link, self._beside()):
            return
        self._notes.dismiss()
        self._follow(url)

    def _hover(self, url: QUrl) -> None:
        if self.viewport().underMouse():
            self._notes.hover(str(link_of(url) or ""), self._under_mouse())

    def _under_mouse(self) -> QRect:
        at = self.viewport().mapFromGlobal(QCursor.pos())
        return self._to_card(self.cursorRect(self.cursorForPosition(at)))

    def _beside(self) -> QRect:
        """Where the link is that has the keyboard's focus, or that was pressed."""
        cursor = self.textCursor()
        return self._to_card(self.cursorRect(cursor)) if cursor.charFormat().isAnchor() else self._under_mouse()

    def _to_card(self, place: QRect) -> QRect:
        return place.translated(self.viewport().pos())

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes from link to link, and what a link says is shown, and spoken: to screen readers a page is one text without links."""
        if step(self, forward=next_one):
            self._notes.show_at(str(link_of(QUrl(self.textCursor().charFormat().anchorHref())) or ""), self._beside())
            shown = " ".join(self.textCursor().selectedText().replace(_PICTURE, "").split()) or text("Picture")
            said = self.note.accessibleName() if self.note.isVisible() else ""
            announce(self, ", ".join(filter(None, (shown, text("link"), said))))
            return True
        self._notes.dismiss()
        return bool(QAbstractScrollArea.focusNextPrevChild(self, next_one))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._notes.dismiss()
        super().focusOutEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """What a link says is shown by the card, not by a tip besides."""
        if event.type() == QEvent.Type.ToolTip:
            return True
        return super().viewportEvent(event)

    def room(self) -> int:
        """The widest column that fits, in pixels."""
        return max(200, self.viewport().width() - 2 * self._side())

    def _side(self) -> int:
        return _NARROW_SIDE if self.viewport().width() < 520 else _SIDE  # noqa: PLR2004  (a phone's width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.fraction()
        super().resizeEvent(event)
        self._fit(self.document())
        if event.size().width() != event.oldSize().width():
            self.scroll_to(place)
        self.width_changed.emit()

    def _fit(self, document: QTextDocument) -> None:
        """Keep the column in the middle by the margins of the whole text."""
        side = max(self._side(), (self.viewport().width() - self.measure) // 2)
        frame = document.rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() == side and shape.topMargin() == _TOP:
            return
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_TOP)
        shape.setBottomMargin(_BOTTOM)
        frame.setFrameFormat(shape)

    def top(self, *, inside: bool = False) -> int:
        """The position in the article's own text at the top of what is seen; ``inside``: of what is well in sight."""
        side = round(self.document().rootFrame().frameFormat().leftMargin())
        across = self.viewport().width() - side - 2 if self._mirrored else side
        return self.cursorForPosition(QPoint(across, self._look.px(_AIR + 4) if inside else 0)).position()

    def fraction(self) -> float:
        """Which words stand at the top (see ``text_place``). Unchanged while nobody scrolls, however often the text is set."""
        value = self.verticalScrollBar().value()
        if value == self._held[0]:
            return self._held[1]
        return place_at(self.document(), value, self._end) if value else 0.0

    def progress(self) -> float:
        """How much of the article's own text was on the screen, when it was read from its top: 0 to 1."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        return min(1.0, place_at(self.document(), bottom, self._end))

    def scroll_to(self, fraction: float) -> None:
        """Bring the same words to the top. A place among stories that are to come waits for ``add_after``.

        The whole text is laid out first, which Qt would put off.
        """
        if fraction <= 0:
            return
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        most = max(0, round(self.document().size().height()) - self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setMaximum(most)  # Qt sets the same when it next looks; until then it holds an estimate
        height = round(height_of(self.document(), fraction, self._end))
        bar.setValue(height)
        self._held = (bar.value(), fraction)
        self._beyond = fraction if height > most else 0.0

    def reveal(self, position: int) -> None:
        """Scroll to a place in the text, with some of what stands before it, unless it is well in sight already."""
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())  # Qt would put off the layout
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        place, height, bar = self.cursorRect(cursor), self.viewport().height(), self.verticalScrollBar()
        if place.top() < self._look.px(_AIR) or place.bottom() > height - self._look.px(_AIR) * 2:
            bar.setMaximum(max(0, round(self.document().size().height()) - height))
            bar.setValue(bar.value() + place.top() - height // 3)

    def last_above(self, anchors: Sequence[str]) -> str:
        """Of these anchors, in the page's order, the last that stands at the top of what is seen or above it."""
        top = self.verticalScrollBar().value() + self._look.px(_AIR) * 2
        layout, last = self.document().documentLayout(), ""
        for anchor in anchors:
            at = named(self.document(), anchor)
            if at < 0 or layout.blockBoundingRect(self.document().findBlock(at)).top() > top:
                break
            last = anchor
        return last

    def has_anchor(self, anchor: str) -> bool:
        """Whether it can be gone to."""
        return position_of(self.document(), anchor) >= 0

    def go_to_anchor(self, anchor: str) -> None:
        """Scroll to an anchor (empty: the top), and put the cursor there, so that Tab goes on from it."""
        at = position_of(self.document(), anchor)
        if at < 0:
            return
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())  # Qt would put off the layout
        bar = self.verticalScrollBar()
        bar.setMaximum(max(0, round(self.document().size().height()) - self.viewport().height()))
        top = self.document().documentLayout().blockBoundingRect(self.document().findBlock(at)).top()
        bar.setValue(round(top) - self._look.px(_AIR) if at else 0)

    def page_by(self, step: int) -> bool:
        """Scroll by nearly a page down (1) or up (-1). Answers whether there was anything to scroll."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - self._look.px(40)))
        return bar.value() != before
