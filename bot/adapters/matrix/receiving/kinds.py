"""The event types the bot asks the homeserver for; all others never reach it."""

from __future__ import annotations

STATE = ("m.room.member", "m.room.encryption", "m.room.tombstone", "m.room.create", "m.room.name")
TIMELINE = (
    *STATE,
    "m.room.message",
    "m.room.encrypted",
    "m.reaction",
    "m.sticker",
    "m.poll.start",
    "org.matrix.msc3381.poll.start",
    "m.call.invite",
)
