"""Below the list of commands: the keys of one, to take away or add to; a key that is recorded; a key that two want."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout

from reader.ui.key_names import key_name
from reader.ui.preferences.choices import Actions, button_of
from reader.ui.preferences.recorder import Recorder
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.ui.keymap import Keymap
    from reader.ui.theme import Look


class KeyBar(QFrame):
    """``finished`` when the list shall have the keys again; ``found`` tells the command that a pressed key has."""

    finished = Signal()
    found = Signal(str)

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(objectName="trust")
        self._keymap = keymap
        self._command = self._instead = ""
        self._finds = False
        self.said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.said.setAccessibleName(text("Keys"))
        self.recorder = Recorder()
        self.recorder.pressed.connect(self._pressed)
        self.recorder.left.connect(self._leave)
        self._row = Actions()
        self.buttons: list[QToolButton] = []
        self._column = QVBoxLayout(self)
        for widget in (self.said, self.recorder, self._row):
            self._column.addWidget(widget)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.setSpacing(px(6))
        self._row.setMinimumHeight(px(30))

    # A command

    def show_command(self, command: str) -> None:
        """Show the keys of a command, each with a cross where it can be taken away."""
        self._command = command
        self.recorder.hide()
        self.setVisible(bool(command))
        if command:
            self.said.setText(self._words(command))
            keys = [key for key in self._keymap.keys(command) if self._keymap.can_lose(command, key)]
            crosses = [
                (
                    f"{key_name(key)}  ✕",
                    text("Take {key} away", key=key_name(key)),
                    partial(self._keymap.take, command, key),
                )
                for key in keys
            ]
            add = (text("Add a key"), "", partial(self.record, command))
            reset = (text("As at first"), "", partial(self._keymap.reset, command))
            self._set_buttons([*crosses, add, *([reset] if self._keymap.differs(command) else [])])

    def _words(self, command: str) -> str:
        return next(text(key.words) for key in self._keymap.in_force if key.command == command)

    def _set_buttons(self, wanted: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
        self.buttons = [button_of(words, name) for words, name, _action in wanted]
        for button, (_words, _name, action) in zip(self.buttons, wanted, strict=True):
            button.clicked.connect(partial(self._do, action))
        self._row.show_buttons(self.buttons)

    def _do(self, action: Callable[[], None], _checked: bool = False) -> None:
        """The button goes with what it did, so the list has the keys again unless one is being recorded."""
        self.finished.emit()
        action()

    def take_last(self, command: str) -> None:
        """Take away the last key of a command that can be taken."""
        keys = [key for key in self._keymap.keys(command) if self._keymap.can_lose(command, key)]
        if keys:
            self._keymap.take(command, keys[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was begun; the window stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_command(self._command)
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    # Recording

    def change(self, command: str) -> None:
        """Record a key in place of the first that a command has."""
        if command:
            keys = [key for key in self._keymap.keys(command) if self._keymap.can_lose(command, key)]
            self.record(command, keys[0] if keys else "")

    def record(self, command: str, instead: str = "") -> None:
        """Record a key for a command, in place of one of its own or beside them."""
        self._finds, self._command, self._instead = False, command, instead
        words = self._words(command)
        if instead:
            self._ask(
                text("“{command}”: the key in place of {key}. Esc leaves it.", command=words, key=key_name(instead))
            )
        else:
            self._ask(text("“{command}”: a new key. Esc leaves it.", command=words))

    def find(self) -> None:
        """Find which command has the key that is pressed next."""
        self._finds = True
        self._ask(text("Press the key that you want to find. Esc leaves it."))

    def _ask(self, words: str) -> None:
        self.show()
        self._say(words)
        self._set_buttons([])
        self.recorder.show()
        self.recorder.setFocus()

    def _say(self, words: str) -> None:
        """Say it beside the recorder, to the eye and to a screen reader."""
        self.said.setText(words)
        self.recorder.setAccessibleDescription(words)

    def _leave(self) -> None:
        if not self.recorder.isHidden():
            self.show_command(self._command)
            self.finished.emit()

    def _pressed(self, key: str) -> None:
        if self._finds:
            self._find(key)
            return
        holder = self._keymap.holder(key)
        if not self._keymap.can_have(self._command, key):
            self._say(self._refusal(key))
        elif holder is not None and holder.command != self._command:
            self._conflict(key, text(holder.words))
        else:
            self._give(key)

    def _find(self, key: str) -> None:
        holder = self._keymap.holder(key)
        if holder is None:
            self._say(text("No command has {key}. Press another, or Esc.", key=key_name(key)))
            return
        self.recorder.hide()
        self.found.emit(holder.command)
        self.show_command(holder.command)

    def _refusal(self, key: str) -> str:
        holder = self._keymap.holder(key)
        if holder is not None and not self._keymap.can_lose(holder.command, key):
            return text("{key} stays with “{command}”. Press another.", key=key_name(key), command=text(holder.words))
        return text("{key} is used by lists and fields themselves. Press another.", key=key_name(key))

    def _conflict(self, key: str, holder: str) -> None:
        """Ask before a key is taken from another command."""
        self.recorder.hide()
        self.said.setText(text("{key} is used by “{command}”. Take it?", key=key_name(key), command=holder))
        self._set_buttons(
            [
                (
                    text("Take it"),
                    text("Take {key} from “{command}”", key=key_name(key), command=holder),
                    partial(self._give, key),
                ),
                (text("Leave it"), "", partial(self.show_command, self._command)),
            ]
        )
        self.buttons[0].setFocus()

    def _give(self, key: str) -> None:
        self.recorder.hide()
        self._keymap.give(self._command, key, self._instead)
        self.finished.emit()
