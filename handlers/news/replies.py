"""Asking back: words that reply to an announcement reach the team, with the announcement quoted."""

from __future__ import annotations

from bot.core.routing import Replied, Route
from bot.core.talking.visit import Visit
from bot.domain.announcements.digests import DIGEST
from handlers.team import asking


def to_announcement(visit: Visit) -> bool:
    """Pass it on; False if the message replied to is neither an announcement nor a digest."""
    contact, ref = visit.contact.id, visit.incoming.reply_to
    number, tag = visit.work.announcements.announced(contact, ref), visit.work.ledger.tag_of(contact, ref)
    if number is None and not tag.startswith(DIGEST):
        return False
    subject = tag if number is None else f"{asking.ANNOUNCEMENT}{number}"
    asking.bring(visit, visit.incoming.text, subject)
    return True


ROUTES: tuple[Route, ...] = (Replied(to_announcement),)
