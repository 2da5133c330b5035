"""What keys, buttons and menus do. Each command is one short method over the window's parts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from reader.model.listing import Node, NodeKind
from reader.ui.article_list.contents import unread_keys
from reader.ui.go_to import GoTo
from reader.ui.key_help import KeyHelp
from reader.ui.panes import Pane
from reader.ui.reading.printing import ask_and_print, ask_and_save
from reader.ui.scope import open_menu
from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.main_window import MainWindow
    from reader.ui.reading.browser import Browser


class Commands:
    """Commands of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # Going from article to article

    def next_article(self) -> None:
        """Open the next article."""
        self._window.articles.step(1)

    def previous_article(self) -> None:
        """Open the previous article."""
        self._window.articles.step(-1)

    def next_unread(self) -> None:
        """Open the next unread article."""
        self._window.articles.step_unread(1)

    def previous_unread(self) -> None:
        """Open the previous unread article."""
        self._window.articles.step_unread(-1)

    def page_down(self) -> None:
        """Read on: a page down, and after the end the next unread article."""
        if self._press_button():
            return
        reading = self._window.reading
        if reading.browser.page_by(1):
            reading.clock.scrolled(reading.browser.progress())
        else:
            self.next_unread()

    def page_up(self) -> None:
        """A page up."""
        if not self._press_button():
            self._window.reading.browser.page_by(-1)

    @staticmethod
    def _press_button() -> bool:
        """Space on a button presses it, as everywhere."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
            return True
        return False

    def next_section(self) -> None:
        """Select the next section."""
        self._open_section(1)

    def previous_section(self) -> None:
        """Select the previous section."""
        self._open_section(-1)

    def _open_section(self, by: int) -> None:
        node = self._window.navigation.neighbour(by)
        if node is not None:
            self._window.open_node(node)

    def back(self) -> None:
        """Go back."""
        self._window.navigator.back()

    def forward(self) -> None:
        """Go forward."""
        self._window.navigator.forward()

    # Marks

    def toggle_star(self) -> None:
        """Star the article, or take the star away."""
        row = self._window.reading.row
        if row is not None:
            self._window.marking.set_starred([row.key], starred=not row.starred)

    def toggle_read(self) -> None:
        """Mark the article as read or unread."""
        row = self._window.reading.row
        if row is not None:
            self._window.reading.clock.stop()
            self._window.marking.set_read([row.key], read=not row.read)

    def note(self) -> None:
        """Write a note on the article."""
        if self._window.reading.row is not None:
            self._window.panes.reveal(Pane.READING)
            self._window.reading.note_bar.open_bar()

    def mark_all_read(self) -> None:
        """Mark the whole list as read; the status line offers to undo it."""
        contents = self._window.articles.contents
        self._window.quick.ask("", lambda library: unread_keys(library, contents), self._mark_read)

    def _mark_read(self, keys: tuple[int, ...]) -> None:
        if not keys:
            self._window.status.say(text("Everything here is read already."))
            return
        marking = self._window.marking
        marking.set_read(keys, read=True)
        words = text("{articles} marked as read.", articles=counted(len(keys), "article", "articles"))
        self._window.status.say(words, partial(marking.set_read, keys, read=False))

    def undo(self) -> None:
        """Take back what the status line offers to."""
        self._window.status.undo()

    # Panes and text

    def pane_left(self) -> None:
        """The pane at the left, whichever way the window runs."""
        self._step_pane(-1)

    def pane_right(self) -> None:
        """The pane at the right."""
        self._step_pane(1)

    def _step_pane(self, side: int) -> None:
        if isinstance(QApplication.focusWidget(), QLineEdit):
            return
        by = -side if self._window.isRightToLeft() else side
        navigation = self._window.navigation
        if navigation.hasFocus() and (navigation.step_into() if by > 0 else navigation.step_out()):
            return
        self._window.panes.step(by)

    def toggle_navigation(self) -> None:
        """Show or hide the navigation."""
        self._window.panes.toggle_navigation()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def zoom_in(self) -> None:
        """Larger text."""
        self._window.appearance.zoom(1)

    def zoom_out(self) -> None:
        """Smaller text."""
        self._window.appearance.zoom(-1)

    def zoom_reset(self) -> None:
        """Ordinary text."""
        self._window.appearance.zoom(0)

    # Search

    def search(self) -> None:
        """Type a search."""
        field = self._window.bar.search
        field.setFocus()
        field.selectAll()

    def find(self) -> None:
        """Find in the article."""
        if self._window.reading.prepared is not None:
            self._window.panes.reveal(Pane.READING)
            self._window.reading.find_bar.open_bar()

    def find_next(self) -> None:
        """The next place found: in the find bar, or of the search that the article was opened from."""
        self._step_found(1)

    def find_previous(self) -> None:
        """The previous place found."""
        self._step_found(-1)

    def _step_found(self, by: int) -> None:
        reading = self._window.reading
        if reading.find_bar.isHidden() and reading.found:
            self._window.panes.reveal(Pane.READING)
            reading.found.step(by)
        else:
            reading.find_bar.step(by)

    def escape(self) -> None:
        """Leave what was entered last: the find bar, the search, the article in a narrow window, full screen."""
        window = self._window
        if window.reading.browser.note.isVisible():
            window.reading.browser.note.dismiss()
        elif not window.reading.find_bar.isHidden():
            window.reading.find_bar.close_bar()
        elif window.panes.leave_article():
            return
        elif window.navigator.place.is_search:
            window.bar.search.clear()
            window.navigator.search("")
        elif window.isFullScreen():
            window.showNormal()

    def contents(self) -> None:
        """Go to a heading of the article."""
        window = self._window
        if window.reading.prepared is not None and window.bar.contents.isEnabled():
            page = window.reading.prepared.page
            window.headings.open_under(
                window.bar.contents,
                page.title,
                page.headings,
                window.reading.heading,
                right_to_left=page.right_to_left,
            )

    def filters(self) -> None:
        """Go to the filters of the search."""
        window = self._window
        window.panes.reveal(Pane.LIST)
        window.articles.header.set_open(is_open=True)
        window.articles.results.focus_first()

    def scope(self) -> None:
        """Choose where to search."""
        self._window.completing.close()
        open_menu(self._window)

    def keep_search(self) -> None:
        """Keep the search that is shown in the navigation, or no longer."""
        self._window.searches.toggle()

    def clear_searches(self) -> None:
        """Forget all searches that were used."""
        self._window.searches.clear_history()

    def switch_history(self) -> None:
        """Remember searches, or no longer."""
        self._window.searches.switch_history()

    def search_help(self) -> None:
        """Show how to search, with examples from this library."""
        self._window.open_node(Node(NodeKind.SEARCH_HELP))

    def go_to(self) -> None:
        """Go to a section, tag, author, topic or command by its name."""
        GoTo(self._window).open()

    def print_page(self) -> None:
        """Print the page that is shown."""
        self._put_on_paper(ask_and_print)

    def save_pdf(self) -> None:
        """Save the page that is shown as PDF, with the same pages as in print."""
        self._put_on_paper(ask_and_save)

    def _put_on_paper(self, ask: Callable[[Browser, str, str, QWidget], None]) -> None:
        window = self._window
        if window.reading.prepared is not None:
            title = window.reading.prepared.page.title
            ask(window.reading.browser, title, f"{window.bar.title.text()} · {title}", window)

    def copy_with_citation(self) -> None:
        """Copy what is selected, and where it stands."""
        self._window.reading.copy_cited()

    # Bundles and the rest

    def open_bundle(self) -> None:
        """Choose a zip, or a folder or stick, and see what it brings."""
        self._window.syncing.choose_source()

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

    def latest(self) -> None:
        """Select the newest articles."""
        self._window.open_node(Node(NodeKind.LATEST))

    def help(self) -> None:
        """Show the list of keys."""
        KeyHelp(self._window.look, self._window).open()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
