"""Which part of a query that finds nothing is to blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.answers.narrowing import filters
from reader.search.query.syntax import And, Language, Name, Node, Or

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.model.search import Query
    from reader.search.answers.evaluate import Evaluation
    from reader.search.answers.translate import Translation

#: Hints that say what no article has.
LANGUAGE, VALUE = "query-language-absent", "query-value-absent"


def absent(query: Query, tree: Node | None, translation: Translation, evaluation: Evaluation) -> str:
    """The hint about a language or a name that is asked for and no article has; nothing where each is there.

    Raises:
        TooLong: the time is over.
    """
    for leaf in _wanted(tree):
        if isinstance(leaf, Language | Name) and not len(evaluation.scores(translation.query(leaf))):
            return LANGUAGE if isinstance(leaf, Language) else VALUE
    languages: Collection[str] = translation.languages
    for name, chosen in filters(query, languages).items():
        if name in ("language", "within") and not len(evaluation.scores(chosen)):
            return LANGUAGE if name == "language" else VALUE
    return ""


def _wanted(tree: Node | None) -> Iterator[Node]:
    """The leaves of a tree that are not excluded."""
    if isinstance(tree, And | Or):
        for child in tree.children:
            yield from _wanted(child)
    elif tree is not None:
        yield tree
