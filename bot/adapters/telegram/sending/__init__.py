"""From the core to the Bot API: new messages, files, changes of what was sent, and the pace of groups."""

from bot.adapters.telegram.sending.sender import FREE_RATE, Sender

__all__ = ["FREE_RATE", "Sender"]
