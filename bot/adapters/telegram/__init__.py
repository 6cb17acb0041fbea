"""Telegram: translation both ways (pure functions) and the transport over the Bot API."""
