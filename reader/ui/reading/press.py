"""Puts a page on paper, or into a PDF file, in whatever thread this is called: Qt's texts, printers and PDF writers need no window.

A file is written whole or not at all. A printer is told to forget what it has when the work is stopped.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QSizeF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from reader.errors import PackhorseError, StoreError
from reader.model.change import Progress, Report, Stage, silent
from reader.ui.reading.printout import PIXELS, Printout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from reader.ui.reading.paper import Sheet


def put_on_paper(sheet: Sheet, printer: QPrinter, report: Report = silent, *, addresses: bool = True) -> int:
    """Print a page, or write it into the printer's file; with ``addresses``, those of links that lead outside are written out.

    Answers how many sheets.

    Raises:
        StoreError: ``paper-unwritten``, ``printer-refuses``.
        Cancelled: the report stopped it.
    """
    _dispatcher = QEventLoop()  # texts start timers, for which a thread of Python's has no dispatcher of events
    put = _write if printer.outputFileName() else _print
    try:
        return put(sheet, printer, report, addresses=addresses)
    except PackhorseError as error:
        raise error.with_traceback(
            None
        ) from error.__cause__  # or the text would live on in it, and end in another thread


def _print(sheet: Sheet, printer: QPrinter, report: Report, *, addresses: bool) -> int:
    painter = QPainter()
    if not painter.begin(printer):
        raise StoreError("printer-refuses", printer=printer.printerName())
    try:
        return _paint(sheet, painter, printer.pageLayout(), printer.newPage, report, addresses=addresses)
    except PackhorseError:
        printer.abort()
        raise
    finally:
        painter.end()


def _write(sheet: Sheet, printer: QPrinter, report: Report, *, addresses: bool) -> int:
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setPageLayout(printer.pageLayout())
    writer.setResolution(printer.resolution())
    writer.setTitle(printer.docName())
    writer.setCreator(printer.creator())
    painter = QPainter(writer)
    try:
        count = _paint(sheet, painter, printer.pageLayout(), writer.newPage, report, addresses=addresses)
    finally:
        painter.end()
    _replace(Path(printer.outputFileName()), bytes(written.data().data()))
    return count


def _paint(
    sheet: Sheet,
    painter: QPainter,
    layout: QPageLayout,
    turn: Callable[[], bool],
    report: Report,
    *,
    addresses: bool,
) -> int:
    room, sharpness = layout.paintRect(QPageLayout.Unit.Inch), painter.device().logicalDpiX()
    size = QSizeF(room.width() * PIXELS, room.height() * PIXELS)
    printout = Printout(sheet, size, report, addresses=addresses)
    painter.scale(sharpness / PIXELS, sharpness / PIXELS)
    for at in range(printout.count):
        report(Progress(Stage.PRINT, at, printout.count, "pages"))
        if at:
            turn()
        printout.paint(painter, at)
    report(Progress(Stage.PRINT, printout.count, printout.count, "pages"))
    return printout.count


def _replace(path: Path, data: bytes) -> None:
    """Put a file in place of what was there, once all of it is on the disk."""
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise StoreError("paper-unwritten", file=str(path), reason=error.strerror or str(error)) from error
