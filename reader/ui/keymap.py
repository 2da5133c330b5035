"""Which keys each command has: those it has at first, but for what the reader changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.key_names import is_free, key_name, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.commands import Key

    Group = tuple[str, tuple[Key, ...]]

FIXED = {"Esc": "escape", "F1": "help", "Ctrl+,": "preferences"}
"""Keys that nobody can lose: the way out, the list of keys, and the way to change them."""

_MOST = 6
_BETWEEN = "\n"


class Keymap(QObject):
    """Keys in force. ``own`` holds what differs, as it is remembered: a command's name, and its keys in lines.

    A key that the reader gave to a command is that command's, whoever has it at first; so what differs stays small, and
    all else is as at first again when it is taken back.
    """

    changed = Signal()

    def __init__(self, groups: Sequence[Group], own: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._at_first = {key.command: normal(key.keys) for _name, keys in groups for key in keys}
        self._own = own
        self._given = self._read()

    def _read(self) -> dict[str, tuple[str, ...]]:
        """What was remembered, without what is damaged, unknown or said twice."""
        given: dict[str, tuple[str, ...]] = {}
        taken: set[str] = set()
        for command in self._at_first:
            if command in self._own:
                wanted = normal(self._own[command].split(_BETWEEN))
                kept = [one for one in wanted if one not in taken and self.can_have(command, one)][:_MOST]
                if kept or not self._own[command]:
                    given[command] = tuple(dict.fromkeys([*self._fixed(command), *kept]))
                    taken.update(kept)
        return given

    @property
    def groups(self) -> tuple[Group, ...]:
        """Headings, and below each its commands with the keys they have now."""
        return tuple(
            (name, tuple(replace(key, keys=self.keys(key.command)) for key in keys)) for name, keys in self._groups
        )

    @property
    def in_force(self) -> tuple[Key, ...]:
        """All commands with the keys they have now."""
        return tuple(key for _name, keys in self.groups for key in keys)

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command, portably written."""
        if command in self._given:
            return self._given[command]
        taken = {one for keys in self._given.values() for one in keys}
        return tuple(one for one in self._at_first.get(command, ()) if one not in taken)

    def name(self, command: str) -> str:
        """The first key of a command as this system writes it; empty when it has none."""
        return next((key_name(one) for one in self.keys(command)), "")

    def holder(self, key: str) -> Key | None:
        """The command that has a key."""
        return next((one for one in self.in_force if key in one.keys), None)

    def can_have(self, command: str, key: str) -> bool:
        """Whether a command may have a key: not one that lists and fields use, nor one that cannot be lost by another."""
        if key in FIXED:
            return FIXED[key] == command
        return key in self._at_first[command] or is_free(key)

    def can_lose(self, command: str, key: str) -> bool:
        """Whether a key can be taken from a command."""
        return FIXED.get(key) != command

    def differs(self, command: str) -> bool:
        """Whether a command has other keys than at first."""
        return self.keys(command) != self._at_first[command]

    @property
    def is_changed(self) -> bool:
        """Whether any command has other keys than at first."""
        return any(map(self.differs, self._at_first))

    def give(self, command: str, key: str, instead: str = "") -> None:
        """Give a key to a command, in place of one of its own or beside them; who had it has it no longer."""
        self._free(key, command)
        keys = list(self.keys(command))
        if key not in keys:
            place = keys.index(instead) if instead in keys else len(keys)
            keys[place : place + bool(instead)] = [key]
        self._set(command, keys)
        self._tell()

    def take(self, command: str, key: str) -> None:
        """Take a key from a command."""
        if self.can_lose(command, key):
            self._set(command, [one for one in self.keys(command) if one != key])
            self._tell()

    def reset(self, command: str) -> None:
        """Give a command the keys it has at first, whoever has them now."""
        for key in self._at_first[command]:
            self._free(key, command)
        self._given.pop(command, None)
        self._tell()

    def reset_all(self) -> None:
        """Give all commands the keys they have at first."""
        self._given.clear()
        self._tell()

    def _free(self, key: str, command: str) -> None:
        """Take a key from whom the reader gave it to, unless that is this command."""
        for other in [one for one in self._given if one != command and key in self._given[one]]:
            self._set(other, [one for one in self._given[other] if one != key])

    def _set(self, command: str, keys: Sequence[str]) -> None:
        self._given[command] = tuple(keys)

    def _fixed(self, command: str) -> list[str]:
        return [key for key, owner in FIXED.items() if owner == command]

    def _tell(self) -> None:
        """Remember what differs, and no more; what is said of commands that are not known here is left as it is."""
        for command in [one for one in self._given if self._given[one] == self._at_first[one]]:
            del self._given[command]
        for command in self._at_first:
            self._own.pop(command, None)
        self._own.update({command: _BETWEEN.join(keys) for command, keys in self._given.items()})
        self.changed.emit()
