"""Our own files by name."""

from __future__ import annotations

import pytest

from reader import resources


def test_a_file_is_read_by_its_name():
    assert b'"paper"' in resources.read("themes/light.json")
    assert "themes/dark.json" in resources.names("themes")


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../pyproject.toml", "themes/../../README.md", "a//b", "themes\\x", "."]
)
def test_a_name_that_leaves_the_folder_is_refused(name):
    with pytest.raises(ValueError):
        resources.read(name)


def test_a_file_that_is_not_there_is_told():
    assert resources.holds("themes/dark.json")
    assert not resources.holds("themes/none.json")
    with pytest.raises(FileNotFoundError):
        resources.read("themes/none.json")


def test_packed_resources_are_preferred(tmp_path, monkeypatch):
    packed = tmp_path / "_resources" / "themes"
    packed.mkdir(parents=True)
    (packed / "light.json").write_bytes(b"packed")
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)
    resources._root.cache_clear()
    try:
        assert resources.read("themes/light.json") == b"packed"
    finally:
        resources._root.cache_clear()
