"""One filter, as things to press: chips of what is in force, facets, months as bars, lists with numbers.

What lives here: widgets that show an overview and tell which change is wanted; ``results`` puts them above a list of hits.
What must not: the text of filters, which ``filtering`` changes through the library. No widget here asks a lane.
"""

from reader.ui.filters.results import Results

__all__ = ["Results"]
