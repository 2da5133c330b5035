"""The keyboard's focus: it is seen in every theme, Tab comes to all that can be used, in the order of reading, and goes on."""

import pytest

from reader.ui.theme import CHOICES
from tests.states.focus import ground, lost, unseen
from tests.states.stage import staged
from tests.states.table import STATES

_STATES = {state.name: state for state in STATES}


@pytest.mark.parametrize("name", ["search", "preferences", "sync-offer"])
def test_the_focus_is_seen_in_every_theme(name, places, qapp):
    with staged(_STATES[name], places) as stage:
        for theme in CHOICES[1:]:
            stage.window.state.theme = theme
            stage.window.restyle()
            assert list(unseen(ground(stage))) == [], theme


@pytest.mark.parametrize(
    "name", ["first-start", "map-one-pane-ar", "note", "appearance", "filing", "keys", "preferences-keys", "timeline"]
)
def test_the_focus_is_seen(name, places, qapp):
    with staged(_STATES[name], places) as stage:
        assert list(unseen(ground(stage))) == []


@pytest.mark.parametrize(
    "name",
    ["first-start", "search", "reading-dark-ar", "map", "timeline", "find", "note", "appearance", "preferences-keys"],
)
def test_tab_comes_to_everything_in_the_order_of_reading(name, places, qapp):
    state = _STATES[name]
    with staged(state, places) as stage:
        assert list(lost(ground(stage), mirrored=state.language == "ar")) == []


def test_tab_stays_in_the_card_of_a_sync(places, qapp):
    with staged(_STATES["sync-offer"], places) as stage:
        assert list(lost(ground(stage), mirrored=False)) == []
