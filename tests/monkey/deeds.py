"""What a walk does, one deed a step, chosen at random: most often keys and the pointer, now and then what takes a person longer.

A deed answers in words what it did. Only what the keys and the pointer cannot reach safely is done by calling the program, as a
file dialog is not to be wandered through at random: files of others lie there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from reader.model.listing import Node
from reader.ui.commands import KEYS
from reader.ui.preferences.offered import theme_choices
from reader.ui.reading.printing import pdf_printer
from tests.gui.journeys.hand import accessible
from tests.monkey.hand import WORDS, Hand

if TYPE_CHECKING:
    from random import Random

    from reader.ui.main_window import MainWindow
    from tests.monkey.world import World

LANGUAGES = ("en", "ar", "zh-Hans", "ru", "ug", "fr", "kk", "es", "zh-Hant")
_NODES = (
    *("map", "timeline", "glossary", "events", "search-help", "latest", "unread", "starred", "history", "notes"),
    *(
        "most-opened",
        "collection",
        "new",
        "tag:winter",
        "search:library",
        "search:图书馆",
        "search:title:",
        "page:about",
    ),
)
_SIZES = ((300, 300), (360, 320), (420, 700), (590, 500), (899, 600), (1000, 700), (1400, 900), (1800, 1100))
_LISTED = tuple(sequence for key in KEYS for sequence in key.keys)
_KEYLESS = tuple(key.command for key in KEYS if not key.keys)


class Deeds:
    """All deeds of one walk, and how often each is chosen."""

    def __init__(self, random: Random, world: World) -> None:
        self._random, self._world = random, world
        self.hand = Hand(random)
        weights = {
            self.listed_key: 60,
            self.any_key: 45,
            self.type: 14,
            self.search: 8,
            self.paste: 3,
            self.click: 50,
            self.drag: 8,
            self.hover: 8,
            self.wheel: 8,
            self.resize: 8,
            self.state_of_window: 2,
            self.look: 6,
            self.language: 1,
            self.node: 12,
            self.command: 5,
            self.go_to: 3,
            self.print_file: 2,
            self.bring_in: 4,
            self.stick: 6,
            self.listen: 2,
            self.close_one: 3,
            self.end: 2,
        }
        self._all, self._weights = list(weights), list(weights.values())

    def choose(self, window: MainWindow) -> str:
        """Do something; answers its name, and what was done."""
        if (dialog := system_dialog()) is not None:
            return f"system dialog: {self._answer(dialog)}"
        deed = self._random.choices(self._all, self._weights)[0]
        return f"{deed.__name__}: {deed(window)}"

    # Keys and pointer

    def listed_key(self, _window: MainWindow) -> str:
        return self.hand.press_written(self._random.choice(_LISTED))

    def any_key(self, _window: MainWindow) -> str:
        return self.hand.any_key()

    def type(self, _window: MainWindow) -> str:
        return self.hand.type(self._random.choice(WORDS))

    def search(self, _window: MainWindow) -> str:
        self.hand.press_written("Ctrl+L")
        return self.hand.type(self._random.choice(WORDS))

    def paste(self, _window: MainWindow) -> str:
        return self.hand.paste(self._random.choice(WORDS))

    def click(self, _window: MainWindow) -> str:
        return self.hand.click()

    def drag(self, _window: MainWindow) -> str:
        return self.hand.drag()

    def hover(self, _window: MainWindow) -> str:
        return self.hand.hover()

    def wheel(self, _window: MainWindow) -> str:
        return self.hand.wheel()

    # The window

    def resize(self, window: MainWindow) -> str:
        wide, high = self._random.choice(_SIZES)
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
        chosen = self._random.choice([window, window, *others])
        chosen.resize(QSize(wide, high))
        return f"{type(chosen).__name__} to {wide}x{high}"

    def state_of_window(self, window: MainWindow) -> str:
        state = self._random.choice(["showMinimized", "showMaximized", "showNormal", "showFullScreen"])
        getattr(window, state)()
        if state == "showMinimized":
            window.showNormal()
        window.activateWindow()
        return state

    def look(self, window: MainWindow) -> str:
        name, values = self._random.choice(
            [
                ("theme", list(theme_choices())),
                ("interface_size", [75, 100, 150, 200]),
                ("text_size", [12, 17, 40]),
                ("letters", [40, 68, 90]),
                ("serif", [True, False]),
                ("paragraph_numbers", [True, False]),
            ]
        )
        value = self._random.choice(values)
        window.preferring._fields.choose(name, value)
        return f"{name} {value}"

    def language(self, window: MainWindow) -> str:
        window.preferring._fields.choose("language", self._random.choice(LANGUAGES))
        window.preferring.start_anew()
        return window.state.language

    def close_one(self, window: MainWindow) -> str:
        """Close any window but the main one, as its frame's button does."""
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        if not others:
            return "there is no other"
        chosen = self._random.choice(others)
        name = type(chosen).__name__
        chosen.close()
        return name

    def end(self, window: MainWindow) -> str:
        """Close the main window, in the midst of whatever is under way; it is opened again."""
        window.close()
        return ""

    def listen(self, window: MainWindow) -> str:
        """As a screen reader that begins, and asks for everything."""
        QAccessible.setActive(True)
        heard = 0
        for one in accessible(window):
            one.role(), one.state(), one.rect(), one.text(QAccessible.Text.Name), one.text(QAccessible.Text.Value)
            heard += 1
            if heard > 2000:
                break
        return f"{heard} heard"

    # What is in it

    def node(self, window: MainWindow) -> str:
        """Go to a list or a document."""
        if self._random.random() < 0.5:
            text = self._random.choice(_NODES)
            window.open_node(Node.parse(text))
            return text
        branches = [one for one in window.navigation.tree.branches() if one.node is not None]
        if not branches:
            return "nowhere to go"
        chosen = self._random.choice(branches)
        window.navigation.setCurrentIndex(window.navigation.tree.index_of(chosen))
        return str(chosen.node)

    def command(self, window: MainWindow) -> str:
        """A command that has no key, as Ctrl+K offers it."""
        name = self._random.choice(_KEYLESS)
        getattr(window.commands, name)()
        return name

    def go_to(self, _window: MainWindow) -> str:
        self.hand.press_written("Ctrl+K")
        typed = self.hand.type(self._random.choice([*WORDS, "repair", "theme", "map", "a", "print"]))
        return f"{typed} {self.hand.press(Qt.Key.Key_Return)}"

    def print_file(self, window: MainWindow) -> str:
        path = self._world.home / "Documents" / f"{self._random.randrange(5)}.pdf"
        window.printing.put(pdf_printer(path, "title"))
        return path.name

    # Editions

    def bring_in(self, window: MainWindow) -> str:
        """Offer a bundle, and begin at once, most times."""
        source = self._random.choice(self._world.sources)
        window.sync.open_source(source)
        return source.name

    def stick(self, _window: MainWindow) -> str:
        if self._random.random() < 0.6:
            return f"plug {self._world.plug(self._random)}"
        return f"pull {self._world.pull(self._random)}"

    def _answer(self, dialog: QDialog) -> str:
        """A file or a printer is asked for: choose one of ours, or none."""
        asked = type(dialog).__name__
        if isinstance(dialog, QFileDialog) and self._random.random() < 0.6:
            writes = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
            path = self._world.home / "Documents" / "saved.pdf" if writes else self._random.choice(self._world.sources)
            dialog.selectFile(str(path))
            return f"{asked} {path.name} {self.hand.press(Qt.Key.Key_Return)}"
        if isinstance(dialog, QAbstractPrintDialog) and self._random.random() < 0.5:
            return f"{asked} {self.hand.press(Qt.Key.Key_Return)}"
        return f"{asked} {self.hand.press(Qt.Key.Key_Escape)}"


def system_dialog() -> QDialog | None:
    """A dialog of Qt's own for files or printers that is open."""
    kinds = (QFileDialog, QAbstractPrintDialog)
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kinds) and one.isVisible()), None)
