"""The strict JSON that payloads, index rows and metadata are written in. It has one meaning, and one way to be written."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from reader.bundle.limits import LIMITS, Limits
from reader.errors import BundleError

#: The largest integer that every JSON reader keeps exactly (RFC 8259, section 6).
MAX_INTEGER = 2**53 - 1
_INTEGER_LETTERS = 17


def canonical_json(value: Any) -> bytes:
    """Write JSON in one way only: sorted keys, no spaces, UTF-8. Whoever writes reads it back, for numbers and limits.

    Raises:
        BundleError: ``json-malformed`` for half a surrogate pair, which UTF-8 does not have.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise BundleError("json-malformed", reason="half a surrogate pair") from error


def strict_json(data: bytes, limits: Limits = LIMITS) -> Any:
    """Read JSON that has one meaning only (RFC 8259, with I-JSON's rules of RFC 7493 on keys, numbers and Unicode).

    Raises:
        BundleError: ``json-malformed``, ``json-key-doubled``, ``json-number``, ``json-too-deep`` or
            ``json-string-too-long``.
    """
    try:
        value = _DECODER.decode(data.decode("utf-8"))
    except RecursionError as error:
        raise BundleError("json-too-deep", most=limits.json_depth) from error
    except ValueError as error:
        raise BundleError("json-malformed", reason=str(error)[:200]) from error
    if (
        b"\\u" in data
        or len(data) > limits.json_string_bytes
        or data.count(b"[") + data.count(b"{") > limits.json_depth
    ):
        _check(value, limits, limits.json_depth)
    return value


def _check(value: Any, limits: Limits, depth: int) -> None:
    """Walk a value for what the parser lets through. Small plain values cannot have it and are not walked."""
    if isinstance(value, str):
        _check_string(value, limits)
    elif isinstance(value, (list, dict)):
        if not depth:
            raise BundleError("json-too-deep", most=limits.json_depth)
        for item in value:
            _check(item, limits, depth - 1)
        if isinstance(value, dict):
            for item in value.values():
                _check(item, limits, depth - 1)


def _check_string(text: str, limits: Limits) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise BundleError("json-malformed", reason="half a surrogate pair") from error
    if "\0" in text:
        raise BundleError("json-malformed", reason="a NUL in a string")
    if size > limits.json_string_bytes:
        raise BundleError("json-string-too-long", bytes=size, most=limits.json_string_bytes)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise BundleError("json-key-doubled")
    return fields


def _integer(text: str) -> int:
    number = int(text) if len(text) <= _INTEGER_LETTERS else MAX_INTEGER + 1
    if abs(number) > MAX_INTEGER:
        raise BundleError("json-number", number=text[:40])
    return number


def _refused(text: str) -> NoReturn:
    raise BundleError("json-number", number=text[:40])


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_integer, parse_float=_refused, parse_constant=_refused)
