"""One line about a date that was: written by whoever was signed up, kept with the date, read by organisers.

It is shown without a name: the team is to learn how it was, not who says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import TYPED, Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from handlers.events.wording import READ, event_in
from handlers.phrases import offered
from handlers.team.asking import some_words

SAY, SAY_NOT = "event-say", "event-say-not"
WORDS = "words"
READ_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class SayFacts:
    """The date it is about, by number and title; None if this person was not signed up for it."""

    event: int
    title: str | None


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """[Satz schreiben]."""
    visit.begin(SAY, args[0])


def typed(visit: Visit) -> bool:
    """Take words typed right after the thanks as the line that was asked for; False if something else was asked."""
    number = offered(visit, SAY)
    if not number:
        return False
    try:
        words = some_words(visit.incoming.text)
    except Refusal as refusal:
        visit.say(refusal.text)
    else:
        visit.begin(SAY, number, ((WORDS, TYPED + words),))
    return True


def _facts(visit: Visit) -> SayFacts:
    number = int(visit.journal.subject) if visit.journal and visit.journal.subject.isdecimal() else 0
    mine = {event.id: event.draft.title for event in visit.work.events.of(visit.person.id)}
    return SayFacts(number, mine.get(number))


async def saying(talk: Talk, facts: SayFacts) -> tuple[int, str] | None:
    """One question."""
    if facts.title is None:
        await talk.say(text("events-say-gone"))
        return None
    return facts.event, await talk.ask(Question(WORDS, text("events-say-words", title=facts.title), read=some_words))


def said(visit: Visit, line: tuple[int, str]) -> None:
    """Kept; a second line takes the place of the first."""
    kept = visit.work.events.say(line[0], visit.person.id, line[1])
    if kept:
        visit.say(text("events-said"), Offer(text("events-say-again"), SAY, (line[0],)))
    else:
        visit.say(text("events-say-gone"))


def decline(visit: Visit, _args: tuple[str, ...]) -> None:
    """Rather not."""
    visit.close_choices()
    visit.say(text("events-say-nothing"))


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
    Dialogue(SAY, text("events-say-title"), saying, _facts, said, draft=False),
    Pressed(SAY_NOT, decline),
    Pressed(READ, read, Role.EDITOR),
)
