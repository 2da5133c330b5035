"""One-row tables: the only boxes and columns that Qt lays out."""

from __future__ import annotations

from reader.model.article import is_right_to_left


def columns(cells: tuple[str, ...], language: str, attributes: str = "", padding: int = 0) -> str:
    """Cells side by side over the whole measure, in the language's direction."""
    return f'<table class="box"{attributes} width="100%" cellspacing="0" cellpadding="{padding}">{row(cells, language)}</table>'


def row(cells: tuple[str, ...], language: str) -> str:
    """A row of cells, the first where the language begins. Qt lays all rows from left to right, so we turn them."""
    turned = reversed(cells) if is_right_to_left(language) else cells
    return f"<tr>{''.join(turned)}</tr>"
