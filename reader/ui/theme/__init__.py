"""Colours, fonts, icons and the small style sheet of the window, all from ``resources/themes``.

What must not be here: widgets. A ``Look`` is frozen; who paints by hand is given a new one when the theme changes.
"""

from reader.ui.theme.look import CHOICES, Look, make_look

__all__ = ["CHOICES", "Look", "make_look"]
