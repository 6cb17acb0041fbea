"""One line about a date that was: written by whoever was signed up, kept with the date, read by organisers.

It is shown without a name: the team is to learn how it was, not who says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.core.dialogue import Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Offer
from bot.core.routing import Dialogue, Listener, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.event import THANK_WITHIN
from bot.domain.people.person import Role
from handlers.answers import some_words
from handlers.events.wording import READ, event_in
from handlers.notice import NoticeFacts, informed, notice_facts
from handlers.phrases import run

SAY, SAY_AGAIN, SAY_NOT = "event-say", "event-say-again", "event-say-not"
"""SAY asks for a first line, and typed words answer it; SAY_AGAIN changes a line, and only a press does that."""

WORDS = "words"
READ_AT_ONCE = 10

TYPED_WITHIN = THANK_WITHIN + timedelta(days=3)
"""So long after a date typed words may still be the line about it; tapping works longer."""


@dataclass(frozen=True, slots=True)
class SayFacts:
    """Whether the notice is known, and the date it is about, by number and title; None if this person was not signed
    up for it.
    """

    notice: NoticeFacts
    event: int
    title: str | None


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """[Satz schreiben], [Satz ändern]."""
    visit.begin(SAY, args[0])


def hears(visit: Visit, args: tuple[str, ...]) -> Callable[[], None] | None:
    """Words typed to the thanks are the line that was asked for; None if that is too long ago, or whoever writes is not
    signed up any more or has written one.
    """
    event = next((one for one in visit.work.events.of(visit.person.id) if str(one.id) == args[0]), None)
    if event is None or visit.now - event.draft.starts_at > TYPED_WITHIN:
        return None
    return None if visit.person.id in dict(visit.work.events.said(event.id)) else partial(typed, visit, args[0])


def typed(visit: Visit, number: str) -> None:
    """Take these words. Whoever does not know the notice reads it first, and they wait in the dialogue."""
    try:
        words = some_words(visit.incoming.text)
    except Refusal as refusal:
        visit.say(refusal.text)
    else:
        visit.begin(SAY, number, typed=(WORDS, words))


def _facts(visit: Visit) -> SayFacts:
    number = int(visit.journal.subject) if visit.journal and visit.journal.subject.isdecimal() else 0
    mine = {event.id: event.draft.title for event in visit.work.events.of(visit.person.id)}
    return SayFacts(notice_facts(visit), number, mine.get(number))


async def saying(talk: Talk, facts: SayFacts) -> tuple[int, str] | None:
    """One question, and the notice for whoever does not know it."""
    if facts.title is None:
        await talk.say(text("events-say-gone"))
        return None
    if not await informed(talk, facts.notice):
        return None
    return facts.event, await talk.ask(Question(WORDS, text("events-say-words", title=facts.title), read=some_words))


def said(visit: Visit, line: tuple[int, str]) -> None:
    """Kept; a second line takes the place of the first."""
    kept = visit.work.events.say(line[0], visit.person.id, line[1])
    if kept:
        again = Offer(text("events-say-again"), SAY_AGAIN, (line[0],))
        visit.say(text("events-said"), again, run(text("events-all"), "termine"))
    else:
        visit.say(text("events-say-gone"))


def decline(visit: Visit, _args: tuple[str, ...]) -> None:
    """Rather not."""
    visit.close_choices()
    visit.say(text("events-say-nothing"), run(text("events-all"), "termine"))


def read(visit: Visit, args: tuple[str, ...]) -> None:
    """[Eindrücke lesen]: some lines at once, each in a message of its own, so that each can be erased."""
    event, at = event_in(visit, args[0]), int(args[1])
    if event is None:
        return
    lines = visit.work.events.said(event.id)
    visit.say(text("events-read-all", count=len(lines), title=event.draft.title))
    for person, words in lines[at : at + READ_AT_ONCE]:
        visit.say(text("events-read-one", words=words), about=person)
    onwards = at + READ_AT_ONCE
    if onwards < len(lines):
        visit.say(
            text("events-read-left", count=len(lines) - onwards),
            Offer(text("events-read-more"), READ, (event.id, onwards)),
        )


ROUTES: tuple[Route, ...] = (
    Pressed(SAY, begin),
    Listener(SAY, hears, any_words=True),
    Pressed(SAY_AGAIN, begin),
    Dialogue(SAY, text("events-say-title"), saying, _facts, said, draft=False),
    Pressed(SAY_NOT, decline),
    Pressed(READ, read, Role.EDITOR),
)
