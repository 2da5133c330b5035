"""Sticks that are plugged in: which are there, and a quiet word about what they bring.

What lives here: the list of mounted disks that can be taken away, and the watch over it. What must not: reading bundles
(``reader.library.sticks``) and showing what they bring (``reader.ui.sync``).
"""

from reader.ui.sticks.watch import StickWatch

__all__ = ["StickWatch"]
