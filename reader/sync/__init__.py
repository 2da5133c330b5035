"""How content arrives: head -> plan -> space -> fetch -> seal -> activate -> sweep.

Killing it anywhere leaves the old edition readable, and the next run goes on from the last good frame, from any source.

What lives here: reading what a source claims and verifying it, the plan (pure), fetching with every frame checked, and the
run that joins them. What must not: search (the index is derived later, from the store's queue), pages, Qt, SQL.
May import ``reader.sources``, ``reader.store``, ``reader.bundle``, ``reader.model`` and ``reader.errors``.
"""

from reader.sync.plan import Allowance, Plan
from reader.sync.run import preview, synchronize
from reader.sync.verify import Report as VerifyReport
from reader.sync.verify import verify_bundle

__all__ = ["Allowance", "Plan", "VerifyReport", "preview", "synchronize", "verify_bundle"]
