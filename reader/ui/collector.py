"""Collects Python's cyclic garbage in the window's thread, and there only.

Python collects in whichever thread happens to allocate. A closed dialog found by a lane's thread would be destroyed there,
with its timers still ticking in the window's thread, and Qt would call into freed memory.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500  # often, so that each time is short: what two seconds of reading leave takes as long as a picture
_AT_FIRST_MS = 3000  # nobody waits for memory while a window is being made
_OLDEST = 2


class Collector(QObject):
    """Takes over from Python's own timing while it lives. ``stop`` gives it back.

    Modules and classes, a hundred thousand objects that never go, are not looked through again each time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._has_loaded = False
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._settle)
        self._timer.start(_AT_FIRST_MS)

    def _settle(self) -> None:
        """What the window was made of is not looked through either: fifty milliseconds, when somebody reads already."""
        gc.freeze()
        self._timer.timeout.disconnect()
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY_MS)

    def _collect(self) -> None:
        """The oldest generation that is due, as Python would have chosen."""
        for generation in (_OLDEST, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                if generation == _OLDEST and not self._has_loaded:
                    self._has_loaded = True
                    gc.freeze()  # the lanes have loaded what they need by now
                return

    def stop(self) -> None:
        """When the lanes have ended, Python may collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
