"""Random events, given to windows as a desktop gives them: whoever has the focus, or lies under the pointer, gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

if TYPE_CHECKING:
    from random import Random

PLAIN = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (
    *(PLAIN,) * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_BUTTONS = (
    *(Qt.MouseButton.LeftButton,) * 6,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
    Qt.MouseButton.ForwardButton,
)
_K = Qt.Key
_LETTERS_END = 127
KEYS = (
    *(_K.Key_Tab, _K.Key_Tab, _K.Key_Backtab, _K.Key_Return, _K.Key_Return, _K.Key_Escape, _K.Key_Space, _K.Key_Enter),
    *(_K.Key_Up, _K.Key_Down, _K.Key_Down, _K.Key_Left, _K.Key_Right, _K.Key_Home, _K.Key_End),
    *(_K.Key_PageUp, _K.Key_PageDown, _K.Key_Backspace, _K.Key_Delete, _K.Key_Menu, _K.Key_F2, _K.Key_F10, _K.Key_F4),
    *(_K.Key_A, _K.Key_C, _K.Key_V, _K.Key_X, _K.Key_Z, _K.Key_Y, _K.Key_Plus, _K.Key_Minus, _K.Key_Asterisk),
)
WORDS = (
    *("library", "donkey books", '"pack horse"', "tag:samizdat is:unread", "after:2019 OR -word (", "wom*", "libary~"),
    *(
        "in:books",
        "author:",
        '"',
        "(((((",
        "title:*",
        "2018..2020",
        "a",
        "the",
        "NOT",
        "is:starred has:note",
        "\\",
        "%s {x}",
    ),
    *(
        "图书馆",
        "書庫",
        "كىتاب",
        "مكتبة",
        "שלום",
        "библиотека",
        "кітапхана",
        "tamaño",
        "e\u0301\u0302\u0323",
        "Z\u0351\u034b" * 9,
    ),
    *(
        "😀",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "\u202eevil\u202c",
        "\u2066\u2069",
        "\u200f",
        "\u00ad",
        "\ufffd",
        "\ufffe",
        "\x00",
        "\t",
        "\u2028",
        "\n",
    ),
    *("x" * 3000, "😀" * 400, "كتاب " * 200, "书" * 1000, "\u0301" * 500, "( " * 300, "a OR " * 200, "x" + "😀" * 400),
)


def windows() -> list[QWindow]:
    """All windows that are seen."""
    return [one for one in QGuiApplication.topLevelWindows() if one.isVisible() and one.width() > 1]


class Hand:
    """What a person does with keys and pointer, chosen at random. Each method answers what it did, in words."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> str:
        """Press a key where the desktop would."""
        window = _receiver()
        if window is None:
            return "nobody to press a key for"
        text = chr(key.value) if key.value < _LETTERS_END and not modifier & ~Qt.KeyboardModifier.ShiftModifier else ""
        text = text if modifier else text.lower()
        for down in (True, False):  # each for itself: QTest would go on with a window that the first one closed
            if _valid(window):
                QTest.simulateEvent(window, down, key.value, modifier, text, False)
        return f"{key.name} {modifier.name or ''}"

    def press_written(self, written: str) -> str:
        """Press a key that is written as keymaps write it."""
        pressed = QKeySequence(written)[0]
        return f"{written}: {self.press(pressed.key(), pressed.keyboardModifiers())}"

    def any_key(self) -> str:
        """One of the keys that every field and list knows."""
        return self.press(self._random.choice(KEYS), self._random.choice(_MODIFIERS))

    def type(self, words: str) -> str:
        """Type letter by letter, or give all at once as an input method does, after showing what it may become."""
        if self._random.random() < 0.5:
            for letter in words[:60]:
                if (window := _receiver()) is None:
                    break
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(window, QKeyEvent(kind, _key_of(letter), PLAIN, letter))
            return f"typed {len(words)} of {words[:20]!a}"
        if (focused := QGuiApplication.focusObject()) is not None:
            if self._random.random() < 0.5:
                QCoreApplication.sendEvent(focused, QInputMethodEvent(words[:20], []))
            given = QInputMethodEvent("", [])
            given.setCommitString(words)
            if (focused := QGuiApplication.focusObject()) is not None:
                QCoreApplication.sendEvent(focused, given)
        return f"gave {len(words)} of {words[:20]!a}"

    def paste(self, words: str) -> str:
        """Put something on the clipboard, and paste it."""
        data = QMimeData()
        kind = self._random.choice(["text", "html", "image"])
        if kind == "text":
            data.setText(words)
        elif kind == "html":
            data.setHtml(f"<h1>{words}</h1><img src='https://example.org/x.png'><table><tr><td>1</table>")
        else:
            picture = QImage(40, 30, QImage.Format.Format_RGB32)
            picture.fill(QColor("red"))
            data.setImageData(picture)
        QGuiApplication.clipboard().setMimeData(data)
        return f"{kind} {words[:20]!a} {self.press(_K.Key_V, Qt.KeyboardModifier.ControlModifier)}"

    def click(self) -> str:
        """Press a button at any point of any window, once or twice."""
        window, at, button, held = self._place()
        if window is None:
            return "no window"
        QTest.mouseMove(window, at)
        if not _valid(window):
            return "its window went"
        twice = self._random.random() < 0.2
        self._click(window, at, button, held)
        if twice and _valid(window) and window.type() is not Qt.WindowType.Popup:
            QTest.mouseDClick(window, button, held, at)
        return f"{button.name} {'twice ' * twice}at {at.x()},{at.y()} of {_name(window)} {held.name or ''}"

    def _click(self, window: QWindow, at: QPoint, button: Qt.MouseButton, held: Qt.KeyboardModifier) -> None:
        QTest.mousePress(window, button, held, at)
        for let_go in (window, *windows()):  # what was pressed may be gone
            if _valid(let_go):
                QTest.mouseRelease(let_go, button, held, at)
                break

    def drag(self) -> str:
        """Press, move through some points, let go."""
        window, at, button, held = self._place()
        if window is None:
            return "no window"
        QTest.mousePress(window, button, held, at)
        points = [self._point(window) for _ in range(self._random.randint(1, 4))]
        for to in points:
            if not _valid(window):
                return "its window went"
            middle = QPoint((at.x() + to.x()) // 2, (at.y() + to.y()) // 2)
            for on in (middle, to):
                if _valid(window):
                    QTest.mouseMove(window, on)
            at = to
        if _valid(window):
            QTest.mouseRelease(window, button, held, at)
        return f"{button.name} through {[(one.x(), one.y()) for one in points]} of {_name(window)}"

    def let_go(self) -> None:
        """Let go of a button that is held, as in a drag that waits for it."""
        for window in windows():
            if _valid(window):
                QTest.mouseRelease(window, Qt.MouseButton.LeftButton, PLAIN, QPoint(2, 2))

    def hover(self) -> str:
        """Move the pointer."""
        window, at, *_ = self._place()
        if window is None:
            return "no window"
        QTest.mouseMove(window, at)
        return f"{at.x()},{at.y()} of {_name(window)}"

    def wheel(self) -> str:
        """Turn the wheel."""
        window, at, _button, held = self._place()
        if window is None:
            return "no window"
        by = self._random.choice([-1200, -120, -15, 15, 120, 1200])
        across = self._random.random() < 0.1
        QTest.wheelEvent(window, QPointF(at), QPoint(by, 0) if across else QPoint(0, by), QPoint(), held)
        return f"{by} at {at.x()},{at.y()} of {_name(window)} {held.name or ''}"

    def _place(self):
        seen = windows()
        if not seen:
            return None, QPoint(), Qt.MouseButton.LeftButton, PLAIN
        window = self._random.choice(seen)
        return window, self._point(window), self._random.choice(_BUTTONS), self._random.choice(_MODIFIERS)

    def _point(self, window: QWindow) -> QPoint:
        return QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))


def _receiver() -> QWindow | None:
    """The window that a desktop would give the keys to: a popup or a dialog above all, where there is one."""
    for above in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if above is not None:  # not its windowHandle(), which PySide keeps after Qt has deleted it
            return next((one for one in windows() if one.winId() == above.winId()), None)
    return QGuiApplication.focusWindow()


def _key_of(letter: str) -> Qt.Key:
    known = letter.upper()
    return Qt.Key(ord(known)) if len(known) == 1 and " " <= known <= "Z" else Qt.Key.Key_unknown


def _valid(window: QWindow) -> bool:
    """Whether a window is still there and seen. Python is not told when Qt deletes one, so its address is looked for."""
    address = getCppPointer(window)
    return any(getCppPointer(one) == address and one.isVisible() for one in QGuiApplication.topLevelWindows())


def _name(window: QWindow) -> str:
    if not _valid(window):
        return "a window that went"
    return f"{window.objectName()} {window.width()}x{window.height()}"
