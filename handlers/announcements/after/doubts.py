"""Messages whose fate nobody knows: how many, and those outside of announcements one by one, for a decision."""

from __future__ import annotations

from datetime import timedelta

from bot.core.ports import Lane
from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.announcements.announcement import Chore
from bot.domain.people.person import Role
from handlers.phrases import bullets

LATELY = timedelta(days=30)
"""Nobody sends again what is older than this."""

LISTED = 5
DOUBTS, SURE, AGAIN, LEAVE = "doubts", "doubt-sure", "doubt-again", "doubt-leave"


def uncertain(visit: Visit) -> None:
    """How many there are, and (for who may release) the newest replies and check-ins among them."""
    counts = visit.work.ledger.uncertain_since(visit.now - LATELY)
    if not counts:
        return
    visit.say(text("sending-uncertain-in-all", **{lane.name.lower(): counts.get(lane, 0) for lane in Lane}))
    if visit.person.may(Role.MODERATOR):
        _one_by_one(visit)


def _one_by_one(visit: Visit) -> bool:
    """Whether there are any."""
    found = visit.work.ledger.doubts(visit.now - LATELY, LISTED)
    if not found:
        return False
    lines = [
        text(
            "sending-doubt",
            number=str(one.id),
            lane=one.lane.name.lower().replace("_", "-"),
            network=text("sending-network", network=one.network),
            when=visit.local(one.at),
        )
        for one in found
    ]
    deeds = [(deed, one.id) for one in found for deed in (AGAIN, LEAVE)]
    offers = [Offer(text(f"sending-{deed}", number=str(number)), SURE, (deed, number)) for deed, number in deeds]
    visit.say(text("sending-doubts", lines=bullets(visit.texts, visit.language, lines)), *offers)
    return True


def ask(visit: Visit, args: tuple[str, ...]) -> None:
    """[Noch einmal senden] and [So lassen]: really? Neither can be taken back. The harmless answer comes first."""
    visit.close_choices()
    deed, number = args
    yes = Offer(text(f"sending-yes-{Chore.RESEND if deed == AGAIN else Chore.LEAVE}"), deed, (number,))
    visit.confirm(text(f"sending-{deed}-sure", number=number), Offer(text("sending-no"), DOUBTS), yes)


def show(visit: Visit, _args: tuple[str, ...]) -> None:
    """[Nein, zurück]."""
    visit.close_choices()
    if not _one_by_one(visit):
        visit.say(text(f"sending-decided-{Chore.LEAVE}", count=0))


def again(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, erneut senden]: it may arrive twice, and whoever says so knows."""
    _settle(visit, int(args[0]), resend=True)


def leave(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, so lassen]: it is not asked about again."""
    _settle(visit, int(args[0]), resend=False)


def _settle(visit: Visit, number: int, *, resend: bool) -> None:
    visit.close_choices()
    done = visit.work.ledger.decide(number, visit.now, resend=resend)
    if done:
        what = "message-resent" if resend else "message-left"
        visit.work.organisation.note(visit.person.id, what, f"delivery:{number}", visit.now)
    visit.say(text(f"sending-decided-{Chore.RESEND if resend else Chore.LEAVE}", count=int(done)))
    _one_by_one(visit)


ROUTES: tuple[Route, ...] = (
    Pressed(DOUBTS, show, Role.MODERATOR),
    Pressed(SURE, ask, Role.MODERATOR),
    Pressed(AGAIN, again, Role.MODERATOR, sure=True),
    Pressed(LEAVE, leave, Role.MODERATOR, sure=True),
)
