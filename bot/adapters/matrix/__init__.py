"""Matrix: one account on a homeserver, through matrix-nio's client and a sync loop of our own."""

from bot.adapters.matrix.transport import MatrixTransport
from bot.adapters.matrix.wire.session import TRIAL

__all__ = ["TRIAL", "MatrixTransport"]
