"""A screen that nobody sees, whose pixels lie in a file: Xvfb's frame buffer, looked at without asking the X server."""

from __future__ import annotations

import mmap
import os
import subprocess
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1400, 900)
#: A caret that blinks and a thumbnail that comes late are less than this share of the pixels.
_SAME = 0.995
_EACH = 7
_LOOK_SECONDS = 0.004
STILL_SECONDS = 3.0
_MOST_SECONDS = 90.0
Pixels = np.ndarray


class Screen:
    """Starts the X server; ``close`` ends it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="screen-")
        width, height = SIZE
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            [*command, "-fbdir", self._folder.name], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        with Path(self._folder.name, "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def look(self) -> Pixels:
        """Some of the pixels, evenly spread."""
        words = np.frombuffer(self._memory, np.uint32, SIZE[0] * SIZE[1], len(self._memory) - 4 * SIZE[0] * SIZE[1])
        return words[::_EACH].copy()

    def seconds_until_still(self, act: Callable[[], object], still: float = STILL_SECONDS) -> float:
        """Act, watch until something changed and then nothing does any more; answers when that picture was first there.

        Raises:
            TimeoutError: nothing changed.
        """
        seen = [(0.0, self.look())]
        started = perf_counter()
        act()
        while (now := perf_counter()) < started + _MOST_SECONDS:
            picture = self.look()
            if _likeness(picture, seen[-1][1]) < 1:
                seen.append((now, picture))
            elif len(seen) > 1 and now > seen[-1][0] + still:
                break
            sleep(_LOOK_SECONDS)
        if _likeness(seen[0][1], seen[-1][1]) > _SAME:
            raise TimeoutError
        return next(at for at, picture in seen if _likeness(picture, seen[-1][1]) >= _SAME) - started

    def close(self) -> None:
        """End the X server."""
        self._memory.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()


def _likeness(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are the same."""
    return float(np.mean(one == other))
