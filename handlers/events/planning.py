"""Writing a date: title, time, place, a few words, seats, and a last look. An editor's waits for its release, as an
announcement does; changing one goes through the same questions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.dialogue import OPTION, TYPED, Change, Option, Question, Talk, without
from bot.core.errors import Refusal
from bot.core.ports import Mode
from bot.core.post import Offer
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.answers import read_number
from bot.domain.event import ABOUT_MAX, PLACE_MAX, SEATS_MAX, Event, EventDraft, EventState
from bot.domain.people.names import tidy, tidy_lines
from bot.domain.people.person import Role
from bot.domain.story import TITLE_MAX
from handlers.announcements.writing.dated import tells_alike
from handlers.answers import read_moment, words_up_to
from handlers.events.announced import hold
from handlers.events.calendar import show
from handlers.events.wording import CHANGE, SHOW, card, decisions, event_in, knows, may_change, note, others

PLAN, ANEW = "event", "event-anew"
"""A date written, and one that a change of another has become: a draft of the first stays beside it, and so do those of
several such changes, each about the date that it was to change.
"""

WHEN = "when"
PARTS = ("title", WHEN, "place", "about", "seats")
CHANGES = tuple(Change(part, text(f"events-part-{part}")) for part in PARTS)

TITLE = Question("title", text("events-title"), read=words_up_to(TITLE_MAX, tidy, long="stories-title-long"))
PLACE = Question("place", text("events-place"), read=words_up_to(PLACE_MAX, tidy))
ABOUT = Question("about", text("events-about"), read=words_up_to(ABOUT_MAX, tidy_lines))


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the dialogue must know. `changed` is the date that is changed and its version, "" for a new one; `begun` the
    dialogue and its subject.
    """

    now: datetime
    zone: ZoneInfo
    language: str
    begun: tuple[str, str]
    changed: str
    publishes: bool
    shown: Callable[[EventDraft], Text]


@dataclass(frozen=True, slots=True)
class Planned:
    """A date as an organiser wants it, and the answers that made it; `begun` and `changed` as in the facts."""

    draft: EventDraft
    begun: tuple[str, str]
    changed: str
    answers: tuple[tuple[str, str], ...]


def _when(now: datetime, zone: ZoneInfo) -> Question[datetime]:
    more = text("events-time-help")
    return Question(WHEN, text("events-time"), read=lambda typed: read_moment(typed, now, zone), help=more)


def _seats(language: str) -> Question[int]:
    def read(typed: str) -> int:
        number = read_number(typed, language)
        if number is None or number != int(number) or not 1 <= number <= SEATS_MAX:
            raise Refusal(text("events-seats-unclear", most=SEATS_MAX))
        return int(number)

    return Question("seats", text("events-seats"), (Option("none", text("events-seats-none"), 0),), read=read)


async def planning(talk: Talk, facts: PlanFacts) -> Planned:
    """Everything there is to know about a date, and a last look at it."""
    now = datetime.fromisoformat(talk.fact("now", facts.now.isoformat()))  # "tomorrow" must stay the same day
    draft = EventDraft(
        title=await talk.ask(TITLE),
        starts_at=await talk.ask(_when(now, facts.zone)),
        place=await talk.ask(PLACE),
        about=await talk.ask(ABOUT),
        seats=await talk.ask(_seats(facts.language)),
    )
    answers = tuple(answer for answer in talk.used if answer[0] != "now")
    await talk.ask(_preview(facts, draft))
    return Planned(draft, facts.begun, facts.changed, answers)


def _preview(facts: PlanFacts, draft: EventDraft) -> Question[bool]:
    label = "save" if facts.changed else "publish" if facts.publishes else "propose"
    yes = Option("yes", text(f"events-keep-{label}"), value=True, also=(text("plain-yes"),))
    seats = text("events-preview-seats", seats=draft.seats)
    return Question("keep", text("events-preview", card=facts.shown(draft), seats=seats), (yes,), changes=CHANGES)


def _facts(visit: Visit) -> PlanFacts:
    begun = (visit.journal.dialogue, visit.journal.subject) if visit.journal else (PLAN, "")
    changed = begun[1] if begun[0] == CHANGE else ""
    publishes = visit.person.may(Role.MODERATOR)
    zone, language = visit.alliance.zone, visit.language
    return PlanFacts(visit.now, zone, language, begun, changed, publishes, lambda draft: card(visit, draft))


def begin(visit: Visit, _rest: str) -> None:
    """The command."""
    visit.begin(PLAN)


def change(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ändern]: what of it? The same questions, with everything that is known."""
    visit.close_choices()
    event = version(visit, *args)
    if event is not None:
        visit.begin(CHANGE, ".".join(args), _answers(visit, event.draft), Mode.CHANGING)


def version(visit: Visit, number: str, revision: str) -> Event | None:
    """The date an organiser speaks of, if they may change it and it is still what they saw; else they see it now."""
    event = event_in(visit, number)
    if event is None:
        return None
    if event.revision != int(revision) or event.state is EventState.CALLED_OFF or event.draft.starts_at <= visit.now:
        visit.say(text("events-changed-since"))
        show(visit, event)
        return None
    if not may_change(visit.person, event):
        visit.bar(Role.MODERATOR)
        return None
    return event


def _answers(visit: Visit, draft: EventDraft) -> tuple[tuple[str, str], ...]:
    """The date as if it had just been typed."""
    begins = f"{visit.local(draft.starts_at):%Y-%m-%d %H:%M}"
    typed = (("title", draft.title), (WHEN, begins), ("place", draft.place), ("about", draft.about))
    seats = f"{TYPED}{draft.seats}" if draft.seats else f"{OPTION}none"
    return (*((key, TYPED + words) for key, words in typed), ("seats", seats))


# -- what happens then -----------------------------------------------------------------------------------------------


def done(visit: Visit, planned: Planned) -> None:
    """Keep it; an editor's is shown to who may publish it. What lay too long is asked for its time again, and what has
    begun or gone while it was changed becomes a new date: nothing typed is lost.
    """
    if planned.draft.starts_at <= visit.now:
        visit.say(text("sending-moment-past"))
        visit.begin(*planned.begun, without(planned.answers, WHEN))
    elif planned.changed and (over := _over(visit, planned.changed)):
        visit.say(text(over))
        visit.begin(ANEW, planned.changed, _answers(visit, planned.draft))
    elif planned.changed:
        _replace(visit, planned)
    elif visit.person.may(Role.MODERATOR):
        published(visit, visit.work.events.add(planned.draft, visit.person.id, EventState.PUBLISHED, visit.now))
    else:
        _propose(visit, visit.work.events.add(planned.draft, visit.person.id, EventState.PROPOSED, visit.now))


def _over(visit: Visit, subject: str) -> str:
    """Why a date can be changed no more although nobody decided against it; "" if it can, or was called off."""
    event = visit.work.events.get(int(subject.partition(".")[0]))
    if event is None:
        return "events-gone-since"
    begun = event.state is not EventState.CALLED_OFF and event.draft.starts_at <= visit.now
    return "events-begun-since" if begun else ""


def published(visit: Visit, event: Event) -> None:
    """Everybody finds it now; telling everybody is one press away."""
    note(visit, "event-published", event.id)
    look = Offer(text("events-look"), SHOW, (event.id,))
    visit.say(text("events-published", title=event.draft.title), *decisions(visit, visit.person, event), look)


def _propose(visit: Visit, event: Event) -> None:
    note(visit, "event-proposed", event.id)
    moderators = visit.work.people.organisers(Role.MODERATOR)
    shown = text("events-request", card=card(visit, event.draft))
    asked = [visit.tell(one.id, shown, *decisions(visit, one, event), about=visit.person.id) for one in moderators]
    visit.say(text("events-handed-in" if any(asked) else "events-handed-in-nobody"))


def _replace(visit: Visit, planned: Planned) -> None:
    """Who comes hears of another time or place; other words they find when they look."""
    before = version(visit, *planned.changed.split("."))
    if before is None:
        return
    old, new = before.draft, planned.draft
    told = before.state is EventState.PUBLISHED and (old.starts_at, old.place) != (new.starts_at, new.place)
    visit.work.events.change(before, new, visit.now, told=told)
    note(visit, "event-changed", before.id)
    visit.say(text("events-changed-told" if told and others(visit, before) else "events-changed", title=new.title))
    event = visit.work.events.get(before.id)
    if event is None:
        return
    knows(visit, event, visit.person.id)
    come = visit.work.events.counts([event.id]).get(event.id, 0)
    if 0 < new.seats < come:
        visit.say(text("events-seats-fewer", count=come, seats=new.seats))
    if not tells_alike(old, new):
        hold(visit, event)
    show(visit, event)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("termin",), "en": ("event",)}, begin, text("events-plan-what"), Role.EDITOR),
    Dialogue(PLAN, text("events-plan-title"), planning, _facts, done, role=Role.EDITOR),
    Dialogue(ANEW, text("events-plan-title"), planning, _facts, done, role=Role.EDITOR),
    Dialogue(CHANGE, text("events-change-title"), planning, _facts, done, draft=False, role=Role.EDITOR),
    Pressed(CHANGE, change, Role.EDITOR),
)
