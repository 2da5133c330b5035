"""Fixtures that several test folders share."""

import os

import pytest

from tests.support.publisher import Publisher

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser):
    parser.addoption("--points", type=int, default=12, help="at how many points a writer is killed: more take longer")


@pytest.fixture(scope="session")
def points(request):
    """At how many points of its work a process is killed."""
    return request.config.getoption("--points")


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path / "publisher")
