"""Fixtures that several test folders share."""

import os

import pytest

from tests.support.publisher import Publisher

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path / "publisher")
