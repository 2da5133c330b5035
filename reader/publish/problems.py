"""What is wrong with a source folder, gathered in one run, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Up to so many problems of one group are told one by one; more become one line with the number of the others.
_TOLD_SINGLY = 10
#: Problems of one code are one group, except that these codes have a group for each value of one of their data.
_GROUPED_BY = {
    "unknown-key": "key",
    "thing-made": "kind",
    "shortcode-dropped": "name",
    "html-dropped": "name",
    "source-vanished": "kind",
}


class Level(StrEnum):
    """Error: nothing is written. Mended: something was put in its place. Warning: it was left out or left alone."""

    ERROR = "error"
    MENDED = "mended"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place. ``line`` counts from 1 and is 0 where a file as a whole is meant."""

    file: str
    line: int
    code: str
    level: Level
    data: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is told: the first of its group, and the places where the same was found."""

    problem: Problem
    also: tuple[Problem, ...] = ()


class Problems:
    """Gathers problems; never stops at the first."""

    def __init__(self) -> None:
        self._all: list[Problem] = []

    def error(self, file: str, line: int, code: str, /, **data: str | int) -> None:
        """Something that only the publisher can put right."""
        self._all.append(Problem(file, line, code, Level.ERROR, data))

    def mended(self, file: str, line: int, code: str, /, **data: str | int) -> None:
        """Something that was wrong and has been put right."""
        self._all.append(Problem(file, line, code, Level.MENDED, data))

    def warn(self, file: str, line: int, code: str, /, **data: str | int) -> None:
        """Something that was left out or left as it is."""
        self._all.append(Problem(file, line, code, Level.WARNING, data))

    @property
    def errors(self) -> int:
        """How many of them keep the edition from being written."""
        return sum(problem.level is Level.ERROR for problem in self._all)

    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, by file and line; what was found very often is told once."""
        groups: dict[tuple[str, object], list[Problem]] = {}
        for problem in sorted(self._all, key=lambda one: (one.file, one.line)):
            groups.setdefault((problem.code, problem.data.get(_GROUPED_BY.get(problem.code, ""))), []).append(problem)
        found = [finding for group in groups.values() for finding in _tell(group)]
        return tuple(sorted(found, key=lambda one: (one.problem.file, one.problem.line)))


def _tell(group: Sequence[Problem]) -> list[Finding]:
    if len(group) <= _TOLD_SINGLY or group[0].level is Level.ERROR:
        return [Finding(problem) for problem in group]
    return [Finding(group[0], tuple(group[1:]))]
