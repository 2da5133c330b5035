"""How keys are written: portably where they are kept, as this system says them where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from reader.ui.words import direction

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY, _SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
_HELD = frozenset(
    {
        *(_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Meta, _KEY.Key_Alt, _KEY.Key_AltGr),
        *(_KEY.Key_Super_L, _KEY.Key_Super_R, _KEY.Key_Hyper_L, _KEY.Key_Hyper_R, _KEY.Key_Mode_switch),
        *(_KEY.Key_CapsLock, _KEY.Key_NumLock, _KEY.Key_ScrollLock, _KEY.Key_unknown),
    }
)
_OF_PANES = frozenset(
    {
        *(_KEY.Key_Escape, _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Menu),
        *(_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown),
        *(_KEY.Key_Backspace, _KEY.Key_Delete),
    }
)


def key_name(key: str) -> str:
    """A key as this system writes it; ``[`` stays so where all else runs from right to left."""
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    return f"\u2066{name}\u2069" if direction() is Qt.LayoutDirection.RightToLeft else name


def key_of(pressed: QKeyCombination) -> str:
    """A pressed key, portably written; empty for a key without a name, and while only Shift and such are held.

    Which marks need Shift differs from one keyboard to another, so it is not part of ``?`` and ``+``.
    """
    key, modifiers = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _HELD:
        return ""
    if key == _KEY.Key_Backtab:
        key = _KEY.Key_Tab
    if _is_mark(key):
        modifiers &= ~_SHIFT
    return QKeySequence(QKeyCombination(modifiers, key)).toString()


def _is_mark(key: Qt.Key) -> bool:
    """Whether a key is a visible character other than a letter."""
    return _KEY.Key_Space.value < key.value < _KEY.Key_Escape.value and not chr(key.value).isalpha()


def normal(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys written alike; what is no key, or several in a row, is left out."""
    sequences = [QKeySequence(key) for key in keys if key]
    single = [one for one in sequences if one.count() == 1 and _first(one).key() != _KEY.Key_unknown]
    return tuple(dict.fromkeys(one.toString() for one in single))


def is_free(key: str) -> bool:
    """Whether lists, fields and buttons have no use of their own for a key."""
    pressed = _first(QKeySequence(key))
    return pressed.key() not in _OF_PANES or bool(pressed.keyboardModifiers() & ~_SHIFT)


def _first(sequence: QKeySequence) -> QKeyCombination:
    return sequence[0]  # type: ignore[index, no-any-return]  # the stubs do not know it
