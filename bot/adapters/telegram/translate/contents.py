"""The names of everything Telegram can deliver that is neither text nor a picture."""

from __future__ import annotations

from telegram import Message

_CONTENTS = (
    ("sticker", "sticker"),
    ("voice", "voice message"),
    ("video_note", "video message"),
    ("video", "video"),
    ("animation", "animation"),  # before documents: Telegram sets both
    ("live_photo", "live photo"),
    ("audio", "audio file"),
    ("document", "document"),
    ("contact", "contact"),
    ("venue", "venue"),  # before locations: Telegram sets both
    ("location", "location"),
    ("poll", "poll"),
    ("dice", "dice"),
    ("game", "game"),
    ("story", "story"),
    ("paid_media", "paid media"),
    ("checklist", "checklist"),
    ("gift", "gift"),
    ("unique_gift", "gift"),
    ("giveaway", "giveaway"),
    ("invoice", "invoice"),
    ("successful_payment", "payment"),
    ("passport_data", "passport"),
    ("users_shared", "shared contact"),
    ("chat_shared", "shared chat"),
    ("web_app_data", "web app"),
    ("rich_message", "formatted document"),
)
"""Fields of Message (Bot API 10.1) that somebody sends on purpose. The others are Telegram's own notices."""


def unsupported(message: Message) -> str | None:
    """The English name of what was sent; None for Telegram's notices (somebody joined, a pin, ...)."""
    for field, name in _CONTENTS:
        if getattr(message, field, None) or message.api_kwargs.get(field):
            return name
    return None
