"""From the core to the Bot API: new messages, files, changes of what was sent, and the pace of groups."""

from bot.adapters.telegram.sending.sender import Sender

__all__ = ["Sender"]
