"""What is kept of an article's window, so that it opens again where it was."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from reader.errors import QueryError
from reader.model.listing import Node
from reader.ui.navigator import Place, Visit

_FIELDS = {"article": int, "document": str, "publication": str, "fraction": float, "geometry": list}


@dataclass(frozen=True, slots=True)
class Remembered:
    """The article's key, or a document as text with its publication; how far it was scrolled; where the window stood.

    ``fraction`` is -1 for as far as the library knows that it was read.
    """

    article: int = 0
    document: str = ""
    publication: str = ""
    fraction: float = -1.0
    geometry: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, visit: Visit, geometry: list[int]) -> Remembered:
        """What to keep of a visit."""
        place = visit.place
        document, publication = (str(place.document), place.document.publication) if place.document else ("", "")
        return cls(place.article, document, publication, -1.0 if visit.fraction is None else visit.fraction, geometry)

    @classmethod
    def parse(cls, values: dict[str, Any]) -> Remembered | None:
        """Read what was kept; None when it is not ours."""
        known = {name: values[name] for name, kind in _FIELDS.items() if type(values.get(name)) is kind}
        if len(known) != len(_FIELDS) or not all(type(one) is int for one in known["geometry"]):
            return None
        return cls(**known)

    def values(self) -> dict[str, Any]:
        """What is written into the file."""
        return asdict(self)

    def visit(self) -> Visit | None:
        """Where it was; None when nothing can be shown."""
        try:
            document = Node.parse(self.document, self.publication) if self.document else None
        except QueryError:
            return None
        if self.article <= 0 and document is None:
            return None
        return Visit(
            Place(article=max(0, self.article), document=document), 0, None if self.fraction < 0 else self.fraction
        )
