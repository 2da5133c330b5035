"""Contrast of everything that is painted, in every theme: https://www.w3.org/TR/WCAG22/, 1.4.3, 1.4.6 and 1.4.11.

Not held to it: what is disabled, hairlines and grounds that only part what white space parts already (``rule``, ``chip`` on ``paper``),
and the map's shades, which ``tests/gui/test_map.py`` measures.
"""

import json
import re

import pytest

from reader import resources
from reader.model.page_style import PageStyle, Theme
from reader.render.style import style_sheet
from reader.ui.reading import gallery
from reader.ui.theme import CHOICES
from reader.ui.theme import stylesheet as window
from tests.support.contrast import ratio

TEXT = {
    "ink": ("paper", "panel", "selected", "chip", "code"),
    "soft": ("paper", "panel", "selected", "chip", "code"),  # meta lines, counts, placeholders, notes
    "accent": ("paper", "panel", "selected", "chip", "code"),  # links, stars, buttons that are links
    "good": ("paper", "chip"),
    "warning": ("paper", "chip"),
    "paper": ("accent", "ink"),  # the likeliest button; the place found that one is at
    "mark_ink": ("mark",),
}
"""Text by what may lie behind it: pages, lists, rows that are selected or under the mouse, boxes, code."""
SHAPES = {
    "accent": ("paper", "panel", "selected", "chip"),  # the focus; dots, bars, ticked boxes
    "soft": ("paper", "panel", "selected", "chip"),  # icons, arrows, the edges of buttons and boxes
    "ink": ("paper", "panel", "selected"),  # icons, the cursor on the histogram
    "paper": ("accent", "soft"),  # the tick in a box, also in one that cannot be changed
}


def pairs(table):
    return [(ink, ground) for ink, grounds in table.items() for ground in grounds]


@pytest.fixture(params=CHOICES[1:])
def theme(request):
    return Theme.parse(resources.read(f"themes/{request.param}.json"))


@pytest.mark.parametrize(("ink", "ground"), pairs(TEXT))
def test_text_can_be_read(theme, ink, ground):
    least = 7 if theme.name == "contrast" else 4.5
    assert ratio(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize(("ink", "ground"), pairs(SHAPES))
def test_shapes_can_be_told_from_what_lies_behind(theme, ink, ground):
    least = 4.5 if theme.name == "contrast" else 3
    assert ratio(getattr(theme, ink), getattr(theme, ground)) >= least


def test_pictures_have_words_that_can_be_read():
    assert ratio(gallery._INK, gallery._VEIL) >= 7
    assert ratio(gallery._SOFT, gallery._VEIL) >= 7


def test_the_table_has_every_pair_of_the_windows_sheet():
    found = []
    for rule in re.findall(r"\{([^}]*)\}", re.sub(r"\$\{\w+\}", "0", window._SHEET.template)):
        said = dict(
            re.findall(r"(?:^|[ ;])(background|color|selection-background-color|selection-color): \$(\w+)", rule)
        )
        found += [(said.get(f"{part}color"), said.get(f"{part}background{end}")) for part, end in _PARTS]
    assert _whole(found)
    assert _whole(found) <= set(pairs(TEXT))


_PARTS = (("", ""), ("selection-", "-color"))


def test_the_table_has_every_pair_of_the_pages_sheet(theme):
    names = {value: name for name, value in json.loads(resources.read(f"themes/{theme.name}.json")).items()}
    found = []
    for rule in re.findall(r"\{([^}]*)\}", style_sheet(PageStyle(theme), "en")):
        said = dict(re.findall(r"(?:^|[ ;])(background-color|color): (#\w+)", rule))
        found.append((said.get("color"), said.get("background-color")))
    colours = {(getattr(theme, ink), getattr(theme, ground)) for ink, ground in pairs(TEXT)}
    assert _whole(found)
    assert {(names[ink], names[ground]) for ink, ground in _whole(found) - colours} == set()


def _whole(found):
    return {pair for pair in found if all(pair)}
