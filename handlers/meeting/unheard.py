"""What may never have reached a person: whoever asks in vain is shown it once more, if they like."""

from __future__ import annotations

from datetime import timedelta

from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text

SHOW = "unheard"

LATELY = timedelta(days=7)
"""What is older nobody waits for any more."""


def offer(visit: Visit) -> None:
    """Say that answers to this person may have been lost, if some may: they decide whether to see them again, for
    nothing is sent twice blindly.
    """
    if count := visit.work.ledger.in_doubt(visit.contact.id, visit.now - LATELY):
        visit.say(text("unheard-perhaps", count=count), Offer(text("unheard-show"), SHOW))


def show(visit: Visit, _args: tuple[str, ...]) -> None:
    """[Noch einmal zeigen]."""
    visit.close_choices()
    if not visit.work.ledger.repeat(visit.contact.id, visit.now - LATELY, visit.now):
        visit.say(text("unheard-nothing"))


ROUTES: tuple[Route, ...] = (Pressed(SHOW, show),)
