"""What may never have reached a person: shown once more, or left."""

from __future__ import annotations

from bot.core.routing import Pressed, Route
from bot.core.talking.visit import UNHEARD, UNHEARD_FOR, UNHEARD_LEFT, Visit
from bot.core.words.texts import text
from handlers.phrases import run


def show(visit: Visit, _args: tuple[str, ...]) -> None:
    """[Noch einmal zeigen]. The button stays, beside those of the answer it came with."""
    if not visit.work.ledger.repeat(visit.contact.id, visit.now - UNHEARD_FOR, UNHEARD, visit.now):
        visit.say(text("unheard-nothing"), run(text("welcoming-help"), "hilfe"))


def leave(visit: Visit, _args: tuple[str, ...]) -> None:
    """[Nicht nötig]."""
    visit.work.ledger.leave(visit.contact.id, visit.now)
    visit.say(text("unheard-left"))


ROUTES: tuple[Route, ...] = (Pressed(UNHEARD, show), Pressed(UNHEARD_LEFT, leave))
