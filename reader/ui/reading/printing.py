"""Which printer or file, and which paper: what a reader is asked before a page is printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Put = Callable[[QPrinter], None]

_MARGINS = QMarginsF(27, 15, 27, 13)
_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where people print on Letter, by Unicode's CLDR (supplementalData, paperSize)."""
_used: list[Path] = []
"""The folder of the last file, or none yet. Nothing of it is written down."""


def ask_and_print(title: str, parent: QWidget, put: Put) -> None:
    """Let the reader choose a printer or a PDF file, then print."""
    printer = _printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(text("Print"))
    dialog.accepted.connect(lambda: put(printer))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.show()


def ask_and_save(title: str, parent: QWidget, put: Put) -> None:
    """Let the reader choose a file, then write the same pages into it as PDF. The folder used last is offered, in this run."""
    folder = next((one for one in _used if one.is_dir()), Path.home())
    dialog = QFileDialog(parent, text("Save as PDF"), str(folder / f"{_file_name(title)}.pdf"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([text("PDF files (*.pdf)")])
    dialog.setDefaultSuffix("pdf")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: _save(Path(name), title, put))
    dialog.open()


def _save(path: Path, title: str, put: Put) -> None:
    _used[:] = [path.parent]
    put(pdf_printer(path, title))


def _file_name(title: str) -> str:
    """A title without what a file's name may not hold."""
    return " ".join("".join(" " if sign in '<>:"/\\|?*' or sign < " " else sign for sign in title).split())[:80]


def pdf_printer(path: Path, title: str) -> QPrinter:
    """A printer that writes a PDF file."""
    printer = _printer(title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(paper_size(QLocale.system())))
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    return printer


def _printer(title: str) -> QPrinter:
    """As the system's own printer is set; where there is none, with the paper of the country."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Packhorse")
    if QPrinterInfo.defaultPrinter().isNull():
        printer.setPageSize(QPageSize(paper_size(QLocale.system())))
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    return printer


def paper_size(locale: QLocale) -> QPageSize.PageSizeId:
    """Letter or A4, as people use there."""
    return QPageSize.PageSizeId.Letter if locale.name().rpartition("_")[2] in _LETTER else QPageSize.PageSizeId.A4
