"""Read a JSON object field by field. Every fault names the field; fields that are not asked for are ignored."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from reader.bundle.json_text import MAX_INTEGER
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Mapping

_Default = TypeVar("_Default")

ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,127}")
SHA256 = re.compile(r"[0-9a-f]{64}")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Fields:
    """A JSON object. ``where`` names it in errors (``edition.segments[3]``)."""

    __slots__ = ("_value", "where")

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise BundleError("field-wrong", field=where)
        self._value: dict[str, Any] = value
        self.where = where

    def wrong(self, name: str) -> NoReturn:
        """Refuse a field.

        Raises:
            BundleError: ``field-wrong``.
        """
        raise BundleError("field-wrong", field=f"{self.where}.{name}")

    def _absent(self, name: str, default: _Default | None) -> _Default:
        if default is None:
            raise BundleError("field-missing", field=f"{self.where}.{name}")
        return default

    def text(self, name: str, default: str | None = None, pattern: re.Pattern[str] | None = None) -> str:
        """A string; a pattern must fit the whole of it. Without a default it must be there."""
        if name not in self._value:
            return self._absent(name, default)
        value = self._value[name]
        if not isinstance(value, str) or (pattern is not None and pattern.fullmatch(value) is None):
            self.wrong(name)
        return value

    def date(self, name: str, default: str | None = None) -> str:
        """A day of the calendar, ``2019-06-03``. Without a default it must be there."""
        value = self.text(name, default, _DATE)
        try:
            return value if value == default else date.fromisoformat(value).isoformat()
        except ValueError:
            self.wrong(name)

    def integer(self, name: str, default: int | None = None, *, least: int = 0, most: int = MAX_INTEGER) -> int:
        """A whole number between two bounds. Without a default it must be there."""
        if name not in self._value:
            return self._absent(name, default)
        value = self._value[name]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.wrong(name)
        return value

    def flag(self, name: str) -> bool:
        """True or false; false when it is not there."""
        value = self._value.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name)
        return value

    def texts(self, name: str, pattern: re.Pattern[str] | None = None) -> tuple[str, ...]:
        """A list of strings; empty when it is not there."""
        values = self._list(name)
        for value in values:
            if not isinstance(value, str) or (pattern is not None and pattern.fullmatch(value) is None):
                self.wrong(name)
        return tuple(values)

    def localized(self, name: str) -> dict[str, str]:
        """Texts by language; empty when it is not there."""
        values = self.mapping(name)
        for language, text in values.items():
            if LANGUAGE.fullmatch(language) is None or not isinstance(text, str):
                self.wrong(name)
        return values

    def mapping(self, name: str) -> dict[str, Any]:
        """Any JSON object, as it is; empty when it is not there."""
        value = self._value.get(name, {})
        if not isinstance(value, dict):
            self.wrong(name)
        return value

    def object(self, name: str) -> Fields | None:
        """An object, or None when it is not there."""
        return Fields(self._value[name], f"{self.where}.{name}") if name in self._value else None

    def objects(self, name: str) -> tuple[Fields, ...]:
        """A list of objects; empty when it is not there."""
        return tuple(Fields(value, f"{self.where}.{name}[{at}]") for at, value in enumerate(self._list(name)))

    def _list(self, name: str) -> list[Any]:
        values = self._value.get(name, [])
        if not isinstance(values, list):
            self.wrong(name)
        return values


def without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that say something: empty texts, lists and objects, zero, false and None are left out."""
    return {name: value for name, value in fields.items() if value not in ("", (), [], {}, 0, None)}
