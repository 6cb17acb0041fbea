"""Dates of the alliance, who comes to them, and what those have heard and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, delete, exists, func, insert, null, or_, select, update

from bot.domain.event import URGENT, Event, EventDraft, EventState, Guest, SignUp
from storage.announcements.audience import is_quiet
from storage.tables import contacts, events, sign_ups, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    from storage.engine.session import Session

_PUBLISHED = events.c.state == EventState.PUBLISHED.value
_REACHABLE = exists().where(contacts.c.person == sign_ups.c.person, contacts.c.reachable)
_UNTOLD = exists().where(sign_ups.c.event == events.c.id, sign_ups.c.revision < events.c.revision, _REACHABLE)


class Events:
    """`Events` of bot.domain.event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, draft: EventDraft, author: int, state: EventState, now: datetime) -> Event:
        fresh = {"state": state.value, "reason": "", "revision": 1, "turn": 0, "created_at": now}
        new = insert(events).values(author=author, **_columns(draft), **fresh).returning(events)
        return _event(self._session.run(new).one())

    def get(self, event: int) -> Event | None:
        row = self._session.run(select(events).where(events.c.id == event)).one_or_none()
        return None if row is None else _event(row)

    def coming(self, states: Sequence[EventState], now: datetime, offset: int = 0, limit: int = 20) -> Sequence[Event]:
        found = select(events).where(*_ahead(states, now)).order_by(events.c.starts_at, events.c.id)
        return self._all(found.offset(offset).limit(limit))

    def count_coming(self, states: Sequence[EventState], now: datetime) -> int:
        return int(self._session.scalar(select(func.count()).select_from(events).where(*_ahead(states, now))))

    def past(self, now: datetime, offset: int = 0, limit: int = 5) -> Sequence[Event]:
        latest = (events.c.starts_at.desc(), events.c.id.desc())
        return self._all(select(events).where(_behind(now)).order_by(*latest).offset(offset).limit(limit))

    def count_past(self, now: datetime) -> int:
        return int(self._session.scalar(select(func.count()).select_from(events).where(_behind(now))))

    def change(self, event: Event, draft: EventDraft, now: datetime, *, told: bool) -> bool:
        values = _columns(draft)
        if draft.starts_at != event.draft.starts_at:  # of several changes on one day the first time is the nearest
            still = and_(_UNTOLD, events.c.was_at > now, events.c.was_at < events.c.starts_at)
            values |= {"was_at": case((still, events.c.was_at), else_=events.c.starts_at)}
        if not self._move(event, values):
            return False
        theirs = update(sign_ups).where(sign_ups.c.event == event.id)
        if not told:  # whoever knows the last version need not hear of this one
            self._session.run(theirs.where(sign_ups.c.revision == event.revision).values(revision=event.revision + 1))
        if draft.starts_at != event.draft.starts_at:
            self._session.run(theirs.values(reminded_at=None))
        return True

    def publish(self, event: Event) -> bool:
        proposed = event.state is EventState.PROPOSED
        return proposed and self._move(event, {"state": EventState.PUBLISHED.value})

    def call_off(self, event: Event, reason: str) -> bool:
        published = event.state is EventState.PUBLISHED
        return published and self._move(event, {"state": EventState.CALLED_OFF.value, "reason": reason})

    def discard(self, event: Event) -> bool:
        same = (events.c.id == event.id, events.c.revision == event.revision)
        proposed = events.c.state == EventState.PROPOSED.value
        return self._session.run(delete(events).where(*same, proposed)).rowcount > 0

    def _move(self, event: Event, values: Mapping[str, Any]) -> bool:
        """Its next revision, if it is still the one that was read and was not called off. When it was to begin before
        an earlier move matters only as long as somebody has not heard of that.
        """
        kept: dict[str, Any] = {"was_at": case((_UNTOLD, events.c.was_at), else_=null())}
        same = (events.c.id == event.id, events.c.revision == event.revision)
        stands = events.c.state != EventState.CALLED_OFF.value
        moved = update(events).where(*same, stands).values(revision=events.c.revision + 1, **{**kept, **values})
        return self._session.run(moved).rowcount > 0

    # -- who comes ---------------------------------------------------------------------------------------------------

    def sign_up(self, event: int, person: int, now: datetime, *, reminded: bool) -> SignUp:
        known = self.get(event)
        if known is None or not known.open(now):
            return SignUp.CLOSED
        new = self._session.insert(sign_ups).values(
            event=event, person=person, at=now, revision=known.revision, reminded_at=now if reminded else None
        )
        fresh = new.on_conflict_do_nothing().returning(sign_ups.c.person)
        if self._session.run(fresh).one_or_none() is None:
            return SignUp.BEFORE
        # Written to the date's own row, so that of two who take the last seat at once one is run again.
        self._session.run(update(events).where(events.c.id == event).values(turn=events.c.turn + 1))
        if known.draft.seats and self.counts([event]).get(event, 0) > known.draft.seats:
            self.sign_off(event, person)
            return SignUp.FULL
        return SignUp.DONE

    def sign_off(self, event: int, person: int) -> bool:
        return self._session.run(delete(sign_ups).where(*_one(event, person))).rowcount > 0

    def counts(self, numbers: Sequence[int]) -> Mapping[int, int]:
        theirs = select(sign_ups.c.event, func.count().label("people")).where(sign_ups.c.event.in_(numbers))
        return {row.event: row.people for row in self._session.run(theirs.group_by(sign_ups.c.event))}

    def guests(self, event: int) -> Sequence[Guest]:
        theirs = select(sign_ups).where(sign_ups.c.event == event)
        return self._guests(theirs.order_by(sign_ups.c.at, sign_ups.c.person))

    def of(self, person: int) -> Sequence[Event]:
        mine = select(events).join(sign_ups, sign_ups.c.event == events.c.id).where(sign_ups.c.person == person)
        return self._all(mine.order_by(events.c.starts_at, events.c.id))

    def hush(self, person: int, since: datetime) -> bool:
        lately = sign_ups.c.event.in_(select(events.c.id).where(_PUBLISHED, events.c.starts_at >= since))
        open_ones = (sign_ups.c.person == person, lately, sign_ups.c.hushed.is_(False), sign_ups.c.thanked_at.is_(None))
        return self._session.run(update(sign_ups).where(*open_ones).values(hushed=True)).rowcount > 0

    # -- what they hear ----------------------------------------------------------------------------------------------

    def to_tell(self, now: datetime, hour: int, limit: int = 100, *, by_day: bool) -> Sequence[Guest]:
        would_begin = and_(events.c.was_at > now, events.c.was_at <= now + URGENT)
        due: list[ColumnElement[bool]] = [events.c.starts_at <= now + URGENT, would_begin]
        if by_day:
            due.append(~is_quiet(hour))
        changed = (sign_ups.c.revision < events.c.revision, events.c.starts_at > now, or_(*due))
        return self._due(limit, *changed)

    def told(self, event: int, person: int, now: datetime, *, reminded: bool) -> None:
        newest = select(events.c.revision).where(events.c.id == event).scalar_subquery()
        values: dict[str, Any] = {"revision": newest, **({"reminded_at": now} if reminded else {})}
        self._session.run(update(sign_ups).where(*_one(event, person)).values(values))

    def to_remind(self, now: datetime, until: datetime, hour: int, limit: int = 100) -> Sequence[Guest]:
        soon = and_(events.c.starts_at > now, events.c.starts_at < until)
        return self._due(limit, soon, _PUBLISHED, ~is_quiet(hour), *_open(sign_ups.c.reminded_at))

    def reminded(self, guest: Guest, now: datetime) -> None:
        self._session.run(update(sign_ups).where(*_one(guest.event, guest.person)).values(reminded_at=now))

    def to_thank(self, since: datetime, until: datetime, hour: int, limit: int = 100) -> Sequence[Guest]:
        over = and_(events.c.starts_at >= since, events.c.starts_at < until)
        return self._due(limit, over, _PUBLISHED, ~is_quiet(hour), *_open(sign_ups.c.thanked_at))

    def thanked(self, guest: Guest, now: datetime) -> None:
        self._session.run(update(sign_ups).where(*_one(guest.event, guest.person)).values(thanked_at=now))

    def _due(self, limit: int, *which: ColumnElement[bool]) -> Sequence[Guest]:
        self._session.flush()
        due = (
            select(sign_ups)
            .join(events, events.c.id == sign_ups.c.event)
            .outerjoin(wishes, wishes.c.person == sign_ups.c.person)
            .where(_REACHABLE, *which)
        )
        return self._guests(due.order_by(events.c.starts_at, sign_ups.c.at, sign_ups.c.person).limit(limit))

    # -- what they say -----------------------------------------------------------------------------------------------

    def say(self, event: int, person: int, words: str) -> bool:
        return self._session.run(update(sign_ups).where(*_one(event, person)).values(said=words)).rowcount > 0

    def said(self, event: int) -> Sequence[tuple[int, str]]:
        lines = select(sign_ups.c.person, sign_ups.c.said).where(sign_ups.c.event == event, sign_ups.c.said != "")
        shuffled = lines.order_by(sign_ups.c.said, sign_ups.c.person)  # not as `guests`: no name belongs to a sentence
        return [(row.person, row.said) for row in self._session.run(shuffled)]

    def forget(self, before: datetime) -> None:
        over = select(events.c.id).where(events.c.starts_at < before)
        self._session.run(delete(sign_ups).where(sign_ups.c.event.in_(over)))
        proposed = events.c.state == EventState.PROPOSED.value
        self._session.run(delete(events).where(proposed, events.c.starts_at < before))

    def _all(self, query: Select[Any]) -> list[Event]:
        return [_event(row) for row in self._session.run(query)]

    def _guests(self, query: Select[Any]) -> list[Guest]:
        return [Guest(row.event, row.person, row.at) for row in self._session.run(query)]


def _ahead(states: Sequence[EventState], now: datetime) -> tuple[ColumnElement[bool], ...]:
    return events.c.state.in_([state.value for state in states]), events.c.starts_at > now


def _behind(now: datetime) -> ColumnElement[bool]:
    return or_(events.c.state == EventState.CALLED_OFF.value, and_(_PUBLISHED, events.c.starts_at <= now))


def _one(event: int, person: int) -> tuple[ColumnElement[bool], ...]:
    return sign_ups.c.event == event, sign_ups.c.person == person


def _open(done_at: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    """Not done yet, of nobody who wants to be left in peace, and only where they know the version that stands."""
    return done_at.is_(None), sign_ups.c.hushed.is_(False), sign_ups.c.revision == events.c.revision


def _columns(draft: EventDraft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "starts_at": draft.starts_at,
        "place": draft.place,
        "about": draft.about,
        "seats": draft.seats,
    }


def _event(row: Any) -> Event:
    draft = EventDraft(row.title, row.starts_at, row.place, row.about, row.seats)
    return Event(row.id, row.author, draft, EventState(row.state), row.reason, row.revision)
