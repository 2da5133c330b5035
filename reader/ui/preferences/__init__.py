"""What the reader chooses: the small popover for how pages look, and the window of all preferences with the keys.

A new setting is one entry in ``sections``, over a field of the window's state; what follows from it outside of looks
stands in ``reader.ui.preferring``. What must not be here: what the window remembers by itself (``state``).
"""

from reader.ui.preferences.popover import AppearancePopover
from reader.ui.preferences.style import beside_style, page_style

__all__ = ["AppearancePopover", "beside_style", "page_style"]
