"""Filing articles in collections: what is asked of the lane, and the panel of ticks.

What must not be here: which signal goes where (``reader.ui.collecting``).
"""

from reader.ui.filing.filing import Filing
from reader.ui.filing.panel import FilingPanel

__all__ = ["Filing", "FilingPanel"]
