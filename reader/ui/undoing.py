"""The last steps that can be taken back, whatever the status line tells of meanwhile. All windows have the same ones."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 20


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What was done, as a sentence, and what sets it back."""

    words: str
    back: Callable[[], object]


class Undoing(QObject):
    """The newest ``MOST`` steps. ``changed`` tells that another one, or none, is the last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[Step] = deque(maxlen=MOST)

    @property
    def last(self) -> Step | None:
        """What would be taken back."""
        return self._steps[-1] if self._steps else None

    def keep(self, words: str, back: Callable[[], object]) -> None:
        """Something was done."""
        self._steps.append(Step(words, back))
        self.changed.emit()

    def take_back(self) -> Step | None:
        """Take the last step back. Answers which one that was."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self.changed.emit()
        step.back()
        return step

    def forget(self) -> None:
        """There is no way back any more."""
        self._steps.clear()
        self.changed.emit()
