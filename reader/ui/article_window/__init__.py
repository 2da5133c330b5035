"""Articles in windows of their own: a light window with one page, and all of them together.

What lives here: the small window, its bar, and which of them are open. It may import what the main window may; the main
window imports it. What must not live here: what a page or a command does.
"""

from __future__ import annotations

from reader.ui.article_window.windows import ArticleWindows

__all__ = ["ArticleWindows"]
