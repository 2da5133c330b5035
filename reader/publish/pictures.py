"""Pictures in three sizes, stripped of everything but their pixels.

Each copy is decoded and encoded anew, so that no EXIF, place, profile or tracker goes along. WebP is the one format: its
lossy form is smaller than JPEG at the same quality, its lossless form smaller than PNG, and Qt and browsers read both.
"""

from __future__ import annotations

import io
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.bundle.limits import LIMITS
from reader.bundle.segment import NewObject
from reader.errors import PublishError
from reader.model.article import Tier
from reader.model.publication import Kind
from reader.publish.extras import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
_QUALITIES = (84, 76, 68, 60, 50, 40, 30)
#: No quality makes up for more than this.
_HOPELESS = 5
_SMALLER = 0.8
_LEAST_PIXELS = 16
#: A picture with no more colours is a drawing, which may be smaller without loss.
_FEW_COLOURS = 4096
_WORKERS = 2


@dataclass(frozen=True, slots=True)
class _Size:
    tier: Tier
    box: tuple[int, int]
    most: int


_SIZES = (
    _Size(Tier.THUMB, (240, 160), LIMITS.thumb_bytes),
    _Size(Tier.STANDARD, (960, 960), LIMITS.standard_bytes),
    _Size(Tier.FULL, (2000, 2000), LIMITS.full_bytes),
)


def picture_copies(media: str, data: bytes, name: str = "") -> list[NewObject]:
    """A picture's copies, smallest first. The largest is left out when it would be no larger than the one before it.

    Raises:
        PublishError: ``picture-too-many-pixels`` or ``picture-unreadable``; ``publish-extra-missing``.
    """
    image = _decode(data, name)
    copies: list[NewObject] = []
    for size in _SIZES:
        copy = _copy(media, image, size)
        if not copies or (copy.width, copy.height) != (copies[-1].width, copies[-1].height):
            copies.append(copy)
    return copies


def pack_pictures(
    wanted: Iterable[tuple[str, Callable[[], bytes]]],
) -> Iterator[tuple[str, list[NewObject] | PublishError]]:
    """The copies of many pictures, or why one has none, in their order; two are encoded at a time."""
    items = list(wanted)

    def make(item: tuple[str, Callable[[], bytes]]) -> list[NewObject] | PublishError:
        media, read = item
        try:
            return picture_copies(media, read())
        except PublishError as error:
            if error.code == "publish-extra-missing":
                raise
            return error

    with ThreadPoolExecutor(_WORKERS) as workers:
        yield from zip((media for media, _read in items), workers.map(make, items), strict=True)


def probe(data: bytes, name: str = "") -> None:
    """Look at a picture's head: whether it is one, and how large. Nothing is decoded.

    Raises:
        PublishError: ``picture-too-many-pixels`` or ``picture-unreadable``; ``publish-extra-missing``.
    """
    with _opened(data, name):
        pass


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Any]:
    pil = load("PIL.Image")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pil.DecompressionBombWarning)
            opened = pil.open(io.BytesIO(data), formats=_FORMATS)
        with opened:
            pixels = opened.width * opened.height
            if pixels > LIMITS.image_pixels:
                raise PublishError("picture-too-many-pixels", file=name, most=LIMITS.image_pixels)
            yield opened
    except (pil.DecompressionBombError, pil.DecompressionBombWarning) as error:
        raise PublishError("picture-too-many-pixels", file=name, most=LIMITS.image_pixels) from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
        raise PublishError("picture-unreadable", file=name, reason=str(error)[:100]) from error


def _decode(data: bytes, name: str) -> Any:
    """A picture upright, in plain colours, no larger than its largest copy will be."""
    pil = load("PIL.Image")
    with _opened(data, name) as opened:
        if opened.format == "JPEG":
            opened.draft("RGB", _SIZES[-1].box)
        image = load("PIL.ImageOps").exif_transpose(opened)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        image.thumbnail(_SIZES[-1].box, pil.Resampling.LANCZOS)
        return image


def _copy(media: str, image: Any, size: _Size) -> NewObject:
    pil = load("PIL.Image")
    box = size.box
    while True:
        scaled = image.copy()
        scaled.thumbnail(box, pil.Resampling.LANCZOS)
        data = _encode(scaled, size.most, drawing=scaled.size == image.size and bool(image.getcolors(_FEW_COLOURS)))
        if data is not None:
            break
        box = (max(_LEAST_PIXELS, int(box[0] * _SMALLER)), max(_LEAST_PIXELS, int(box[1] * _SMALLER)))
    return NewObject(
        Kind.IMAGE, media, data, type="image/webp", tier=size.tier, width=scaled.width, height=scaled.height
    )


def _encode(image: Any, most: int, *, drawing: bool) -> bytes | None:
    """The best copy of at most ``most`` bytes, or None when even the poorest is larger.

    A drawing is tried without loss, too; scaled ones have too many shades for that to pay.
    """
    lossless = _webp(image, lossless=True) if drawing else b""
    for quality in _QUALITIES:
        data = _webp(image, quality=quality)
        if lossless and len(lossless) <= min(len(data), most):
            return lossless
        if len(data) <= most:
            return data
        if len(data) > _HOPELESS * most:
            break
    return None


def _webp(image: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", method=4, **options)
    return file.getvalue()
