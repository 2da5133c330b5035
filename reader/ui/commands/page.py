"""The page that is read: finding in it, its size, and taking it along."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from reader.ui.commands.group import Key, PageGroup
from reader.ui.words import text

KEYS = (
    Key(("Ctrl+F",), "Find in the article", "find"),
    Key(("F3",), "Next place found", "find_next"),
    Key(("Shift+F3",), "Previous place found", "find_previous"),
    Key(("C",), "Contents of the article", "contents"),
    Key(("Ctrl++", "Ctrl+="), "Larger text", "zoom_in"),
    Key(("Ctrl+-",), "Smaller text", "zoom_out"),
    Key(("Ctrl+0",), "Ordinary text", "zoom_reset"),
    Key(("Ctrl+P",), "Print", "print_page"),
    Key(("Ctrl+Shift+P",), "Save as PDF", "save_pdf"),
    Key((), "Number the paragraphs, or no longer", "switch_numbers"),
    Key((), "Write out addresses on paper, or no longer", "switch_addresses"),
    Key(("Ctrl+Shift+C",), "Copy with citation", "copy_with_citation"),
)


class PageCommands(PageGroup):
    """The page that is read: finding in it, its size, and taking it along."""

    def find(self) -> None:
        """Find in the article."""
        if self._window.reading.prepared is not None:
            self._window.reveal_page()
            self._window.reading.find_bar.open_bar()

    def open_menu(self) -> None:
        """Open the menu of what has the focus, as the Menu key does, which many keyboards lack."""
        focused = QApplication.focusWidget()
        if focused is not None:
            at = focused.rect().center()
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focused.mapToGlobal(at))
            QApplication.sendEvent(focused, asked)

    def find_next(self) -> None:
        """The next place found: in the find bar, or of the search that the article was opened from."""
        self._step_found(1)

    def find_previous(self) -> None:
        """The previous place found."""
        self._step_found(-1)

    def _step_found(self, by: int) -> None:
        reading = self._window.reading
        if reading.find_bar.isHidden() and not reading.found:
            self.find()
        else:
            self._window.reveal_page()
            (reading.found if reading.find_bar.isHidden() else reading.find_bar).step(by)

    def contents(self) -> None:
        """Go to a heading of the article."""
        window = self._window
        if window.reading.prepared is not None and window.bar.contents.isEnabled():
            page, bar = window.reading.prepared.page, window.bar
            window.headings.open_under(
                bar.contents if bar.contents.isVisible() else bar.appearance,
                page.title,
                page.headings,
                window.reading.heading,
                right_to_left=page.right_to_left,
            )

    def zoom_in(self) -> None:
        """Larger text."""
        self._window.appearance.zoom(1)

    def zoom_out(self) -> None:
        """Smaller text."""
        self._window.appearance.zoom(-1)

    def zoom_reset(self) -> None:
        """Ordinary text."""
        self._window.appearance.zoom(0)

    def switch_numbers(self) -> None:
        """Show the numbers of paragraphs in the margin, or no longer."""
        state = self._window.state
        state.paragraph_numbers = not state.paragraph_numbers
        self._window.appearance.changed.emit()
        shown, hidden = text("Paragraphs are numbered in the margin."), text("Paragraphs are numbered no longer.")
        self._window.status.say(shown if state.paragraph_numbers else hidden)

    def print_page(self) -> None:
        """Print the page that is shown."""
        self._window.printing.ask_and_print()

    def save_pdf(self) -> None:
        """Save the page that is shown as PDF, with the same pages as in print."""
        self._window.printing.ask_and_save()

    def switch_addresses(self) -> None:
        """Write out addresses outside at the end of what is printed, or no longer."""
        state = self._window.state
        state.paper_addresses = not state.paper_addresses
        written, not_written = text("Addresses are written out on paper."), text("Addresses are left out on paper.")
        self._window.status.say(written if state.paper_addresses else not_written)

    def copy_with_citation(self) -> None:
        """Copy what is selected, and where it stands."""
        self._window.reading.copy_cited()
