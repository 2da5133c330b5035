"""How pages look, as the reader chose: theme, size, type, width, spacing; and the small popover that changes it.

What must not be here: what the window remembers by itself (``state``).
"""

from reader.ui.preferences.popover import AppearancePopover
from reader.ui.preferences.style import beside_style, page_style

__all__ = ["AppearancePopover", "beside_style", "page_style"]
