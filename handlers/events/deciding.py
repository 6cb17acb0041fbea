"""What organisers decide about a date: publishing it, calling it off, and who comes as a file."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Option, Question, Talk
from bot.core.media.sheets import as_csv
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.event import Event, EventState, Guest
from bot.domain.people.person import Role
from handlers.answers import some_words
from handlers.events.announced import hold
from handlers.events.planning import published, version
from handlers.events.wording import CALL_OFF, NAMES, PUBLISH, event_in, knows, note, others
from handlers.team.organisers import tell


def publish(visit: Visit, args: tuple[str, ...]) -> None:
    """[Freigeben]: an editor's date, exactly as it was read."""
    visit.close_choices()
    event = version(visit, *args)
    if event is None or not visit.work.events.publish(event):
        return
    if event.author != visit.person.id:
        tell(visit, event.author, text("events-published-by-team", title=event.draft.title))
    published(visit, visit.work.events.get(event.id) or event)


# -- calling off -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OffFacts:
    """The date to call off (None: it is gone), how many come, whether it is one's own, and what was seen of it."""

    event: Event | None
    count: int
    own: bool
    subject: str


@dataclass(frozen=True, slots=True)
class Off:
    """A date that does not take place, and why ("" = not said)."""

    subject: str
    reason: str


def begin_off(visit: Visit, args: tuple[str, ...]) -> None:
    """[Absagen]: why?"""
    if version(visit, *args) is not None:
        visit.begin(CALL_OFF, ".".join(args))


def _facts(visit: Visit) -> OffFacts:
    subject = visit.journal.subject if visit.journal else ""
    number = subject.partition(".")[0]
    event = visit.work.events.get(int(number)) if number.isdecimal() else None
    count = 0 if event is None else visit.work.events.counts([event.id]).get(event.id, 0)
    own = event is not None and event.author == visit.person.id
    return OffFacts(event, count, own, subject)


async def calling_off(talk: Talk, facts: OffFacts) -> Off | None:
    """A reason, or none; and a last look at what that means."""
    if facts.event is None:
        await talk.say(text("events-gone"))
        return None
    title = facts.event.draft.title
    proposed = facts.event.state is EventState.PROPOSED  # only its author and the team know of it
    if proposed and facts.own:
        kind, sure = "back", text("events-back-sure", title=title)
    elif proposed:
        kind, sure = "refuse", text("events-refuse-sure", title=title)
    else:
        kind, sure = "off", text("events-off-sure", title=title, count=facts.count)
    reason = "" if kind == "back" else await _reason(talk, kind, title)
    yes = Option("yes", text(f"events-{kind}-yes"), value=True, also=(text("plain-yes"),))
    await talk.ask(Question("sure", sure, (yes,)))
    return Off(facts.subject, reason)


async def _reason(talk: Talk, kind: str, title: str) -> str:
    none = Option("none", text(f"events-{kind}-no-reason"), "", leaves_out=True)
    return await talk.ask(Question("reason", text(f"events-{kind}-reason", title=title), (none,), read=some_words))


def call_off(visit: Visit, off: Off) -> None:
    """Whoever comes hears of it soon (`telling.py`); who calls it off, and whose date it was, know it already."""
    event = version(visit, *off.subject.split("."))
    if event is None:
        return
    if event.state is EventState.PROPOSED:
        _refuse(visit, event, off.reason)
    elif visit.work.events.call_off(event, off.reason):
        note(visit, "event-called-off", event.id)
        told = others(visit, event) > 0
        visit.say(text("events-off-told" if told else "events-off-done", title=event.draft.title))
        knows(visit, event, visit.person.id)
        if _tell_author(visit, event, "events-off-by-team", off.reason) and event.author is not None:
            knows(visit, event, event.author)
        hold(visit, visit.work.events.get(event.id) or event)


def _refuse(visit: Visit, event: Event, reason: str) -> None:
    """Nothing of it is kept: nobody but its author and the team ever knew of it."""
    if not visit.work.events.discard(event):
        return
    note(visit, "event-refused", event.id)
    own = event.author == visit.person.id
    _tell_author(visit, event, "events-refused-by-team", reason)
    visit.say(text("events-back-done" if own else "events-refuse-done", title=event.draft.title))


def _tell_author(visit: Visit, event: Event, key: str, reason: str) -> bool:
    """Whoever wrote it reads why; False if it is they who act, or they have left the team."""
    if event.author == visit.person.id:
        return False
    title = event.draft.title
    said = text(f"{key}-why", title=title, reason=reason) if reason else text(key, title=title)
    return tell(visit, event.author, said)


# -- who comes -------------------------------------------------------------------------------------------------------


def names(visit: Visit, args: tuple[str, ...]) -> None:
    """[Wer kommt]: a file, and a line in the audit table, because names leave the house."""
    event = event_in(visit, args[0])
    if event is None:
        return
    head = [visit.words(text("team-export-name")), visit.words(text("events-names-since"))]
    rows = [_row(visit, guest) for guest in visit.work.events.guests(event.id)]
    name = f"{visit.words(text('events-names-file'))}-{event.id}.csv"
    stored = visit.work.files.add(visit.person.id, as_csv([head, *rows]), name, "text/csv", visit.now, made=True)
    note(visit, "event-guests-exported", event.id)
    visit.say(text("events-names-done", count=len(rows), title=event.draft.title), files=(stored,))


def _row(visit: Visit, guest: Guest) -> list[str]:
    """Members by their name; whoever has joined nothing has told none."""
    person = visit.work.people.get(guest.person)
    member = visit.work.members.get(person.member) if person is not None and person.member is not None else None
    name = member.name if member is not None else visit.words(text("events-nameless"))
    return [name, visit.local(guest.at).date().isoformat()]


ROUTES: tuple[Route, ...] = (
    Pressed(PUBLISH, publish, Role.MODERATOR),
    Pressed(CALL_OFF, begin_off, Role.EDITOR),
    Dialogue(CALL_OFF, text("events-off-title"), calling_off, _facts, call_off, draft=False, role=Role.EDITOR),
    Pressed(NAMES, names, Role.MODERATOR),
)
