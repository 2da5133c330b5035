"""Which disks are there that can be taken away. Called in a lane: a disk that does not answer must not hold the window.

On Linux the kernel's own list is read first, which never waits, and only places where sticks are mounted are asked for
their names; a network disk that is down is never touched.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from os.path import ismount  # which answers no where Path's would raise, as on a disk that was pulled
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from reader.model.stick import Stick

_MOUNTS = Path("/proc/self/mountinfo")
_STICK_FOLDERS = ("/media/", "/run/media/", "/mnt/")
_NO_DISK = frozenset(
    {"tmpfs", "devtmpfs", "proc", "sysfs", "overlay", "squashfs", "autofs", "nfs", "nfs4", "cifs", "smb3"}
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MOUNT_POINT = 4


def plugged() -> tuple[Stick, ...]:
    """All of them, in the order in which the system names them."""
    if sys.platform.startswith("linux"):
        volumes = [QStorageInfo(place) for place in linux_places(_mount_table())]
    else:
        volumes = [one for one in QStorageInfo.mountedVolumes() if _may_be_stick(one)]
    return tuple(_stick(one) for one in volumes if one.isValid() and one.isReady())


def linux_places(table: str) -> list[str]:
    """Mount points of the kernel's table (proc(5), ``mountinfo``) where desktops mount sticks, without network and memory disks."""
    places = []
    for line in table.splitlines():
        before, _dash, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        place = _unescaped(fields[_MOUNT_POINT]) if len(fields) > _MOUNT_POINT else ""
        if place.startswith(_STICK_FOLDERS) and not (kind in _NO_DISK or kind.startswith("fuse.")):
            places.append(place)
    return places


def stick_of(path: Path) -> Path | None:
    """The mounted disk on which a path lies, when it is one that can be taken away."""
    for place in (path, *path.parents):
        if ismount(place):
            return place if _is_stick_place(place) else None
    return None


def _is_stick_place(place: Path) -> bool:
    if sys.platform == "win32":
        return place.drive.upper() != os.environ.get("SystemDrive", "C:").upper()  # noqa: SIM112  (so it is written there)
    return str(place).startswith(("/Volumes/",) if sys.platform == "darwin" else _STICK_FOLDERS)


def _mount_table() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _unescaped(name: str) -> str:
    """Blanks and the like are written as octal numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), name)


def _may_be_stick(volume: QStorageInfo) -> bool:
    """Neither the system's own disk, nor, on a Mac, anything but what lies in ``/Volumes``."""
    place = volume.rootPath()
    if sys.platform == "darwin":
        return place.startswith("/Volumes/") and bytes(volume.fileSystemType().data()) not in {
            b"smbfs",
            b"nfs",
            b"afpfs",
        }
    return not volume.isRoot() and bytes(volume.device().data()).startswith(b"\\\\?\\Volume")


def _stick(volume: QStorageInfo) -> Stick:
    path = Path(volume.rootPath())
    name = volume.name() or path.name or str(path)
    mark = f"{name}|{volume.bytesTotal()}|{bytes(volume.fileSystemType().data())!r}"
    return Stick(path, name, hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest()[:16])
