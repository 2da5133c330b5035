"""What waits is indexed first; where that fails, what there is can still be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from reader.cli import indexing
from reader.errors import StoreError

if TYPE_CHECKING:
    from reader.library import Library


@pytest.mark.parametrize(("code", "said"), [("index-busy", ""), ("index-disk-full", "disk is full")])
def test_a_fault_is_told_of_unless_somebody_else_is_at_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    def fails(*_: object) -> int:
        raise StoreError(code)

    monkeypatch.setattr(indexing, "pending", lambda _: 3)
    monkeypatch.setattr(indexing, "drain", fails)
    indexing.index_what_waits(cast("Library", None))
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error
    assert bool(error) is bool(said)
