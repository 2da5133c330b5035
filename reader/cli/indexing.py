"""What waits to be indexed, indexed before a verb asks the index: the window does so by itself, and on the command line nobody else would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, tell_error
from reader.errors import StoreError
from reader.library.index import drain, pending

if TYPE_CHECKING:
    from reader.library import Library


def index_what_waits(library: Library) -> None:
    """Bring the index up to date, as after an update of the program or a sync that was stopped.

    Where another process is at it, or the disk takes nothing, what there is can be asked; the second is told of.

    Raises:
        Cancelled: it was stopped; the next verb goes on.
    """
    if not pending(library):
        return
    bar = ProgressBar()
    try:
        drain(library, bar)
    except StoreError as error:
        bar.close()
        if error.code != "index-busy":
            tell_error(error)
    finally:
        bar.close()
