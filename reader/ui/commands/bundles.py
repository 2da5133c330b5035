"""Bringing in editions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reader.ui.commands.group import Group, Key
from reader.ui.words import text

KEYS = (
    Key(("Ctrl+O",), "Bring in an edition", "open_bundle"),
    Key(("Shift+N",), "What is new in this edition", "show_new"),
    Key(("Ctrl+Shift+O",), "Look for sticks, or see what was found on one", "see_stick"),
    Key((), "Remove a publication", "remove_publication"),
    Key((), "Repair the library", "repair"),
)


class Bundles(Group):
    """Bringing in editions."""

    def open_bundle(self) -> None:
        """Choose a zip, or a folder or stick, and see what it brings."""
        self._window.syncing.choose_source()

    def show_new(self) -> None:
        """Show what the last edition brought."""
        self._window.arriving.show_new()

    def see_stick(self) -> None:
        """See what the line at the bottom tells of; or look for bundles on everything that is plugged in."""
        self._window.syncing.see_stick()

    def remove_publication(self) -> None:
        """Choose a publication where there are several; ask, then take it out of the library."""
        self._window.removing.choose()

    def repair(self) -> None:
        """Check all of the library, and mend what can be mended."""
        self._window.repair()

    def open_zip(self) -> None:
        """Choose a zip file."""
        dialog = QFileDialog(self._window, text("Open a bundle"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([text("Bundles (*.zip)"), text("All files (*)")])
        self._choose(dialog)

    def open_folder(self) -> None:
        """Choose a folder or a stick."""
        dialog = QFileDialog(self._window, text("Open a folder or a stick"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._choose(dialog)

    def _choose(self, dialog: QFileDialog) -> None:
        """Offer what is chosen. The window stays live meanwhile: no loop of events inside another."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._window.sync.open_source(Path(name)))
        dialog.open()
