"""Walks in which nothing may give way, two short ones unless more are asked for; and walks that must fail, or a blind monkey passed."""

import pytest

from tests.monkey import running, world
from tests.monkey.planted import FAULTS


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """What walks begin with, made once."""
    return world.make(tmp_path_factory.mktemp("monkey") / "base")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(1, 1 + metafunc.config.getoption("--seeds")))


def test_nothing_gives_way(base, tmp_path, seed, request):
    outcome = running.walk(base, tmp_path, seed, request.config.getoption("--steps"))
    assert outcome.passed, str(outcome)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.slow
def test_a_planted_fault_is_told_of(base, tmp_path, fault):
    outcome = running.walk(base, tmp_path, 1, 60, planted=fault)
    assert not outcome.passed
    assert FAULTS[fault][1] in outcome.faults
