"""Open the reader on the sample publication: install, make keys, pack, sync, open. Everything stays in this checkout.

Other arguments go to ``packhorse``, such as ``--offscreen --screenshot page.png``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import environment

WORK = environment.ROOT / ".sample"
KEYS, BUNDLE, LIBRARY = WORK / "keys", WORK / "saddlebag.zip", WORK / "library"


def main() -> int:
    """Run all steps. A second run installs nothing, packs only what changed, and opens where you were."""
    offscreen = "--offscreen" in sys.argv
    environment.ensure("requirements.txt", screen=_has_screen() and not offscreen)
    if not KEYS.is_dir():
        _packhorse("keygen", KEYS, "--no-passphrase")
    _packhorse("pack", environment.ROOT / "resources" / "sample", BUNDLE, "--keys", KEYS)
    verified = _packhorse("verify", BUNDLE)
    _packhorse("sync", BUNDLE, "--media", "full", "--trust", verified["fingerprint"], "--data-dir", LIBRARY)
    if not offscreen and not _has_screen():
        sys.exit("There is no screen here. Add: --offscreen --screenshot page.png")
    command = [environment.program("packhorse"), "--data-dir", LIBRARY, *sys.argv[1:]]
    return subprocess.run(command, check=False).returncode


def _packhorse(verb: str, *arguments: object) -> dict[str, str]:
    """Run a verb with --json and read its first line; end with its own sentence when it fails."""
    command = [environment.program("packhorse"), verb, "--json", *arguments]
    done = subprocess.run(
        [str(one) for one in command], stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in {0, 3}:
        sys.exit(done.returncode)
    answer: dict[str, str] = json.loads((done.stdout.splitlines() or ["{}"])[0])
    return answer


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
