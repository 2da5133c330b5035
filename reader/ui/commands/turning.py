"""Reading on in a page, and from page to page by the way one came."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.ui.commands.group import PageGroup


class Turning(PageGroup):
    """Reading on in a page, and from page to page by the way one came."""

    def page_down(self) -> None:
        """A page down."""
        if not self._press_button():
            self._read_on()

    def _read_on(self) -> bool:
        """A page down. Answers whether there was more to read."""
        reading = self._window.reading
        scrolled = reading.browser.page_by(1)
        if scrolled:
            reading.clock.scrolled(reading.browser.progress())
        return scrolled

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

    def back(self) -> None:
        """Go back."""
        self._window.navigator.back()

    def forward(self) -> None:
        """Go forward."""
        self._window.navigator.forward()
