"""What organisers decide about a date: publishing it, telling everybody, calling it off, and who comes as a file."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import TYPED, Option, Question, Talk
from bot.core.media.sheets import as_csv
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.event import Event, EventState, Guest
from bot.domain.people.person import Role
from handlers.announcements.writing.announcing import BODY, composer
from handlers.events.calendar import show
from handlers.events.planning import published, version
from handlers.events.wording import ANNOUNCE, CALL_OFF, NAMES, PUBLISH, event_in, note, when
from handlers.team.asking import some_words
from handlers.team.organisers import tell


def publish(visit: Visit, args: tuple[str, ...]) -> None:
    """[Veröffentlichen]: an editor's date, exactly as it was read."""
    visit.close_choices()
    event = version(visit, *args)
    if event is None or not visit.work.events.publish(event):
        return
    if event.author != visit.person.id:
        tell(visit, event.author, text("events-published-by-team", title=event.draft.title))
    published(visit, visit.work.events.get(event.id) or event)


def announce(visit: Visit, args: tuple[str, ...]) -> None:
    """[Nachricht dazu]: the dialogue for announcements begins, with its text written. It has a name of its own, so that
    an announcement begun before stays as it is.
    """
    event = event_in(visit, args[0])
    if event is None:
        return
    if not event.open(visit.now):
        visit.say(text("events-changed-since"))
        show(visit, event)
        return
    draft = event.draft
    words = text(
        "events-announcement",
        title=draft.title,
        when=when(visit, draft.starts_at),
        place=draft.place,
        about=draft.about,
    )
    body = visit.texts.render(words, visit.language)
    visit.begin(ANNOUNCE, f"event:{event.id}", ((BODY.key, TYPED + body),))


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
    none = Option("none", text(f"events-{kind}-no-reason"), "")
    return await talk.ask(Question("reason", text(f"events-{kind}-reason", title=title), (none,), read=some_words))


def call_off(visit: Visit, off: Off) -> None:
    """Whoever comes hears of it soon (`telling.py`)."""
    event = version(visit, *off.subject.split("."))
    if event is None or not visit.work.events.call_off(event, off.reason):
        return
    note(visit, "event-called-off", event.id)
    own = event.author == visit.person.id
    if not own:
        tell(visit, event.author, _to_author(event, off.reason))
    if event.state is EventState.PROPOSED:
        key = "events-back-done" if own else "events-refuse-done"
    else:
        key = "events-off-told" if visit.work.events.guests(event.id) else "events-off-done"
    visit.say(text(key, title=event.draft.title))


def _to_author(event: Event, reason: str) -> Text:
    key = "events-refused-by-team" if event.state is EventState.PROPOSED else "events-off-by-team"
    if reason:
        return text(f"{key}-why", title=event.draft.title, reason=reason)
    return text(key, title=event.draft.title)


# -- who comes -------------------------------------------------------------------------------------------------------


def names(visit: Visit, args: tuple[str, ...]) -> None:
    """[Wer kommt]: a file, and a line in the audit table, because names leave the house."""
    event = event_in(visit, args[0])
    if event is None:
        return
    head = [visit.words(text("team-export-name")), visit.words(text("events-names-since"))]
    rows = [_row(visit, guest) for guest in visit.work.events.guests(event.id)]
    name = f"{visit.words(text('events-names-file'))}-{event.id}.csv"
    stored = visit.work.files.add(visit.person.id, as_csv([head, *rows]), name, "text/csv", visit.now)
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
    Pressed(ANNOUNCE, announce, Role.EDITOR),
    composer(ANNOUNCE, text("events-announce-title")),
    Pressed(CALL_OFF, begin_off, Role.EDITOR),
    Dialogue(CALL_OFF, text("events-off-title"), calling_off, _facts, call_off, draft=False, role=Role.EDITOR),
    Pressed(NAMES, names, Role.MODERATOR),
)
