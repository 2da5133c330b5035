"""Errors, in families by what a reader can do about them.

Every error has a stable ``code`` and plain ``data``; it carries no sentence. ``reader.wording`` turns a code into what
happened and what to do next. A foreign exception becomes one of these where it arises (``raise ... from``).
A bug is not one of these: it stays uncaught until the edge. Imports nothing of ours.
"""

from __future__ import annotations


class PackhorseError(Exception):
    """Base of all errors that a reader can be told about.

    Args:
        code: stable name of the fault, ``area-what``, such as ``signature-wrong``.
        data: plain values that the sentence may name (strings and numbers only).
    """

    def __init__(self, code: str, /, **data: str | int) -> None:
        self.code = code
        self.data = data
        super().__init__(code, data)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.data.items())
        return f"{self.code} ({details})" if details else self.code


class SourceError(PackhorseError):
    """The place where bytes come from is gone, empty or unreadable: plug in again, try another."""


class BundleError(PackhorseError):
    """What was read is not what the publisher signed, or breaks a limit of the format: refuse it."""


class StoreError(PackhorseError):
    """Our own disk: full, locked, damaged, or not ours to write."""


class QueryError(PackhorseError):
    """What was asked for is not there or cannot be understood: ask again."""


class PublishError(PackhorseError):
    """What a distributor gave us to publish cannot be used as it is: mend the source."""


class Cancelled(PackhorseError):  # noqa: N818  (it is not a fault)
    """The person stopped it. Nothing is broken; the next run goes on."""

    def __init__(self) -> None:
        super().__init__("cancelled")
