"""Scrolls a page that is laid out to its end."""


def scroll_by_share(browser, share):
    """Scroll to a share of the whole text.

    Until Qt has laid all of it out, the bar's end is an estimate that may be far too long, and a share of it so near the
    text's end that a larger window cannot have the same words at its top.
    """
    bar, document = browser.verticalScrollBar(), browser.document()
    document.documentLayout().blockBoundingRect(document.lastBlock())
    bar.setMaximum(max(0, round(document.size().height()) - browser.viewport().height()))
    bar.setValue(round(bar.maximum() * share))
