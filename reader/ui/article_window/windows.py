"""All articles in windows of their own: opened, restyled, remembered and closed together."""

from __future__ import annotations

from functools import partial
from itertools import count, zip_longest
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Qt

from reader.library import read
from reader.ui.article_window.remembered import Remembered
from reader.ui.memory import place_on_screen
from reader.ui.navigator import Place, Visit
from reader.ui.words import number, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.article_window.window import ArticleWindow
    from reader.ui.main_window import MainWindow
    from reader.ui.theme import Look

MOST = 12
"""More windows would be lost sight of."""

_WIDTH, _HEIGHT, _STEP, _STEPS = 760, 820, 32, 6


class ArticleWindows(QObject):
    """Those of one main window, in the order in which they were opened."""

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self._numbers = count(1)
        self._waiting = [one for each in main.state.windows[:MOST] if (one := Remembered.parse(each)) is not None]
        self.windows: list[ArticleWindow] = []
        self._standing: list[ArticleWindow] = []
        main.started.connect(self._show_publications)

    def open_identity(self, identity: str) -> None:
        """Open an article by ``publication/id``."""
        self._main.quick.ask("apart", partial(read.key_of, identity=identity), self.open)

    def open(self, key: int) -> None:
        """Open an article; one that is open already comes forward."""
        if not key:
            return
        window = next((one for one in self.windows if one.navigator.place.article == key), None)
        if window is None and len(self.windows) >= MOST:
            words = text(
                "{count} articles are open in windows of their own. Close one of them first.", count=number(MOST)
            )
            self._main.status.say(words)
            return
        window = window or self._make(Visit(Place(article=key)), self._next_place())
        window.raise_()
        window.activateWindow()
        window.reading.setFocus()

    def _make(
        self, visit: Visit, place: QRect, *, quietly: bool = False, before: ArticleWindow | None = None
    ) -> ArticleWindow:
        from reader.ui.article_window.window import ArticleWindow  # noqa: PLC0415  (most articles are read in the main window)

        window = ArticleWindow(self._main, f"window {next(self._numbers)}")
        window.setGeometry(place)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, quietly)
        window.left.connect(partial(self._forget, window))
        window.touched.connect(self._main.memory.touch)
        self.windows.append(window)
        window.show() if before is None else window.show_instead_of(before)
        window.start(visit)
        self._main.memory.touch()
        return window

    def _next_place(self) -> QRect:
        """A little beside the one before, on the main window's screen."""
        room = self._main.screen().availableGeometry()
        look, main = self._main.look, self._main.geometry()
        width, height = min(look.px(_WIDTH), room.width()), min(look.px(_HEIGHT), room.height())
        by = _STEP * (1 + len(self.windows) % _STEPS)
        x = min(main.x() + by, room.right() - width)
        y = min(main.y() + by, room.bottom() - height)
        return QRect(max(x, room.x()), max(y, room.y()), width, height)

    def _forget(self, window: ArticleWindow) -> None:
        self.windows.remove(window)
        self._main.memory.touch()

    def _show_publications(self) -> None:
        """What publications there are is known: open what was open at the last end, after the main window's page."""
        waiting, self._waiting = self._waiting, []
        self._open_again(waiting) if waiting else None
        for window in self.windows:
            window.show_publication()

    def _open_again(self, waiting: list[Remembered]) -> None:
        standing, self._standing = self._standing, []
        for one, before in zip_longest(waiting, standing):
            visit = one.visit() if one is not None else None
            if visit is not None:
                place = place_on_screen(one.geometry) or self._next_place()
                self._make(visit, place, quietly=True, before=before)
            elif before is not None:
                before.close()
        self._main.activateWindow()  # where the desktop brings every new window forward all the same

    def set_look(self, look: Look) -> None:
        """Theme, size or type have changed."""
        for window in self.windows:
            window.set_look(look)

    def refresh(self) -> None:
        """The library has changed: show pages anew, where they were."""
        for window in self.windows:
            window.reading.restyle()

    def remembered(self) -> list[dict[str, Any]]:
        """What is kept of all that are open, or that are still to be opened."""
        return [one.values() for one in (*self._waiting, *(window.remembered() for window in self.windows))]

    def close_those(self, goes: Callable[[ArticleWindow], bool]) -> None:
        """Close some of them, such as those of a publication that is removed."""
        for window in tuple(self.windows):
            if goes(window):
                window.close()

    def close_for_good(self) -> None:
        """Close them, and open none of them again."""
        self._waiting = []
        for window in tuple(self.windows):
            window.close()

    def close_all(self, *, standing: bool = False) -> None:
        """Close them with the main window; or leave them ``standing``, doing nothing, until others take their places.

        What was to be kept of them has been kept.
        """
        for window in tuple(self.windows):
            window.left.disconnect()
            window.touched.disconnect()
            window.stand_still() if standing else window.close()
        if not standing:
            for window in self._standing:  # whose places nobody has taken yet
                window.close()
        self._standing = [*self._standing, *self.windows] if standing else []
        self.windows.clear()

    def take_places(self, before: ArticleWindows) -> None:
        """Open each window where it stood in a session that has ended, without the place being empty in between."""
        self._standing, before._standing = before._standing, []
