"""How a date reads, what can be done about it, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.event import Event, EventDraft, EventState, is_soon
from bot.domain.people.person import Person, Role

SHOW, JOIN, LEAVE = "event-show", "event-join", "event-leave"
CHANGE, PUBLISH, CALL_OFF = "event-change", "event-publish", "event-call-off"
ANNOUNCE, NAMES, READ = "event-announce", "event-names", "event-read"


def when(post: Post, moment: datetime) -> Text:
    """Weekday, day and hour in the alliance's zone."""
    local = moment.astimezone(post.alliance.zone)
    return text("events-when", day=text("pledging-day", day=local.weekday()), when=local)


def card(post: Post, draft: EventDraft) -> Text:
    """A date with all its details."""
    begins = when(post, draft.starts_at)
    return text("events-card", title=draft.title, when=begins, place=draft.place, about=draft.about)


def coming(visit: Visit, count: int) -> Text:
    """How many come. Organisers see the number; others not while that would tell something about single people."""
    if count >= visit.alliance.hidden_below or visit.person.role is not None:
        return text("events-coming", count=count)
    return text("events-coming-few", least=visit.alliance.hidden_below)


def event_in(visit: Visit, number: str) -> Event | None:
    """The date a choice is about, if this person may see it; else they are told that it is not there."""
    event = visit.work.events.get(int(number)) if number.isdecimal() else None
    if event is None or (event.state is EventState.PROPOSED and visit.person.role is None):
        visit.say(text("events-gone"))
        return None
    return event


def note(visit: Visit, what: str, number: int) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"event:{number}", visit.now)


def knows(post: Post, event: Event, person: int) -> None:
    """They have heard how a date stands now, and if it is soon, need no reminder. Nothing if they do not come."""
    soon = is_soon(event.draft.starts_at, post.now, post.alliance.zone)
    post.work.events.told(event.id, person, post.now, reminded=soon)


def others(visit: Visit, event: Event) -> int:
    """How many come beside whoever is here."""
    return sum(guest.person != visit.person.id for guest in visit.work.events.guests(event.id))


def leave_offer(event: Event) -> Offer:
    """The way out of a sign-up."""
    return Offer(text("events-leave"), LEAVE, (event.id,))


def may_change(person: Person, event: Event) -> bool:
    """As with announcements: who may publish everybody's, and before that who wrote it."""
    own = event.state is EventState.PROPOSED and event.author == person.id
    return person.may(Role.MODERATOR) or (own and person.may(Role.EDITOR))


def _ending(person: Person, event: Event) -> Text:
    """What ending it is called."""
    if event.state is not EventState.PROPOSED:
        return text("events-call-off")
    return text("events-back-yes" if event.author == person.id else "events-refuse-yes")


def decisions(post: Post, person: Person, event: Event) -> Iterator[Offer]:
    """What an organiser can do about a date. Each is about exactly this version of it."""
    version = (event.id, event.revision)
    ahead = event.draft.starts_at > post.now and event.state is not EventState.CALLED_OFF
    if ahead and event.state is EventState.PROPOSED and person.may(Role.MODERATOR):
        yield Offer(text("events-publish"), PUBLISH, version)
    if event.open(post.now) and person.may(Role.EDITOR):
        yield Offer(text("events-announce"), ANNOUNCE, (event.id,))
    if ahead and may_change(person, event):
        yield Offer(text("events-change"), CHANGE, version)
        yield Offer(_ending(person, event), CALL_OFF, version)
    if person.may(Role.MODERATOR) and post.work.events.guests(event.id):
        yield Offer(text("events-names"), NAMES, (event.id,))
    if person.may(Role.EDITOR) and post.work.events.said(event.id):
        yield Offer(text("events-read"), READ, (event.id, 0))
