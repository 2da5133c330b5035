"""The protocol of a source."""

from __future__ import annotations

from typing import Protocol, Self


class Source(Protocol):
    """A place that holds publications in the bundle's tree. Names are those of ``reader.bundle.layout``."""

    @property
    def name(self) -> str:
        """What people call this place: the stick's or the file's name."""

    def publications(self) -> tuple[str, ...]:
        """Ids of the publications found here, sorted.

        Raises:
            SourceError: ``source-gone``, ``source-unreadable`` or ``source-empty``.
        """

    def size(self, publication: str, name: str) -> int | None:
        """Size in bytes of a file, or None when it is not here.

        Raises:
            SourceError: ``source-gone`` or ``source-unreadable``.
        """

    def read(self, publication: str, name: str, offset: int, length: int) -> bytes:
        """At most ``length`` bytes from ``offset``; fewer only at the end of the file.

        Raises:
            SourceError: ``source-gone``, ``source-unreadable``, or ``source-missing`` when the file is not here.
        """

    def close(self) -> None:
        """Let go of files. Reading afterwards is a bug."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
