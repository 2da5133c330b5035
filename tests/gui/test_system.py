"""What the system says of text and colours is followed while the window is open, by all windows."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.theme import make_look

_TYPICAL, _LARGE = 12.0, 18.0


@pytest.fixture
def windows(driver):
    """The main window, and an article's own."""
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil(lambda: any(one.reading.prepared for one in driver.window.article_windows.windows))
    driver.settle()
    return driver.window, driver.window.article_windows.windows[0]


def test_a_larger_text_of_the_system_is_followed(windows, driver, monkeypatch):
    main, apart = windows
    before = main.look.base, main.reading.browser.document().defaultFont().pixelSize()
    monkeypatch.setattr("reader.ui.theme.look._system_size", lambda: _LARGE)
    QCoreApplication.sendEvent(main, QEvent(QEvent.Type.ThemeChange))
    driver.settle()
    assert main.look.base == apart.look.base == pytest.approx(before[0] * _LARGE / _TYPICAL)
    assert QApplication.font().pixelSize() == main.look.px(13)
    driver.qtbot.waitUntil(lambda: main.reading.browser.document().defaultFont().pixelSize() > before[1])
    driver.qtbot.waitUntil(
        lambda: apart.reading.browser.document().defaultFont() == main.reading.browser.document().defaultFont()
    )


def test_sizes_are_shares_of_the_systems_text(qapp, monkeypatch):
    font = qapp.font()
    font.setPixelSize(18)
    monkeypatch.setattr("reader.ui.theme.look.QFontDatabase.systemFont", lambda _kind: font)
    assert make_look("light").base == 13 * 18 / 12


def test_what_else_changes_in_the_system_changes_nothing(windows, monkeypatch):
    main, _apart = windows
    monkeypatch.setattr(main, "restyle", lambda: pytest.fail("it was drawn anew"))
    QCoreApplication.sendEvent(main, QEvent(QEvent.Type.ThemeChange))


def test_our_own_font_is_not_taken_for_the_systems(qapp):
    before, font = make_look("light"), qapp.font()
    large = qapp.font()
    large.setPixelSize(40)
    qapp.setFont(large)
    try:
        assert make_look("light") == before
    finally:
        qapp.setFont(font)


def test_the_systems_dark_is_followed(windows, driver, monkeypatch):
    main, apart = windows
    main.state.theme = "system"
    dark = [Qt.ColorScheme.Dark]
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr("reader.ui.theme.look._scheme", lambda: dark[0])
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        dark[0] = scheme
        hints.colorSchemeChanged.emit(scheme)
        driver.settle()
        assert main.look.theme.name == apart.look.theme.name == name
        assert main.palette().base().color().name() == main.look.theme.paper


def test_a_theme_that_was_chosen_stays(windows, driver, monkeypatch):
    main, _apart = windows
    main.state.theme = "sepia"
    monkeypatch.setattr("reader.ui.theme.look._scheme", lambda: Qt.ColorScheme.Dark)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    driver.settle()
    assert main.look.theme.name == "sepia"
