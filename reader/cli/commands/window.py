"""``packhorse`` alone: the window, or a picture of it."""

from __future__ import annotations

import gc
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import PackhorseError

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse --offscreen --screenshot page.png --article pack-horse-librarians --theme dark --size 1400x900"
_LARGEST = 8000


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the window's arguments."""
    parser.add_argument("bundle", metavar="BUNDLE", nargs="?", type=Path, help="a bundle to offer: a folder or a zip")
    parser.add_argument("--offscreen", action="store_true", help="draw without a screen")
    parser.add_argument("--screenshot", type=Path, metavar="FILE.png", help="write a picture of the window and end")
    parser.add_argument("--article", metavar="ID", help="open this article")
    parser.add_argument("--query", metavar="Q", help="search for this")
    parser.add_argument("--node", metavar="NODE", help="select this list, such as section:news")
    parser.add_argument("--language", metavar="TAG", default="", help="speak this language, such as zh-Hans")
    parser.add_argument("--theme", choices=("light", "dark", "sepia", "contrast"), help="use this theme")
    parser.add_argument("--size", type=_size, metavar="WxH", help="the window's size in pixels")


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)[x×](\d+)", text)
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(0 < side <= _LARGEST for side in size):
        raise ValueError(text)
    return size


def run(args: argparse.Namespace) -> int:
    """Open the window."""
    if args.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gc.disable()  # nothing is garbage while the program is loaded; from then on the window says when to collect
    try:
        from reader.ui.app import run as run_window  # noqa: PLC0415  (other verbs must not load Qt)
    except ImportError as error:
        raise PackhorseError("window-unavailable", reason=str(error)) from error
    return run_window(
        args.data_dir,
        bundle=args.bundle,
        offscreen=args.offscreen,
        screenshot=args.screenshot,
        article=args.article,
        query=args.query,
        node=args.node,
        theme=args.theme,
        language=args.language,
        size=args.size,
    )
