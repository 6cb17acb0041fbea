"""How fast, how exact and how light announcements go out, beside the usual ways to write to many on Telegram."""
