"""Keys in force: what the reader changed, over what commands have at first."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from reader.ui.commands import GROUPS
from reader.ui.key_names import key_of
from reader.ui.keymap import FIXED, Keymap

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def own():
    return {}


@pytest.fixture
def keymap(qapp, own):
    return Keymap(GROUPS, own)


def test_at_first_all_is_as_the_commands_say(keymap, own):
    assert keymap.keys("next_article") == ("J",)
    assert keymap.keys("toggle_star") == ("S", "Ctrl+D")
    assert not keymap.is_changed
    assert own == {}


def test_a_key_takes_the_place_of_another(keymap, own):
    keymap.give("toggle_star", "Ctrl+B", instead="S")
    assert keymap.keys("toggle_star") == ("Ctrl+B", "Ctrl+D")
    assert keymap.holder("S") is None
    assert own == {"toggle_star": "Ctrl+B\nCtrl+D"}


def test_a_key_is_taken_from_who_had_it_and_comes_back(keymap, own):
    keymap.give("next_article", "K")
    assert keymap.keys("next_article") == ("J", "K")
    assert keymap.keys("previous_article") == ()
    assert keymap.differs("previous_article")
    keymap.reset("next_article")
    assert keymap.keys("previous_article") == ("K",)
    assert own == {}


def test_a_command_put_back_takes_its_key_back(keymap):
    keymap.give("next_article", "K", instead="J")
    keymap.reset("previous_article")
    assert keymap.keys("previous_article") == ("K",)
    assert keymap.keys("next_article") == ()
    assert keymap.holder("J") is None


def test_a_key_given_twice_is_the_last_ones(keymap):
    keymap.give("next_article", "X")
    keymap.give("print_page", "X")
    assert keymap.keys("next_article") == ("J",)
    assert keymap.holder("X").command == "print_page"


def test_a_key_is_taken_away_and_all_come_back(keymap, own):
    keymap.take("toggle_star", "S")
    keymap.take("next_article", "J")
    assert (keymap.keys("toggle_star"), keymap.keys("next_article")) == (("Ctrl+D",), ())
    assert keymap.name("next_article") == ""
    keymap.reset_all()
    assert not keymap.is_changed
    assert own == {}


def test_what_is_put_back_by_hand_is_not_remembered(keymap, own):
    keymap.take("next_article", "J")
    keymap.give("next_article", "J")
    assert own == {}


@pytest.mark.parametrize("key", FIXED)
def test_the_ways_out_cannot_be_lost(keymap, key):
    keymap.take(FIXED[key], key)
    assert key in keymap.keys(FIXED[key])
    assert not keymap.can_have("next_article", key)


@pytest.mark.parametrize("key", ["Up", "Return", "Tab", "Shift+Down", "Backspace", "PgDown", "Home"])
def test_keys_of_lists_and_fields_stay_with_them(keymap, key):
    assert not keymap.can_have("next_article", key)
    assert keymap.can_have("next_article", f"Ctrl+{key.removeprefix('Shift+')}")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"next_article": "Nonsense\nX\nCtrl+"}, ("X",)),
        ({"next_article": "J, K"}, ("J",)),
        ({"next_article": "Up\nF1\nEsc"}, ("J",)),
        ({"next_article": "x\nX\nX"}, ("X",)),
        ({"next_article": "\n".join(f"F{n}" for n in range(12, 30))}, tuple(f"F{n}" for n in range(12, 18))),
        ({"no_such_command": "J"}, ("J",)),
        ({"next_article": ""}, ()),
    ],
)
def test_what_is_damaged_or_unknown_is_ignored(keymap, expected):
    assert keymap.keys("next_article") == expected


@pytest.mark.parametrize("own", [{"of_a_later_time": "F8", "next_article": "X"}])
def test_what_is_unknown_is_kept_for_who_knows_it(keymap, own):
    keymap.reset_all()
    assert own == {"of_a_later_time": "F8"}


@pytest.mark.parametrize("own", [{"help": ""}, {"help": "X"}, {"escape": "zzz"}, {"preferences": "Up"}])
def test_a_damaged_memory_does_not_lose_the_ways_out(keymap):
    assert all(key in keymap.keys(command) for key, command in FIXED.items())


@pytest.mark.parametrize("own", [{"next_article": "X", "previous_article": "X"}])
def test_no_key_has_two_commands(keymap):
    every = [key for one in keymap.in_force for key in one.keys]
    assert len(every) == len(set(every))
    assert keymap.holder("X").command == "next_article"


@pytest.mark.parametrize(
    ("modifiers", "key", "expected"),
    [
        (Mod.NoModifier, Key.Key_J, "J"),
        (Mod.ShiftModifier, Key.Key_A, "Shift+A"),
        (Mod.ShiftModifier, Key.Key_Question, "?"),
        (Mod.ControlModifier | Mod.ShiftModifier, Key.Key_Plus, "Ctrl++"),
        (Mod.ShiftModifier, Key.Key_Space, "Shift+Space"),
        (Mod.ShiftModifier, Key.Key_Backtab, "Shift+Tab"),
        (Mod.KeypadModifier, Key.Key_5, "5"),
        (Mod.ControlModifier, Key.Key_Control, ""),
        (Mod.NoModifier, Key.Key_unknown, ""),
    ],
)
def test_a_press_is_written_as_a_key(qapp, modifiers, key, expected):
    assert key_of(QKeyCombination(modifiers, key)) == expected
