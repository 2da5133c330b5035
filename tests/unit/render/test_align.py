"""Which blocks go together: what is certain first, then lengths."""

from __future__ import annotations

import time

from reader.render.align import HEADING, MOST, Piece, align, counterpart, letters


def texts(*sizes):
    return [Piece("text", size) for size in sizes]


def heading(size=20, rank="h2"):
    return Piece(HEADING, size, rank)


def picture(identity):
    return Piece("picture", 0, f"media:{identity}")


def told(left, right):
    return [(list(bead.left), list(bead.right)) for bead in align(left, right)]


def test_equal_texts_go_one_by_one():
    assert told(texts(300, 120, 500), texts(310, 110, 480)) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_a_han_character_is_three_letters():
    assert letters("书 in") == 6


def test_a_language_may_take_fewer_letters():
    assert told(texts(900, 360, 1500), texts(680, 275, 1150)) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_two_paragraphs_that_became_one_stand_beside_it():
    assert told(texts(300, 250, 280, 400), texts(300, 530, 400)) == [([0], [0]), ([1, 2], [1]), ([3], [2])]


def test_one_paragraph_that_became_two_stands_beside_both():
    assert told(texts(300, 530, 400), texts(300, 250, 280, 400)) == [([0], [0]), ([1], [1, 2]), ([2], [3])]


def test_what_was_left_out_stands_beside_nothing():
    assert told(texts(300, 700, 120, 400), texts(300, 120, 400)) == [([0], [0]), ([1], []), ([2], [1]), ([3], [2])]
    assert told(texts(300, 120, 400), texts(300, 700, 120, 400)) == [([0], [0]), ([], [1]), ([1], [2]), ([2], [3])]


def test_headings_hold_the_parts_together_whatever_the_lengths():
    left = [heading(), *texts(900), heading(), *texts(100, 100)]
    right = [heading(), *texts(100, 100), heading(), *texts(900)]
    assert told(left, right)[0] == ([0], [0])
    assert ([2], [3]) in told(left, right)


def test_a_heading_that_the_translation_lacks_is_left_alone():
    left = [heading(), *texts(300), heading(), *texts(500), heading(), *texts(800)]
    right = [heading(), *texts(300, 500), heading(), *texts(800)]
    assert told(left, right) == [([0], [0]), ([1], [1]), ([2], []), ([3], [2]), ([4], [3]), ([5], [4])]


def test_the_same_picture_goes_with_itself():
    left = [*texts(300), picture("a"), *texts(300, 300), picture("b")]
    right = [*texts(300, 300), picture("a"), *texts(300)]
    assert ([1], [2]) in told(left, right)


def test_a_list_would_rather_go_with_a_list():
    left = [Piece("text", 190), Piece("list", 200), Piece("text", 400)]
    right = [Piece("list", 190), Piece("text", 400)]
    assert told(left, right) == [([0], []), ([1], [0]), ([2], [1])]


def test_nothing_goes_with_nothing():
    assert told([], []) == []
    assert told(texts(5), []) == [([0], [])]


def test_a_reader_goes_on_where_the_same_is_said():
    beads = align(texts(300, 250, 280, 400), texts(300, 530, 400))
    assert [counterpart(beads, block) for block in range(4)] == [0, 1, 1, 2]
    beads = align(texts(300, 700, 120, 400), texts(300, 120, 400))
    assert counterpart(beads, 1) == 1
    assert counterpart(beads, 99) == 0


def test_texts_without_end_are_paired_in_linear_time():
    for count in (MOST // 2, MOST * 25):
        start = time.process_time()
        beads = align(texts(*[100] * count), texts(*[90] * (count * 2 // 3)))
        assert sum(len(bead.left) for bead in beads) == count
        assert time.process_time() - start < 20


def test_headings_without_end_are_paired_in_bounded_time():
    start = time.process_time()
    align([heading()] * 5000, [heading()] * 4000)
    assert time.process_time() - start < 20
