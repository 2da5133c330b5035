"""The structure of the window's states: names, room for words, nothing outside, nothing over another. See ``tests/states``."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.states.stage import staged
from tests.states.structure import faults
from tests.states.table import STATES


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_is_well_built(state, places, qapp):
    with staged(state, places) as stage:
        assert faults(stage, state) == []


FLOATING = {
    *(
        "keys",
        "go-to",
        "filing",
        "search-facets",
        "address-outside",
        "keep-nothing",
        "preferences-ar",
        "preferences-keys",
    ),
    *("appearance", "contents", "gallery", "suggestions", "list-menu-ar", "sync-offer", "sync-error-two-panes"),
}


STAND_FOR_ALL = {"preferences-ar", "appearance", "suggestions", "sync-offer"}


def floating(*without):
    """Each of these, most of them marked as slow."""
    some = (state for state in STATES if state.name in FLOATING and state.name not in without)
    marks = {True: (), False: (pytest.mark.slow,)}
    return [pytest.param(one, id=one.name, marks=marks[one.name in STAND_FOR_ALL]) for one in some]


@pytest.mark.parametrize("state", floating("gallery"))
def test_what_floats_follows_the_systems_dark_at_once(state, places, qapp, monkeypatch):
    """It looks as if it had been opened in the dark."""
    state = replace(state, theme="system", writes=state.has_library)
    monkeypatch.setattr("reader.ui.theme.look._scheme", lambda: Qt.ColorScheme.Dark)
    with staged(state, places) as stage:
        wanted = stage.picture().toImage()
    monkeypatch.setattr("reader.ui.theme.look._scheme", lambda: Qt.ColorScheme.Light)
    with staged(state, places) as stage:
        assert stage.picture().toImage() != wanted
        monkeypatch.setattr("reader.ui.theme.look._scheme", lambda: Qt.ColorScheme.Dark)
        stage.window.restyle()
        stage.settle()
        assert stage.picture().toImage() == wanted


@pytest.mark.parametrize("state", floating())
def test_what_floats_follows_a_larger_text_at_once(state, places, qapp):
    with staged(state, places) as stage:
        stage.window.state.interface_size = 125
        stage.window.restyle()
        stage.settle()
        assert faults(stage, state) == []


def test_names_are_told_apart():
    names = [state.name for state in STATES]
    assert len(set(names)) == len(names) >= 40
