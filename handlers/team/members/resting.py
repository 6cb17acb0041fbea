"""What a member hears whose membership rests, wherever it makes a difference."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from handlers.phrases import run


def declined(visit: Visit) -> bool:
    """Whether the membership rests, so that nothing new is taken; the member hears why, and how to object."""
    member = visit.member
    if member is None or not member.rests:
        return False
    visit.say(text("resting-not-now", reason=member.pause_reason), objection())
    return True


def objection() -> Offer:
    """The way to ask why, or to object."""
    return run(text("resting-object"), "frage")
