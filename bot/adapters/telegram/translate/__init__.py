"""Telegram's words into ours and back: pure functions only, no I/O."""
