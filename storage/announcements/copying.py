"""Copies of an announcement: deliveries written for its audience in chunks, and those of its later steps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal, literal_column, or_, select, update

from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import Draft, Step
from bot.domain.announcements.places import PlaceState
from bot.domain.announcements.wishes import Calendar, Rhythm
from storage.announcements.audience import is_bundled, recipients
from storage.tables import announcements, contacts, deliveries, digest_items, persons, places, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_EMPTY = ("address", "language", "body", "tag", "replaces", "edits", "refs", "problem")
_BEFORE = {Step.CORRECTION: Step.CORRECT, Step.WITHDRAWAL: Step.WITHDRAW}


def enqueue(session: Session, announcement: int, draft: Draft, after: int, calendar: Calendar, chunk: int) -> bool:
    """Write the copies for the next so many recipients; True when there are no more."""
    if not after:
        _publish(session, announcement, draft, calendar.now)
    audience = recipients(draft.audience, draft.topic)
    part = audience.where(persons.c.id > after).order_by(persons.c.id).limit(chunk).subquery()
    last = session.scalar(select(func.max(part.c.person)))
    if last is None:
        _advance(session, announcement, enqueued=True)
        return True
    within = audience.where(persons.c.id > after, persons.c.id <= last)
    bundled = is_bundled(calendar)
    written = _write(session, announcement, within.where(~bundled), calendar.now)
    items = _bundle(session, announcement, within.where(bundled), calendar)
    _advance(session, announcement, written, items, enqueued_to=last)
    return False


def _advance(session: Session, announcement: int, written: int = 0, bundled: int = 0, **values: Any) -> None:
    session.run(
        update(announcements)
        .where(announcements.c.id == announcement)
        .values(total=announcements.c.total + written, bundled=announcements.c.bundled + bundled, **values)
    )


def _fixed(announcement: int, step: Step, now: datetime, round_: int = 0) -> dict[str, ColumnElement[Any]]:
    return {
        "announcement": literal(announcement, deliveries.c.announcement.type),
        "step": literal_column(f"'{step.value}'"),
        "round": literal(round_, deliveries.c.round.type),
        "not_before": literal(now, deliveries.c.not_before.type),
        "created_at": literal(now, deliveries.c.created_at.type),
        "lane": literal_column(str(int(Lane.ANNOUNCEMENT))),
        "state": literal_column(f"'{State.QUEUED.value}'"),
        "attempts": literal_column("0"),
    }


def _write(session: Session, announcement: int, people: Any, now: datetime) -> int:
    part = people.subquery()
    fixed = _fixed(announcement, Step.SEND, now) | {name: literal_column("''") for name in _EMPTY}
    rows = select(part.c.account, part.c.contact, part.c.person, *fixed.values()).order_by(part.c.person)
    new = session.insert(deliveries).from_select(["account", "contact", "person", *fixed], rows)
    return session.run(new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)).rowcount


def _bundle(session: Session, announcement: int, people: Any, calendar: Calendar) -> int:
    """For the next digest; in a pause for the one at its end."""
    moment = digest_items.c.due_at.type
    rhythm_at = case(
        (wishes.c.rhythm == Rhythm.DAILY.value, literal(calendar.daily, moment)),
        else_=literal(calendar.weekly, moment),
    )
    due = case((wishes.c.paused_until > calendar.now, wishes.c.paused_until), else_=rhythm_at)
    rows = people.with_only_columns(persons.c.id, literal(announcement, digest_items.c.announcement.type), due)
    new = session.insert(digest_items).from_select(["person", "announcement", "due_at"], rows)
    return session.run(new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)).rowcount


def _publish(session: Session, announcement: int, draft: Draft, now: datetime) -> None:
    """Copies for the places: rows without a contact, that bring their own address."""
    if not draft.audience.places:
        return
    fixed = _fixed(announcement, Step.SEND, now) | {name: literal_column("''") for name in _EMPTY[2:]}
    fixed |= {"contact": literal_column("0"), "person": literal_column("0")}
    fixed |= {"language": literal(draft.words.language, deliveries.c.language.type)}
    rows = select(places.c.account, places.c.address, places.c.id, *fixed.values()).where(
        places.c.id.in_(draft.audience.places), places.c.state == PlaceState.OPEN.value
    )
    new = session.insert(deliveries).from_select(["account", "address", "place", *fixed], rows)
    written = session.run(new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)).rowcount
    _advance(session, announcement, written)


# -- later steps -----------------------------------------------------------------------------------------------------


def follow_up(
    session: Session, announcement: int, step: Step, round_: int, after: int, now: datetime, chunk: int
) -> bool:
    """Write the next so many deliveries of a later step; True when there are no more."""
    of = deliveries.alias("copy")
    part = select(of.c.id).where(*_copies(of, announcement, step, round_), of.c.id > after).order_by(of.c.id)
    last = session.scalar(select(func.max(part.limit(chunk).subquery().c.id)))
    if last is None:
        _advance(session, announcement, enqueued=True)
        return True
    # a short message of its own replaces nothing; everything else changes the copy
    edits = literal_column("''") if step is Step.CORRECTION else case((of.c.edits != "", of.c.edits), else_=of.c.refs)
    taken = ("account", "contact", "person", "address", "language", "place")
    fixed = _fixed(announcement, step, now, round_) | {name: literal_column("''") for name in _EMPTY[2:]}
    fixed |= {"edits": edits}
    rows = select(*(of.c[name] for name in taken), *fixed.values()).where(
        *_copies(of, announcement, step, round_), of.c.id > after, of.c.id <= last
    )
    new = session.insert(deliveries).from_select([*taken, *fixed], rows.order_by(of.c.id))
    session.run(new.on_conflict_do_nothing())
    _advance(session, announcement, enqueued_to=last)
    return False


def _copies(of: Any, announcement: int, step: Step, round_: int) -> list[ColumnElement[bool]]:
    """The deliveries a step follows up on."""
    if step in _BEFORE:
        before = and_(of.c.step == _BEFORE[step].value, of.c.round == round_)
        return [of.c.announcement == announcement, before, of.c.state == State.REFUSED.value]
    sent = and_(of.c.state == State.SENT.value, of.c.refs != "")
    return [of.c.announcement == announcement, of.c.step == Step.SEND.value, sent]


def take_up_again(session: Session, announcement: int, states: tuple[State, ...], now: datetime) -> int:
    """Queue settled copies again, where the recipient can be reached; how many. Counters are not touched."""
    reachable = or_(
        deliveries.c.contact == 0, exists().where(contacts.c.id == deliveries.c.contact, contacts.c.reachable)
    )
    return session.run(
        update(deliveries)
        .where(
            deliveries.c.announcement == announcement,
            deliveries.c.step == Step.SEND.value,
            deliveries.c.state.in_([state.value for state in states]),
            reachable,
        )
        .values(state=State.QUEUED.value, not_before=now, settled_at=None, first_try_at=None, problem="")
        .execution_options(preserve_rowcount=True)
    ).rowcount


def cancel(session: Session, announcement: int, now: datetime) -> None:
    """What waits is not sent any more, and is in no digest."""
    session.run(
        update(deliveries)
        .where(deliveries.c.announcement == announcement, deliveries.c.state == State.QUEUED.value)
        .values(state=State.CANCELLED.value, problem="announcement cancelled", settled_at=now)
    )
    session.run(digest_items.delete().where(digest_items.c.announcement == announcement))
