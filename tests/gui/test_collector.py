"""Qt's objects are destroyed in the window's thread only."""

import gc
import threading

from PySide6.QtCore import QObject, Qt


def test_garbage_is_collected_in_the_windows_thread_only(driver, qtbot):
    assert not gc.isenabled()
    where = []
    ring = [QObject()]
    ring[0].destroyed.connect(lambda: where.append(threading.current_thread() is threading.main_thread()))
    ring.append(ring)
    del ring
    driver.session._collector._collect()
    for _ in range(2000):
        [].append([])
    driver.window.quick.ask("", lambda _library: [[number] for number in range(50_000)], lambda _made: None)
    driver.settle()
    assert where in ([], [True])
    driver.window.close()
    assert gc.isenabled()


def test_reading_leaves_next_to_nothing_to_collect(driver):
    """A row of the navigation, or a page's tree, that waited for the collector would make it halt the window."""
    for key in (Qt.Key.Key_J, Qt.Key.Key_K):  # what is made once
        driver.press(key)
    gc.collect()
    for _ in range(10):
        driver.press(Qt.Key.Key_J)
        driver.window.recount()
        driver.settle()
    rows = len(driver.window.navigation.tree.branches())
    assert gc.collect() < 10 * rows
