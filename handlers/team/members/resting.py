"""What a member hears whose membership rests, wherever it makes a difference."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from handlers.phrases import run


def declined(visit: Visit) -> bool:
    """Whether the membership rests, or did when it ended, so that nothing new is taken; the person hears why, and how
    to object. An organiser's never rests.
    """
    said = _rest(visit)
    if said is None:
        return False
    visit.say(said, objection())
    return True


def _rest(visit: Visit) -> Text | None:
    member = visit.member
    if member is not None:
        return text("resting-not-now", reason=member.pause_reason) if member.rests else None
    rest = visit.work.members.rest_of(visit.person.id)
    return None if rest is None or visit.person.role else text("resting-kept", reason=rest.reason)


def objection() -> Offer:
    """The way to ask why, or to object."""
    return run(text("resting-object"), "frage")
