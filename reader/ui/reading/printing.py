"""Print the page that is shown: black on white, with its source and page numbers, whatever the theme on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from reader.ui.words import number, text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextImageFormat
    from PySide6.QtWidgets import QWidget

    from reader.ui.reading.browser import Browser

#: Pixels of the page to an inch of paper: 17 on the screen are 11 points in print.
_PIXELS = 110
_FOOT = 40


def ask_and_print(browser: Browser, title: str, source: str, parent: QWidget) -> None:
    """Let the reader choose a printer or a PDF file, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(text("Print"))
    dialog.accepted.connect(lambda: print_page(browser, printer, source))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.show()


def ask_and_save(browser: Browser, title: str, source: str, parent: QWidget) -> None:
    """Let the reader choose a file, then write the same pages into it as PDF."""
    dialog = QFileDialog(parent, text("Save as PDF"), str(Path.home() / f"{_file_name(title)}.pdf"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([text("PDF files (*.pdf)")])
    dialog.setDefaultSuffix("pdf")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: save_pdf(browser, Path(name), title, source))
    dialog.open()


def _file_name(title: str) -> str:
    """A title without what a file's name may not hold."""
    return " ".join("".join(" " if sign in '<>:"/\\|?*' or sign < " " else sign for sign in title).split())[:80]


def save_pdf(browser: Browser, path: Path, title: str, source: str) -> int:
    """Write what the browser shows as PDF pages of A4. Answers how many pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(20, 18, 20, 16), QPageLayout.Unit.Millimeter)
    printer.setDocName(title)
    printer.setOutputFileName(str(path))
    return print_page(browser, printer, source)


def print_page(browser: Browser, printer: QPrinter, source: str) -> int:
    """Print what the browser shows. ``source`` stands at the foot of each page. Answers how many pages."""
    document = browser.printable()
    _blacken(document)
    room = printer.pageRect(QPrinter.Unit.Inch)
    size = QSizeF(room.width() * _PIXELS, room.height() * _PIXELS - _FOOT)
    _shrink(document, size.width() / browser.measure)
    document.setPageSize(size)
    pages = document.pageCount()
    painter = QPainter(printer)
    try:
        painter.scale(printer.resolution() / _PIXELS, printer.resolution() / _PIXELS)
        for page in range(pages):
            if page:
                printer.newPage()
            _paint(painter, document, size, page)
            _paint_foot(painter, size, source, page + 1, pages)
    finally:
        painter.end()
    return pages


def _blacken(document: QTextDocument) -> None:
    """No colours of a dark theme on paper."""
    frame = document.rootFrame().frameFormat()
    frame.setMargin(0)
    frame.clearBackground()
    document.rootFrame().setFrameFormat(frame)
    block = document.begin()
    while block.isValid():
        _unhang(block)
        for piece in block:
            fragment = piece.fragment()
            shape = fragment.charFormat()
            if not shape.isImageFormat():
                _set_black(document, fragment.position(), fragment.length())
        block = block.next()


def _shrink(document: QTextDocument, share: float) -> None:
    """Pictures made for a page that is wider than the paper get their share of the paper."""
    block = document.begin()
    while share < 1 and block.isValid():
        for piece in block:
            fragment = piece.fragment()
            if fragment.charFormat().isImageFormat():
                _shrink_picture(document, fragment.position(), fragment.charFormat().toImageFormat(), share)
        block = block.next()


def _shrink_picture(document: QTextDocument, position: int, picture: QTextImageFormat, share: float) -> None:
    picture.setWidth(picture.width() * share)
    picture.setHeight(picture.height() * share)
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(picture)


def _unhang(block: QTextBlock) -> None:
    """Paper has no room beside the column in which a quotation mark could hang."""
    if block.blockFormat().textIndent() < 0:
        shape = block.blockFormat()
        shape.setTextIndent(0)
        QTextCursor(block).setBlockFormat(shape)


def _set_black(document: QTextDocument, position: int, length: int) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    black = QTextCharFormat()
    black.setForeground(QColor(Qt.GlobalColor.black))
    black.setBackground(QColor(Qt.GlobalColor.white))
    cursor.mergeCharFormat(black)


def _paint(painter: QPainter, document: QTextDocument, size: QSizeF, page: int) -> None:
    painter.save()
    painter.translate(0, -page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()


def _paint_foot(painter: QPainter, size: QSizeF, source: str, page: int, pages: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor(Qt.GlobalColor.black))
    foot = QRectF(0, size.height() + 16, size.width(), _FOOT - 16)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, source)
    words = text("{page} of {pages}", page=number(page), pages=number(pages))
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, words)
