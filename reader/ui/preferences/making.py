"""Settings over a remembered field: the control shows the field, and changes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.ui.preferences.choices import Choices, Steps
from reader.ui.preferences.chooser import Chooser
from reader.ui.preferences.setting import Setting
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.ui.preferences.fields import Fields


def one_of(
    fields: Fields, field: str, name: str, choices: Mapping[Any, str], also: str = "", note: str = ""
) -> Setting:
    """One of a few, side by side."""
    control = Choices(name, choices)
    control.chosen.connect(partial(fields.choose, field))
    return Setting(
        name, control, also, note, lambda: control.show_value(fields.value(field)), partial(fields.reset, field)
    )


def switch(fields: Fields, field: str, name: str, also: str = "", note: str = "") -> Setting:
    """Yes or no."""
    return one_of(fields, field, name, {True: text("Yes"), False: text("No")}, also, note)


def steps(
    fields: Fields,
    field: str,
    name: str,
    step: Callable[[int, int], int],
    ordinary: int,
    also: str = "",
    note: str = "",
) -> Setting:
    """Less or more; ``step`` answers the size after another, ``ordinary`` is the one that is said to be 100 %."""
    control = Steps(text("{name}: smaller", name=name), text("{name}: larger", name=name))
    control.stepped.connect(lambda by: fields.choose(field, step(fields.value(field), by)))
    return Setting(
        name,
        control,
        also,
        note,
        lambda: control.show_value(round(fields.value(field) * 100 / ordinary)),
        partial(fields.reset, field),
    )


def one_of_many(fields: Fields, field: str, name: str, choices: Mapping[Any, str], also: str = "") -> Setting:
    """One of many, in a list that opens."""
    control = Chooser(name)
    for value, words in choices.items():
        control.addItem(words, value)
    control.activated.connect(lambda place: fields.choose(field, control.itemData(place)))
    return Setting(
        name,
        control,
        " ".join([also, *choices.values()]),
        "",
        lambda: control.setCurrentIndex(max(0, control.findData(fields.value(field)))),
        partial(fields.reset, field),
    )
