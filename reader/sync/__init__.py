"""How content arrives: head -> plan -> space -> fetch -> seal -> activate -> sweep.

Killing it anywhere leaves the old edition readable, and the next run goes on from the last good frame, from any source.

What lives here: reading what a source claims and verifying it, the plan (pure), fetching with every frame checked, and the
run that joins them. What must not: search (the index is derived later, from the store's queue), pages, Qt, SQL.
May import ``reader.sources``, ``reader.store``, ``reader.bundle``, ``reader.model`` and ``reader.errors``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.sync.plan import Allowance, Plan, within
    from reader.sync.run import preview, room_for, synchronize
    from reader.sync.verify import VerifyReport, verify_bundle

__all__ = ["Allowance", "Plan", "VerifyReport", "preview", "room_for", "synchronize", "verify_bundle", "within"]

_HOMES = {
    "Allowance": "plan",
    "Plan": "plan",
    "VerifyReport": "verify",
    "preview": "run",
    "room_for": "run",
    "synchronize": "run",
    "verify_bundle": "verify",
    "within": "plan",
}


def __getattr__(name: str) -> object:
    """What is asked for first brings its module along (PEP 562): a window opens without signatures, archives and locks."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
