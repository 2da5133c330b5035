"""``PROGRAM LIBRARY COUNT``: start ``packhorse`` or ``kiwix`` on a screen of its own and read so many articles.

Prints the seconds until the first page could be read, those of each next one, and MB of all its processes together.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep

from tests.bench.jobs.screen import Screen
from tests.bench.processes import ROOT, memory_of

IDLE_SECONDS = 5
STILL = 1.0
#: In the window of both, and in the page of the other.
PAGE = ("400", "300")
COMMANDS = {
    "packhorse": [sys.executable, "-m", "reader", "--node", "latest", "--data-dir"],
    "kiwix": ["kiwix-desktop"],
}
#: The next article: a key of ours; in the other the pages themselves are made to follow a click.
NEXT = {"packhorse": ["key", "j"], "kiwix": ["click", "1"]}


def main(program: str, library: Path, count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="home-") as home:
        screen = Screen()
        try:
            print(json.dumps(_used(screen, program, library, count, _environment(screen, home))))
        finally:
            screen.close()


def _used(screen: Screen, program: str, library: Path, count: int, environment: dict[str, str]) -> dict[str, object]:
    started: list[subprocess.Popen] = []

    def start() -> None:
        command = [*COMMANDS[program], str(library)]
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))

    def hand(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=environment, check=True)

    try:
        readable = screen.seconds_until_still(start)
        hand("mousemove", *PAGE)
        hand("windowfocus", "--sync", _window(started[0].pid, environment))  # no window manager does it here
        sleep(IDLE_SECONDS)
        idle, cpu = _memory(started[0].pid), _cpu(started[0].pid)
        opened = [screen.seconds_until_still(lambda: hand(*NEXT[program]), STILL) for _ in range(count)]
        return {
            "readable": readable,
            "opened": opened,
            "cpu": cpu,
            "idle": idle,
            "after reading": _memory(started[0].pid),
        }
    finally:
        for process in started:
            process.terminate()
            process.wait()


def _window(process: int, environment: dict[str, str]) -> str:
    """The number of a process's window."""
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    return subprocess.run(search, env=environment, check=True, capture_output=True, text=True).stdout.split()[-1]


def _environment(screen: Screen, home: str) -> dict[str, str]:
    places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home}
    engine = {"QTWEBENGINE_DISABLE_SANDBOX": "1", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu"}
    return {**os.environ, **places, **engine, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}


def _memory(process: int) -> float:
    """MB of a process and all that it started."""
    return memory_of(process) + sum(map(_memory_of_child, _children(process)))


def _memory_of_child(process: int) -> float:
    try:
        return _memory(process)
    except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
        return 0.0


def _cpu(process: int) -> float:
    """Seconds of CPU time of a process and all that it started, those that ended included."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")  # utime, stime, cutime, cstime: proc(5)
    return own + sum(map(_cpu, _children(process)))


def _children(process: int) -> list[int]:
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return [int(one) for each in lists for one in each.read_text(encoding="ascii").split()]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
