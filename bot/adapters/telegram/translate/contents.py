"""The names of everything Telegram can deliver that is neither text nor a picture."""

from __future__ import annotations

from telegram import Message

from bot.core.messages import Content

_CONTENTS = (
    ("sticker", Content.STICKER),
    ("voice", Content.VOICE),
    ("video_note", Content.VIDEO),
    ("video", Content.VIDEO),
    ("animation", Content.ANIMATION),  # before documents: Telegram sets both
    ("live_photo", Content.ANIMATION),
    ("audio", Content.AUDIO),
    ("document", Content.DOCUMENT),
    ("contact", Content.CONTACT),
    ("venue", Content.LOCATION),
    ("location", Content.LOCATION),
    ("poll", Content.POLL),
    ("dice", Content.DICE),
    ("game", Content.GAME),
    ("users_shared", Content.CONTACT),
    *(
        (field, Content.OTHER)
        for field in (
            *("story", "paid_media", "checklist", "gift", "unique_gift", "giveaway", "invoice", "successful_payment"),
            *("passport_data", "chat_shared", "web_app_data", "rich_message"),
        )
    ),
)
"""Fields of Message (Bot API 10.1) that somebody sends on purpose. The others are Telegram's own notices."""


def unsupported(message: Message) -> Content | None:
    """What was sent; None for Telegram's notices (somebody joined, a pin, ...)."""
    for field, name in _CONTENTS:
        if getattr(message, field, None) or message.api_kwargs.get(field):
            return name
    return None
