"""A setting: its name, what it is also called, and the control that changes it; and settings in sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Setting:
    """``also`` are words that people may look for instead; ``note`` is said below the control.

    ``show`` brings the control up to date; ``reset`` is what "As at first" does, and None where there is nothing to put back.
    """

    name: str
    control: QWidget
    also: str = ""
    note: str = ""
    show: Callable[[], None] | None = None
    reset: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Settings below one heading."""

    name: str
    settings: tuple[Setting, ...] = field(default=())

    @property
    def can_reset(self) -> bool:
        """Whether anything in it can be put back."""
        return any(one.reset for one in self.settings)


def fits(typed: str, *words: str) -> bool:
    """Whether each word that was typed stands somewhere in these."""
    where = " ".join(words).casefold()
    return all(each in where for each in typed.casefold().split())
