"""Qt's objects are destroyed in the window's thread only."""

import gc
import threading

from PySide6.QtCore import QObject


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
