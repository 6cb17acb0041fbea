"""Matrix: one account on a homeserver, through matrix-nio's client and a sync loop of our own."""

from bot.adapters.matrix.transport import MatrixTransport

__all__ = ["MatrixTransport"]
