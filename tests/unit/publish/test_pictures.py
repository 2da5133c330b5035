"""Pictures in tiers, without anything but pixels."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from reader.bundle.limits import LIMITS
from reader.errors import PublishError
from reader.publish.pictures import picture_copies


def encoded(image, kind="PNG", **save):
    file = io.BytesIO()
    image.save(file, kind, **save)
    return file.getvalue()


def noise(width, height):
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


def opened(copy):
    return Image.open(io.BytesIO(copy.data))


def test_three_copies_within_their_limits_even_of_noise():
    copies = picture_copies("a" * 32, encoded(noise(1000, 700)))
    assert [one.tier for one in copies] == ["thumb", "standard", "full"]
    most = (LIMITS.thumb_bytes, LIMITS.standard_bytes, LIMITS.full_bytes)
    assert all(len(one.data) <= limit for one, limit in zip(copies, most, strict=True))
    assert all((one.width, one.height) == opened(one).size for one in copies)
    assert copies[2].width <= 1000
    assert {one.type for one in copies} == {"image/webp"}


def test_small_pictures_are_not_packed_twice_nor_blown_up():
    copies = picture_copies("a" * 32, encoded(Image.new("RGB", (400, 300), "red")))
    assert [(one.tier, one.width) for one in copies] == [("thumb", 213), ("standard", 400)]


def test_places_and_orientation_are_not_carried_along():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET PLACE"
    data = encoded(Image.new("RGB", (300, 100), "red"), "JPEG", exif=exif)
    assert b"SECRET PLACE" in data
    for one in picture_copies("a" * 32, data):
        assert b"SECRET" not in one.data
        assert b"EXIF" not in one.data
        assert one.height > one.width


def test_transparency_and_palettes_survive():
    image = Image.new("RGBA", (50, 50), (255, 0, 0, 0))
    assert opened(picture_copies("a" * 32, encoded(image))[-1]).mode == "RGBA"
    assert opened(picture_copies("a" * 32, encoded(image.convert("P"), "GIF"))[-1]).size == (50, 50)
    assert opened(picture_copies("a" * 32, encoded(Image.new("CMYK", (9, 9)), "JPEG"))[-1]).mode == "RGB"


def test_the_same_picture_gives_the_same_bytes():
    data = encoded(noise(300, 200))
    assert [one.data for one in picture_copies("a" * 32, data)] == [one.data for one in picture_copies("a" * 32, data)]


def bomb(width, height):
    """A PNG's head that promises many pixels."""
    import struct
    import zlib

    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(99)))]
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bomb(8000, 6000), "picture-too-many-pixels"),
        (bomb(10000, 10000), "picture-too-many-pixels"),
        (bomb(60000, 60000), "picture-too-many-pixels"),
        (b"not a picture", "picture-unreadable"),
        (b"", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
        (encoded(noise(200, 200))[:5000], "picture-unreadable"),
    ],
)
def test_what_is_too_large_or_no_picture_is_refused_unread(data, code):
    with pytest.raises(PublishError, match=code):
        picture_copies("a" * 32, data)


def test_a_bad_picture_is_told_and_the_edition_is_packed_without_it(desk):
    desk.write("media/bad.png", b"no")
    desk.write("media/drawing.svg", b"<svg/>")
    cut = encoded(noise(200, 200))[:5000]
    desk.write("media/cut.png", cut)
    desk.article(
        "a.md",
        "title: A\ndate: 2019-06-03",
        "![b](../media/bad.png) ![s](../media/drawing.svg)\n\n![c](../media/cut.png)\n",
    )
    assert desk.pack().written
    assert desk.codes() == {"picture-unreadable", "picture-svg", "picture-damaged"}
    assert desk.get("a").body.startswith("*b* *s*")
    assert desk.told("picture-damaged") == [("articles/a.md", 7)]


def test_a_picture_is_packed_once_for_all_editions(desk):
    desk.picture("media/hill.png")
    desk.write("articles/hill-again.png", (desk.source / "media/hill.png").read_bytes())
    desk.article("a.md", "title: A\ndate: 2019-06-03", "![a](../media/hill.png) ![b](hill-again.png)\n")
    assert desk.pack().pictures == 1
    media = [one for one in desk.state().last.segments if one.kind == "media"]
    assert [(one.tier, one.objects) for one in media] == [("thumb", 1)]
    desk.article("b.md", "title: B\ndate: 2019-06-03", "![a](../media/hill.png)\n")
    assert desk.pack().pictures == 0
    assert desk.state().last.segments[:2] == desk.state().last.segments[:2]
