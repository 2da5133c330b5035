"""A person's hand and eyes: presses keys where the focus is, waits for what is seen."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.support.scrolling import scroll_by_share

PLAIN = Qt.KeyboardModifier.NoModifier
WAIT_MS = 15_000


class Hand:
    """Drives one session."""

    def __init__(self, session, qtbot):
        self.session, self.window, self.qtbot = session, session.window, qtbot

    # Doing

    def press(self, key, modifier=PLAIN):
        """Press a key; the system decides which widget of the window gets it."""
        QTest.keyClick(_receiver(), key, modifier)
        self.settle()

    def type(self, words):
        """Type without waiting between keystrokes."""
        for character in words:
            QTest.keyClick(_receiver(), character)

    def search(self, words):
        """Go to the search field, type, and wait for the answer."""
        self.press(Qt.Key.Key_Slash)
        self.type(words)
        self.settle()

    def paste(self, words):
        """Put words into the search field at once, as an input method or the clipboard does."""
        self.press(Qt.Key.Key_Slash)
        self.window.bar.search.insert(words)
        self.window.bar.search.textEdited.emit(words)
        self.settle()

    def follow(self, address):
        """Click a link of the page."""
        self.window.reading.browser.anchorClicked.emit(QUrl(address))
        self.settle()

    def select(self, title):
        """Choose a row of the navigation."""
        self.window.navigation.setCurrentIndex(self.window.navigation.tree.index_of(self.branch(title)))
        self.settle()

    def scroll_to(self, fraction):
        """Scroll the page; answers where it is then."""
        scroll_by_share(self.window.reading.browser, fraction)
        return self.window.reading.browser.fraction()

    def click(self, widget):
        """Click with the left button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.rect().center()))
        self.settle()

    # Waiting

    def until(self, seen):
        """Wait until something can be seen."""
        self.qtbot.waitUntil(seen, timeout=WAIT_MS)

    def settle(self):
        """Wait until no answer is on its way."""
        self.until(lambda: not self.waiting())

    def waiting(self):
        """Whether an answer or a timer will still change what is seen."""
        window = self.window
        return (
            window.quick.busy
            or window.slow.busy
            or window.reading.unsettled
            or (window.bar.pending or window.completing.pending)
        )

    # Seeing

    @property
    def title(self):
        """The page's title; empty when no page is shown."""
        return self.window.reading.prepared.page.title if self.window.reading.prepared else ""

    @property
    def row(self):
        """The article that is read."""
        return self.window.reading.row

    @property
    def fraction(self):
        """How far the page is scrolled."""
        return self.window.reading.browser.fraction()

    @property
    def node(self):
        """The list that is shown, as text."""
        return str(self.window.articles.contents.node)

    @property
    def heading(self):
        """What the list's header says."""
        return self.window.articles.header.accessibleName()

    def titles(self, count=100):
        """Titles of the list's rows."""
        model = self.window.articles.articles
        return [model.index(place, 0).data() for place in range(min(count, model.rowCount()))]

    def find(self, identity):
        """A row of the list."""
        model = self.window.articles.articles
        return next(row for place in range(model.rowCount()) if (row := model.row(place)) and row.id == identity)

    def branch(self, title):
        """A row of the navigation."""
        return next(one for one in self.window.navigation.tree.branches() if one.title == title)

    def panes(self):
        """Which of navigation, list and page are seen."""
        window = self.window
        parts = {"navigation": window.navigation, "list": window.articles, "page": window.reading}
        return {name for name, widget in parts.items() if widget.isVisible()}

    def end(self):
        """Close the window as a person does, and let Qt forget it."""
        self.window.close()
        discard(self.session)


def _receiver():
    """The window that a desktop would give the keys to: the dialog above all, where there is one."""
    modal = QApplication.activeModalWidget()
    return modal.windowHandle() if modal else QGuiApplication.focusWindow()


def discard(session):
    """Take a session down whatever its state, and delete its window."""
    session.close()
    if isValid(session.window):
        session.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def accessible(widget):
    """Every interface of the accessibility tree below a widget."""
    stack = [QAccessible.queryAccessibleInterface(widget)]
    while stack:
        one = stack.pop()
        if one is not None and one.isValid():
            yield one
            stack.extend(one.child(place) for place in range(one.childCount()))
