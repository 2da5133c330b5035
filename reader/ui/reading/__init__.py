"""The right pane: the page of an article or a document.

What lives here: what the lane prepares (``prepared``), the browser that shows it and can load nothing else, finding in
the page, the clock that tells when an article was read, and the dialog that shows an external address. What must not:
rendering, rules of what is related.
"""

from reader.ui.reading.pane import ReadingPane

__all__ = ["ReadingPane"]
