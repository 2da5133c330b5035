"""The middle pane: one list for a node, a tag and a search.

What lives here: what the lane fetches (``contents``), the model that holds an array of keys and pages of rows, the painter
of rows, thumbnails, header and view. What must not: pages of articles, SQL. 100,000 rows scroll as 100 do: every row has
the same height, only rows near what is seen are fetched, and no row is a widget.
"""

from reader.ui.article_list.pane import ArticleListPane

__all__ = ["ArticleListPane"]
