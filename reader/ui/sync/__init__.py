"""The panel that brings an edition in: offer, plan, progress, done; or a calm page that says why not.

What lives here: the card over the window, what the slow lane does, the words. What must not: the sync itself.
"""

from reader.ui.sync.panel import SyncPanel

__all__ = ["SyncPanel"]
