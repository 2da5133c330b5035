"""The left pane: library, sections, explore, pages; one tree with counts.

What must not be here: lists of articles. It asks the quick lane for groups and tells a node when one is selected.
"""

from reader.ui.navigation.view import NavigationView

__all__ = ["NavigationView"]
