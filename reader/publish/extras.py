"""Modules of the ``publish`` extra, loaded when they are first needed: a reader's machine does without them."""

from __future__ import annotations

import importlib
from typing import Any

from reader.errors import PublishError

_PACKAGES = {"yaml": "PyYAML", "PIL": "Pillow", "defusedxml": "defusedxml"}


def load(module: str) -> Any:
    """Import a module of the extra.

    Raises:
        PublishError: ``publish-extra-missing``, naming the package to install.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = _PACKAGES[module.partition(".")[0]]
        raise PublishError("publish-extra-missing", module=package) from error
