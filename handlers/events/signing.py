"""Saying that one comes to a date, and that one does not: person and date are kept, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Talk
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.event import Event, SignUp, is_soon
from handlers.events.wording import JOIN, LEAVE, event_in, leave_offer, when
from handlers.notice import NoticeFacts, informed, notice_facts, noticed
from handlers.phrases import run


@dataclass(frozen=True, slots=True)
class JoinFacts:
    """What the dialogue must know: whether the notice is known, and which date it is about."""

    notice: NoticeFacts
    event: str


def join(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ich komme]. Whoever has not read the notice reads it before anything is kept."""
    visit.close_choices()
    if noticed(visit):
        _sign_up(visit, args[0])
    else:
        visit.begin(JOIN, args[0])


async def joining(talk: Talk, facts: JoinFacts) -> str | None:
    """Nothing but the notice; it is no question to whoever knows it."""
    return facts.event if await informed(talk, facts.notice) else None


def _facts(visit: Visit) -> JoinFacts:
    return JoinFacts(notice_facts(visit), visit.journal.subject if visit.journal else "")


def joined(visit: Visit, number: str) -> None:
    """The notice was read, and the sign-up is kept."""
    _sign_up(visit, number)


def _sign_up(visit: Visit, number: str) -> None:
    event = event_in(visit, number)
    if event is None:
        return
    soon = is_soon(event.draft.starts_at, visit.now, visit.alliance.zone)
    answer = visit.work.events.sign_up(event.id, visit.person.id, visit.now, reminded=soon)
    if answer is SignUp.DONE:
        _welcome(visit, event, soon=soon)
    else:
        visit.say(text(f"events-join-{answer}"), run(text("events-all"), "termine"))


def _welcome(visit: Visit, event: Event, *, soon: bool) -> None:
    draft = event.draft
    begins = when(visit, draft.starts_at)
    visit.say(text("events-joined", title=draft.title, when=begins, place=draft.place))
    promised = text("events-joined-soon" if soon else "events-joined-reminder")
    visit.say(promised, leave_offer(event), run(text("events-all"), "termine"))


def leave(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ich komme doch nicht]: the seat is free again."""
    visit.close_choices()
    event = event_in(visit, args[0])
    if event is None:
        return
    if event.draft.starts_at <= visit.now:  # who was there may have said something about it since
        visit.say(text("events-over"), run(text("events-all"), "termine"))
        return
    left = visit.work.events.sign_off(event.id, visit.person.id)
    key = "events-left" if left else "events-not-left"
    visit.say(text(key, title=event.draft.title), run(text("events-all"), "termine"))


ROUTES: tuple[Route, ...] = (
    Pressed(JOIN, join),
    Dialogue(JOIN, text("events-join-title"), joining, _facts, joined, draft=False),
    Pressed(LEAVE, leave),
)
