"""The suggestions as a list: each knows whether a group begins with it, and says its kind and count in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.model.search import SuggestionKind
from reader.ui.words import counted, joined, language_name, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.search import Suggestion

_WORDS = {
    SuggestionKind.FIELD: "Field",
    SuggestionKind.TERM: "Word",
    SuggestionKind.TAG: "Tag",
    SuggestionKind.AUTHOR: "Author",
    SuggestionKind.SECTION: "Section",
    SuggestionKind.TOPIC: "Topic",
    SuggestionKind.REGION: "Region",
    SuggestionKind.SERIES: "Series",
    SuggestionKind.LANGUAGE: "Language",
    SuggestionKind.ARTICLE: "Article",
    SuggestionKind.HISTORY: "Earlier",
    SuggestionKind.SAVED: "Kept",
}


class Role(IntEnum):
    """What the painter asks for."""

    CHOICE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion, the name of its kind, what to show for it, and whether its group begins here."""

    suggestion: Suggestion
    kind: str
    label: str
    begins: bool


class SuggestionModel(QAbstractListModel):
    """Rows in the order in which they were suggested."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[Choice] = []

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these in place of the ones before."""
        self.beginResetModel()
        self._choices = [_choice(suggestions, place) for place in range(len(suggestions))]
        self.endResetModel()

    def suggestion(self, row: int) -> Suggestion | None:
        """The suggestion in a row; None where there is no such row."""
        return self._choices[row].suggestion if 0 <= row < len(self._choices) else None

    def kinds(self) -> set[SuggestionKind]:
        """Kinds that are shown."""
        return {one.suggestion.kind for one in self._choices}

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return len(self._choices)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self._choices[index.row()]
        if role == Role.CHOICE:
            return choice
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return choice.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = choice.suggestion.count
            articles = counted(count, "article", "articles") if count else ""
            return ", ".join(part for part in (choice.label, choice.kind, articles) if part)
        return None


def _choice(suggestions: Sequence[Suggestion], place: int) -> Choice:
    one = suggestions[place]
    label = language_name(one.label) if one.kind is SuggestionKind.LANGUAGE else joined(one.label, one.where)
    return Choice(one, text(_WORDS[one.kind]), label, not place or suggestions[place - 1].kind is not one.kind)
