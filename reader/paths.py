"""Where things are by default on this system. Only the entry points ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path


def default_data_dir() -> Path:
    """The folder of the reader's own library."""
    return platformdirs.user_data_path("packhorse", appauthor=False)
