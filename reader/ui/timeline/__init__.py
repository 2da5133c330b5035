"""The timeline: articles by month as a picture of its own, with the years as a list.

What must not live here: counting, the text of filters. The bars are the filters' own.
"""

from reader.ui.timeline.page import TimelinePage

__all__ = ["TimelinePage"]
