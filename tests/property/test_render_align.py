"""However two texts look, each of their blocks stands in the beads once and in order."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from reader.render.align import Piece, align, counterpart

pieces = st.lists(
    st.builds(
        Piece,
        st.sampled_from(("text", "text", "list", "heading", "picture")),
        st.integers(0, 3000),
        st.sampled_from(("", "", "", "h2", "media:a", "media:b")),
    ),
    max_size=40,
)


@given(pieces, pieces)
def test_no_block_is_lost_or_told_twice(left: list[Piece], right: list[Piece]) -> None:
    beads = align(left, right)
    assert list(chain.from_iterable(bead.left for bead in beads)) == list(range(len(left)))
    assert list(chain.from_iterable(bead.right for bead in beads)) == list(range(len(right)))
    assert all(bead.left or bead.right for bead in beads)


@given(pieces)
def test_a_text_goes_with_itself(text: list[Piece]) -> None:
    assert all(bead.left == bead.right for bead in align(text, text))


@given(pieces, pieces, st.data())
def test_a_later_block_never_goes_with_an_earlier_one(
    left: list[Piece], right: list[Piece], data: st.DataObject
) -> None:
    beads = align(left, right)
    at = data.draw(st.integers(0, len(left)))
    places = [counterpart(beads, block) for block in range(at)]
    assert places == sorted(places)
    assert all(0 <= place <= len(right) for place in places)
