"""Whether something is there, on a disk that may have been pulled.

``Path``'s own questions raise what a pulled disk answers (``EIO``); these answer no.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a folder is there and can be looked at."""
    return os.path.isdir(path)  # noqa: PTH112  (see above)


def is_file(path: Path) -> bool:
    """Whether a file is there and can be looked at."""
    return os.path.isfile(path)  # noqa: PTH113  (see above)
