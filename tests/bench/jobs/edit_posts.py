"""``hold|change FOLDER``: put one post of a hundred aside; later bring those, and add a sentence to one of a hundred others."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

from tests.bench.words import SEED

EVERY = 100
WORDS = 20


def hold(folder: Path) -> None:
    for post in _posts(folder)[::EVERY]:
        aside = _aside(folder) / post.relative_to(folder)
        aside.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(post, aside)


def change(folder: Path) -> None:
    chance = random.Random(SEED)
    for post in _posts(folder)[EVERY // 2 :: EVERY]:
        text = post.read_text(encoding="utf-8")
        words = text.rpartition("\n---")[2].split()
        added = " ".join(chance.choices(words or ["new"], k=WORDS))
        post.write_text(f"{text.rstrip()}\n\n{added}\n", encoding="utf-8")
    shutil.copytree(_aside(folder), folder, dirs_exist_ok=True)


def _posts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if not path.name.startswith("_"))


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-aside")


if __name__ == "__main__":
    {"hold": hold, "change": change}[sys.argv[1]](Path(sys.argv[2]))
