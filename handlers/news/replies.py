"""Asking back: words that reply to an announcement reach the team, with the announcement quoted."""

from __future__ import annotations

from bot.core.errors import Refusal
from bot.core.routing import Replied, Route
from bot.core.talking.visit import Visit
from handlers.team import asking


def to_announcement(visit: Visit) -> bool:
    """Pass it on; False if the message replied to is no announcement."""
    number = visit.work.announcements.announced(visit.contact.id, visit.incoming.reply_to)
    if number is None:
        return False
    try:
        asking.pass_on(visit, asking.some_words(visit.incoming.text), f"{asking.ANNOUNCEMENT}{number}")
    except Refusal as refusal:
        visit.say(refusal.text)
    return True


ROUTES: tuple[Route, ...] = (Replied(to_announcement),)
