"""Memory that a process keeps for large arrays, from one to the next."""

from __future__ import annotations

import numpy as np

#: The largest block that the C library learns from.
_LARGEST = 1 << 25


def keep_room(size: int) -> None:
    """Let the memory of arrays of so many bytes stay with the process when they go.

    The C library on Linux gives large blocks back to the system at once, until it has seen a larger one go (mallopt(3),
    M_MMAP_THRESHOLD); and to get them again, page by page, takes as long as what is done in them. Elsewhere this does nothing.
    """
    np.empty(min(size, _LARGEST), np.uint8)  # is never touched, and gone at once
