"""The structure of the window's states: names, room for words, nothing outside, nothing over another. See ``tests/states``."""

import pytest

from tests.states.stage import staged
from tests.states.structure import faults
from tests.states.table import STATES


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_is_well_built(state, places, qapp):
    with staged(state, places) as stage:
        assert faults(stage, state) == []


def test_names_are_told_apart():
    names = [state.name for state in STATES]
    assert len(set(names)) == len(names) >= 40
