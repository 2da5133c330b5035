"""The tree's model, built from the library's groups. New counts change rows in place; new rows rebuild it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from reader.model.listing import Node, NodeKind
from reader.ui.words import counted, joined, language_name, number, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.listing import NavGroup, NavItem

Index = QModelIndex | QPersistentModelIndex

EXPLORE = ("topics", "regions", "series", "authors", "tags", "languages")
_WORDS = {
    "library": "Library",
    "sections": "Sections",
    "explore": "Explore",
    "pages": "About",
    "topics": "Topics",
    "regions": "Regions",
    "series": "Series",
    "authors": "Authors",
    "tags": "Tags",
    "languages": "Languages",
    "latest": "Latest",
    "all": "All articles",
    "unread": "Unread",
    "starred": "Starred",
    "history": "History",
    "most-read": "Most read",
    "most-opened": "My most read",
    "notes": "Notes",
    "saved": "Saved searches",
    "collections": "Collections",
    "new": "New in this edition",
    "glossary": "Glossary",
    "events": "Events",
    "map": "Map",
    "timeline": "Timeline",
}
_UNNAMED = frozenset(
    {
        NodeKind.LATEST,
        NodeKind.UNREAD,
        NodeKind.STARRED,
        NodeKind.HISTORY,
        NodeKind.MOST_READ,
        NodeKind.MOST_OPENED,
        NodeKind.NOTES,
        NodeKind.NEW,
        NodeKind.GLOSSARY,
        NodeKind.EVENTS,
        NodeKind.MAP,
        NodeKind.TIMELINE,
    }
)


class Role(IntEnum):
    """What the delegate and the view ask for."""

    BRANCH = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True, eq=False)
class Branch:
    """A row: a heading (no node, always open), a folder (no node) or what a node opens."""

    title: str
    node: Node | None = None
    count: int = 0
    unread: int = 0
    heading: bool = False
    name: str = ""
    parent: Branch | None = None
    row: int = 0
    number: int = 0
    children: list[Branch] = field(default_factory=list)
    #: The publication that a kept search keeps to, where that does not go without saying.
    where: str = ""
    #: The publication whose sections are below this heading.
    publication: str = ""
    #: A name that stays the same over a rebuild and a restart.
    path: str = field(init=False)

    def __post_init__(self) -> None:
        self.path = f"{self.node.publication}/{self.node}" if self.node else f"#{self.name}"

    @property
    def label(self) -> str:
        """The title, and where it looks."""
        return joined(self.title, self.where)

    def add(self, child: Branch) -> None:
        """Put a row below this one."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)

    def walk(self) -> Iterator[Branch]:
        """This row and all below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


def title_of(item: NavItem) -> str:
    """The words for a row."""
    if item.node.kind in _UNNAMED or item.node == Node(NodeKind.COLLECTION):
        return text(_WORDS.get(item.title, item.title))
    return language_name(item.node.id) if item.node.kind is NodeKind.LANGUAGE else item.title


def kind_title(kind: NodeKind) -> str:
    """The words for a list that has no row, as an empty one may have none."""
    return text(_WORDS.get(str(kind), str(kind).capitalize()))


def rows_of(groups: Sequence[NavGroup]) -> list[Branch]:
    """The root, and all rows from the top down. Made in the lane: tags are many."""
    return list(build(groups).walk())


def build(groups: Sequence[NavGroup]) -> Branch:
    """Rows for the groups: a heading each; what explores together is under one heading."""
    root = Branch("", name="root")
    explore = Branch(text(_WORDS["explore"]), heading=True, name="explore")
    for group in groups:
        if group.name in EXPLORE:
            folder = Branch(text(_WORDS[group.name]), count=len(group.items), name=group.name)
            _fill(folder, group.items)
            explore.add(folder)
            continue
        if group.name == "pictures":
            _fill(explore, group.items)
            continue
        if group.name == "pages" and explore.parent is None and explore.children:
            root.add(explore)
        title = group.title or text(_WORDS.get(group.name, group.name))
        whose = group.publication if group.name == "sections" else ""
        heading = Branch(title, heading=True, name=group.name + group.publication, publication=whose)
        _fill(heading, group.items)
        root.add(heading)
    if explore.parent is None and explore.children:
        root.add(explore)
    return root


def _fill(branch: Branch, items: Sequence[NavItem]) -> None:
    for item in items:
        child = Branch(title_of(item), item.node, item.count, item.unread, where=item.where)
        branch.add(child)
        _fill(child, item.children)


_HEADING = Qt.ItemFlag.ItemIsEnabled
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class NavigationModel(QAbstractItemModel):
    """A read-only tree of branches, one column."""

    def __init__(self) -> None:
        super().__init__()
        self._root = Branch("")
        self._branches: list[Branch] = []
        self._numbered: list[Branch] = []
        self._of_node: dict[Node, Branch] = {}
        self._of_any: dict[tuple[NodeKind, str], Branch] = {}

    def show(self, rows: Sequence[Branch]) -> bool:
        """Show these. Answers whether rows came or went, so that the view must open its folders again."""
        root, *fresh = rows
        if [one.path for one in fresh] == [one.path for one in self._branches]:
            self._update(fresh)
            _take_apart(rows)
            return False
        before = (self._root, *self._branches)
        self.beginResetModel()
        self._root, self._branches, self._numbered = root, fresh, fresh
        for place, branch in enumerate(fresh):
            branch.number = place
        named = [(one.node, one) for one in reversed(fresh) if one.node]  # of several the first is kept
        self._of_node = dict(named)
        self._of_any = {(node.kind, node.id): one for node, one in named}
        self.endResetModel()
        _take_apart(before)
        return True

    def _update(self, fresh: list[Branch]) -> None:
        for old, new in zip(self._branches, fresh, strict=True):
            if (old.label, old.count, old.unread) != (new.label, new.count, new.unread):
                old.title, old.where, old.count, old.unread = new.title, new.where, new.count, new.unread
                index = self.index_of(old)
                self.dataChanged.emit(index, index)

    def put(self, branch: Branch, to: int) -> None:
        """Put a row at another place, counted from 0, among those with the same parent. All others stay in order."""
        above = branch.parent or self._root
        parent = QModelIndex() if above is self._root else self.index_of(above)
        self.beginMoveRows(parent, branch.row, branch.row, parent, to + (to > branch.row))
        above.children.insert(to, above.children.pop(branch.row))
        for row, child in enumerate(above.children):
            child.row = row
        _root, *self._branches = self._root.walk()
        self.endMoveRows()

    def branches(self) -> Sequence[Branch]:
        """All rows, from the top down."""
        return self._branches

    def index_of(self, branch: Branch) -> QModelIndex:
        """Where a row is."""
        return self.createIndex(branch.row, 0, branch.number)

    def find(self, node: Node) -> QModelIndex:
        """The row of a node; one of any publication when none is of its own. A kept search is just what it is."""
        branch = self._of_node.get(node)
        if branch is None and node.kind is not NodeKind.SEARCH:
            branch = self._of_any.get((node.kind, node.id))
        return self.index_of(branch) if branch else QModelIndex()

    def holds(self, node: Node) -> bool:
        """Whether a row opens just this, of whatever publication; a search in just its own."""
        return self.find(node).isValid()

    def branch(self, index: Index) -> Branch:
        """The row at an index."""
        return self._numbered[index.internalId()] if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  (Qt's signature)
        children = self.branch(parent).children
        return self.index_of(children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        above = self.branch(index).parent
        return QModelIndex() if above is None or above is self._root else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return len(self.branch(parent).children)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _HEADING if self.branch(index).heading else _ROW

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        branch = self.branch(index)
        if role == Role.BRANCH:
            return branch
        if role == Qt.ItemDataRole.DisplayRole:
            return branch.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(branch)
        if role == Qt.ItemDataRole.ToolTipRole and branch.count and branch.node:
            articles = counted(branch.count, "article", "articles")
            return joined(f"{articles}, {_new(branch)}" if branch.unread else articles, branch.where)
        return None


def _take_apart(rows: Sequence[Branch]) -> None:
    """Rows that are shown no more, a thousand at each count, go at once: parents and children would wait for the collector."""
    for branch in rows:
        branch.parent = None
        branch.children.clear()


def _spoken(branch: Branch) -> str:
    if branch.heading or not branch.count:
        return branch.label
    if branch.node is None:
        return f"{branch.title}, {number(branch.count)}"
    spoken = f"{branch.label}, {counted(branch.count, 'article', 'articles')}"
    return spoken + (f", {_new(branch)}" if branch.unread else "")


def _new(branch: Branch) -> str:
    """What is not read yet; in a kept search, what came since it was looked at."""
    is_search = branch.node is not None and branch.node.kind is NodeKind.SEARCH
    return text("{count} new" if is_search else "{count} unread", count=number(branch.unread))
