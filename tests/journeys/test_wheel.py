"""The wheel that people install has the sample in it, and an empty library offers to read it."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

READ_THE_SAMPLE = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from reader.ui.app import Session, make_application

def until(seen):
    for _ in range(1500):
        if seen():
            return
        QTest.qWait(20)
    raise TimeoutError

def press(place, words):
    found = lambda: [one for one in place.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    until(found)
    found()[0].click()

folder = Path(sys.argv[1])
make_application(offscreen=True)
session = Session(folder, size=(1200, 800), language="en")
window = session.window
try:
    window.start()
    window.show()
    press(window.first_start, "Read the sample")
    press(window.sync, "Bring it in")
    until(lambda: window.bar.title.text() == "The Saddlebag")
    until(lambda: window.articles.articles.rowCount() > 50 and not list(folder.glob("*.zip")))
finally:
    session.end()
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A wheel, unpacked where the checkout is not seen."""
    pytest.importorskip("hatchling")
    into = tmp_path_factory.mktemp("wheel")
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        spec = importlib.util.spec_from_file_location("wheel_of_ours", ROOT / "packaging" / "wheel.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        wheel = module.build(Path(sys.executable), into)
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    zipfile.ZipFile(wheel).extractall(into / "site")
    return into / "site"


def test_an_empty_library_reads_the_sample(installed, tmp_path):
    library = tmp_path / "library"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r})\n{READ_THE_SAMPLE}", library]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


def test_nothing_is_left_in_the_checkout(installed):
    assert installed.is_dir()
    assert not (ROOT / "resources" / "sample.zip").exists()
