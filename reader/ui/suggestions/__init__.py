"""Ways to go on from what is typed in the search box: a list under it, never in the way of typing.

What lives here: the list's model and painter, the popup, and what joins them to the box and the lane. What must not:
how suggestions are found (``library.suggest``), what a search shows.
"""

from reader.ui.suggestions.completing import Completing

__all__ = ["Completing"]
