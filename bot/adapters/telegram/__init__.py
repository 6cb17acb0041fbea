"""Telegram: translation both ways (pure functions, in `translate`) and the transport over the Bot API."""

from bot.adapters.telegram.commands import CommandMenu
from bot.adapters.telegram.transport import TelegramTransport

__all__ = ["CommandMenu", "TelegramTransport"]
