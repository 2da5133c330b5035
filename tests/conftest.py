"""Fixtures that several test folders share."""

import os

import pytest

from tests.support.publisher import Publisher

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser):
    parser.addoption("--points", type=int, default=12, help="at how many points a writer is killed: more take longer")
    parser.addoption("--seeds", type=int, default=2, help="how many walks at random are made in the window")
    parser.addoption("--steps", type=int, default=60, help="how many steps each of them has")
    parser.addoption("--slow", action="store_true", help="run all variants, where a few stand for many")


def pytest_collection_modifyitems(config, items):
    """Of variants that are much alike a few are run, unless all are asked for."""
    if not config.getoption("--slow"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


@pytest.fixture(scope="session")
def points(request):
    """At how many points of its work a process is killed."""
    return request.config.getoption("--points")


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path / "publisher")
