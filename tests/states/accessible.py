"""What a screen reader is told of a state, read from Qt's accessible tree as it reads it: one sentence a fault."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reader.ui.article_list.view import ArticleListView
from reader.ui.words import number, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

Role = QAccessible.Role
_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_MANY = 40
"""So many children of one thing are looked at: rows of a list are all made alike."""
_ROWS = {Role.ListItem, Role.TreeItem, Role.Cell}
_PRESSED = {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox}
_USED = _PRESSED | {Role.EditableText, Role.Slider, Role.List, Role.Tree, Role.Table, Role.Graphic, Role.Document}
_NAMED = _USED | _ROWS | {Role.MenuItem, Role.Grouping, Role.ProgressBar, Role.Dialog, Role.PopupMenu, Role.PageTab}
_MUTE = {Role.NoRole, Role.Client, Role.Border, Role.Pane, Role.LayeredPane, Role.Window}
"""Bare containers: screen readers pass over them and what they are called."""
_TAG, _MNEMONIC = re.compile(r"<[a-zA-Z/!][^>]*>|&(#\d+|[a-z]+);"), re.compile(r"&\w")
_LETTERS = 2
"""So few are a picture made of letters: Aa, A+."""
_BY_OTHER_KEYS = {"Gallery", "SuggestionPopup"}
"""What floats while the keys are elsewhere, or has a key for each of its buttons."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing of the tree, as it is told."""

    interface: QAccessibleInterface
    role: QAccessible.Role
    name: str
    widget: QWidget | None

    @property
    def called(self) -> str:
        """How a fault speaks of it."""
        kind = type(self.widget).__name__ if self.widget is not None else "part"
        return f"{kind} “{self.name[:40]}” ({self.role.name})"


def untold(root: QWidget) -> list[str]:
    """Everything that a screen reader is told wrongly, or not at all, about a widget and what is in it."""
    told = list(_tree(QAccessible.queryAccessibleInterface(root)))
    return [fault for one in told for rule in _RULES for fault in rule(one)] + [*_alike(told), *_current(root)]


def _tree(interface: QAccessibleInterface | None) -> Iterator[_Told]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    thing = interface.object()
    widget = thing if isinstance(thing, QWidget) else None
    yield _Told(interface, interface.role(), interface.text(_NAME), widget)
    for place in range(min(interface.childCount(), _MANY)):
        yield from _tree(interface.child(place))


def _name(one: _Told) -> Iterator[str]:
    if one.role in _NAMED and not _audible(one.name) and not _is_corner(one):
        yield f"{one.called} has no name"
    if _TAG.search(one.name):
        yield f"{one.called} has markup in its name"
    if _MNEMONIC.search(one.name):
        yield f"{one.called} has a mnemonic in its name"
    if one.role is Role.StaticText and not _audible(one.name) and one.widget and not one.interface.rect().isEmpty():
        yield f"{one.called} is there and says nothing"


def _audible(name: str) -> bool:
    return any(unicodedata.category(letter)[0] in "LNSP" for letter in name)


def _is_corner(one: _Told) -> bool:
    return one.widget is None and one.interface.rect().isEmpty()


def _role(one: _Told) -> Iterator[str]:
    if one.role in _MUTE and one.widget is not None:
        if one.interface.state().focusable:
            yield f"{one.called} takes the focus and has no role"
        elif not one.widget.isWindow() and _takes_presses(one.widget):
            yield f"{one.called} is pressed and has no role"
        elif one.name and not one.widget.isWindow():
            yield f"{one.called} has a name that is never said"
        elif one.widget.isWindow() and one.role is not Role.Window:
            yield f"{one.called} floats and has no role"


def _takes_presses(widget: QWidget) -> bool:
    """Whether a class of ours handles the mouse."""
    ours = [each for each in type(widget).__mro__ if not each.__module__.startswith("PySide6")]
    return any({"mousePressEvent", "mouseReleaseEvent"} & set(vars(each)) for each in ours)


def _reach(one: _Told) -> Iterator[str]:
    """What can be pressed can be pressed by keys."""
    state = one.interface.state()
    if one.role in _PRESSED and not state.focusable and not state.disabled:
        above, names = one.widget, set()
        while above is not None:
            names.add(type(above).__name__)
            above = above.parentWidget()
        if not names & _BY_OTHER_KEYS:
            yield f"{one.called} cannot be reached by keys"


def _state(one: _Told) -> Iterator[str]:
    state, widget = one.interface.state(), one.widget
    if widget is None:
        return
    if state.disabled == widget.isEnabled():
        yield f"{one.called} does not say whether it can be used"
    if isinstance(widget, QAbstractButton):
        if (state.checkable, state.checked) != (widget.isCheckable(), widget.isChecked()):
            yield f"{one.called} does not say whether it is checked"
        if widget.isCheckable() and _is_exclusive(widget) != (one.role is Role.RadioButton):
            yield f"{one.called} does not say whether it is one of several"
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and state.readOnly != widget.isReadOnly():
        yield f"{one.called} does not say whether it can be written"


def _is_exclusive(button: QAbstractButton) -> bool:
    group = button.group()
    return group.exclusive() if isinstance(group, QButtonGroup) else button.autoExclusive()


def _label(one: _Told) -> Iterator[str]:
    """Who speaks to the computer says the words that are seen."""
    if isinstance(one.widget, QAbstractButton):
        seen = _letters(one.widget.text())
        if len(seen) > _LETTERS and seen not in _letters(one.name):
            yield f"{one.called} reads “{one.widget.text()}”, which is not in its name"
    if isinstance(one.widget, QComboBox) and not (
        one.interface.relations(QAccessible.RelationFlag.Label) or one.interface.text(_DESCRIPTION)
    ):
        yield f"{one.called} does not say what is chosen there"


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _branch(one: _Told) -> Iterator[str]:
    state = one.interface.state()
    if state.expanded and not state.expandable:
        yield f"{one.called} is open, and not to be opened"


def _items(one: _Told) -> Iterator[str]:
    """A list is told as its items, each in its place, whether it is seen or not."""
    view = one.widget
    if not isinstance(view, ArticleListView):
        return
    if one.role is not Role.List or one.interface.childCount() != view.model().rowCount():
        yield f"{one.called} is not told as a list of {view.model().rowCount()} items"
        return
    count = view.model().rowCount()
    for place in range(min(count, _MANY)):
        item = one.interface.child(place)
        if item.role() is not Role.ListItem or not item.state().selectable or not item.state().focusable:
            yield f"row {place} of {one.called} is no item that can be chosen"
        if item.parent() is not one.interface or one.interface.indexOfChild(item) != place:
            yield f"row {place} of {one.called} does not say where it is"
        if not item.text(_DESCRIPTION).startswith(text("{at} of {count}", at=number(place + 1), count=number(count))):
            yield f"row {place} of {one.called} does not say which of how many it is"
        if item.state().offscreen == view.viewport().rect().intersects(view.visualRect(view.model().index(place, 0))):
            yield f"row {place} of {one.called} does not say whether it is seen"


_RULES = (_name, _role, _reach, _state, _label, _branch, _items)


def _alike(told: list[_Told]) -> Iterator[str]:
    """Two things in a row are told apart."""
    used = [
        one for one in told if one.role in _USED | _ROWS | {Role.MenuItem} and not one.interface.state().offscreen
    ]  # rows out of sight may be on their way still
    for one, other in pairwise(used):
        if one.name and (one.role, one.name) == (other.role, other.name):
            yield f"{one.called} stands beside another that is called the same"


def _current(root: QWidget) -> Iterator[str]:
    """The row with the focus, and every row that is selected, says so; rows of articles say whether they are read."""
    for view in (*root.findChildren(QAbstractItemView), *([root] if isinstance(root, QAbstractItemView) else [])):
        if view.isVisible() and view.currentIndex().isValid():
            yield from _current_row(view)


def _current_row(view: QAbstractItemView) -> Iterator[str]:
    row = QAccessible.queryAccessibleInterface(view).focusChild()
    if row is None or row.role() not in _ROWS:
        yield f"{type(view).__name__} does not say which row has the focus"
        return
    state, name = row.state(), row.text(_NAME)
    if view is QApplication.focusWidget() and not state.focused:
        yield f"the row “{name}” does not say that it has the focus"
    if state.selected != view.selectionModel().isSelected(view.currentIndex()):
        yield f"the row “{name}” does not say whether it is selected"
    if isinstance(view, ArticleListView) and not (text("read") in name or text("unread") in name):
        yield f"the row “{name}” does not say whether it is read"
