"""The dates to come, each with its details; organisers see proposed ones and those of the past, too."""

from __future__ import annotations

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.event import Event, EventState
from bot.domain.people.person import Role
from handlers.events.wording import JOIN, SHOW, card, coming, decisions, event_in, leave_offer, when
from handlers.phrases import bullets, page_turns, run

TURN, PAST = "event-page", "event-past"
PAGE = 5
"""So many dates are listed at once."""


def _states(visit: Visit) -> tuple[EventState, ...]:
    """Organisers see what waits for its release."""
    team = visit.person.role is not None
    return (EventState.PUBLISHED, EventState.PROPOSED) if team else (EventState.PUBLISHED,)


def browse(visit: Visit, _rest: str) -> None:
    """The command: what comes next; a single date is shown at once."""
    _page(visit, 0)


def turn_page(visit: Visit, args: tuple[str, ...]) -> None:
    """Another page of dates."""
    _page(visit, int(args[0]))


def _page(visit: Visit, wanted: int) -> None:
    events, states = visit.work.events, _states(visit)
    count = events.count_coming(states, visit.now)
    at = wanted if wanted < count else 0  # there are fewer since
    page = events.coming(states, visit.now, at, PAGE)
    if not page:
        visit.say(text("events-none"), *_of_team(visit), run(text("welcoming-around"), "umsehen"))
    elif count == 1:
        show(visit, page[0], *_of_team(visit))
    else:
        people = events.counts([event.id for event in page])
        lines = bullets(visit.texts, visit.language, (_line(visit, one, people.get(one.id, 0)) for one in page))
        titles = [_titled(visit, event) for event in page]
        turns = page_turns(TURN, at, PAGE, count, (text("events-earlier"), text("events-later")))
        visit.say(text("events-list", lines=lines), *titles, *turns, *_of_team(visit))


def _titled(visit: Visit, event: Event) -> Offer:
    """With its day: several may have the same name."""
    day = visit.local(event.draft.starts_at).date()
    return Offer(text("events-titled", title=event.draft.title, when=day), SHOW, (event.id,))


def _line(visit: Visit, event: Event, count: int) -> Text:
    how = text("events-proposed") if event.state is EventState.PROPOSED else coming(visit, count)
    begins = when(visit, event.draft.starts_at)
    return text("events-line", title=event.draft.title, when=begins, place=event.draft.place, coming=how)


def _of_team(visit: Visit) -> tuple[Offer, ...]:
    """The ways that only organisers go."""
    if not visit.person.may(Role.EDITOR):
        return ()
    past = (Offer(text("events-past"), PAST, (0,)),) if visit.work.events.count_past(visit.now) else ()
    return (run(text("events-new"), "termin"), *past)


def past(visit: Visit, args: tuple[str, ...]) -> None:
    """What was, and what is off, for organisers: who came, and what they said."""
    count, wanted = visit.work.events.count_past(visit.now), int(args[0])
    at = wanted if wanted < count else 0
    titles = [_titled(visit, event) for event in visit.work.events.past(visit.now, at, PAGE)]
    turns = page_turns(PAST, at, PAGE, count, (text("events-later"), text("events-earlier")))  # the latest come first
    visit.say(text("events-past-list", count=count), *titles, *turns, run(text("events-all"), "termine"))


def open_one(visit: Visit, args: tuple[str, ...]) -> None:
    """A title was taken."""
    event = event_in(visit, args[0])
    if event is not None:
        show(visit, event, run(text("events-all"), "termine"))


def show(visit: Visit, event: Event, *more: Offer) -> None:
    """One date: what it is, how many come, whether this person does, and what can be done."""
    count = visit.work.events.counts([event.id]).get(event.id, 0)
    visit.say(card(visit, event.draft))
    if not event.open(visit.now):
        visit.say(_closed(visit, event), *decisions(visit, visit.person, event), *more)
        return
    visit.say(coming(visit, count))
    ways = (*decisions(visit, visit.person, event), *more)
    if event.id in {one.id for one in visit.work.events.of(visit.person.id)}:
        visit.say(text("events-signed-up"), leave_offer(event), *ways)
    elif event.draft.seats and count >= event.draft.seats:
        visit.say(text("events-join-full"), *ways)
    else:
        visit.say(text("events-ask"), Offer(text("events-join"), JOIN, (event.id,)), *ways)


def _closed(visit: Visit, event: Event) -> Text:
    """Why nobody can sign up for it."""
    if event.state is EventState.CALLED_OFF:
        return text("events-off-why", reason=event.reason) if event.reason else text("events-off")
    return text("events-over" if event.draft.starts_at <= visit.now else "events-not-published")


ROUTES: tuple[Route, ...] = (
    Command({"de": ("termine",), "en": ("events",)}, browse, text("events-what")),
    Pressed(TURN, turn_page),
    Pressed(SHOW, open_one),
    Pressed(PAST, past, Role.EDITOR),
)
