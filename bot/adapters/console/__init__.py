"""The terminal as a network: lines in, wrapped text and numbered choices out."""

from bot.adapters.console.transport import ConsoleTransport

__all__ = ["ConsoleTransport"]
