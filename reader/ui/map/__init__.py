"""The map: a publication's outlines drawn by ourselves, shaded by the filter, pressed to change it.

What lives here: path data as painter's paths (``outlines``), a map ready to draw (``drawing``), shades, the canvas, and the
page with the list of regions beside it. What must not: counting, the text of filters. Paths are read in the lane.
"""

from reader.ui.map.page import MapPage

__all__ = ["MapPage"]
