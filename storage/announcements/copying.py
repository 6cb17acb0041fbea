"""Copies of an announcement: deliveries written for its audience in chunks, and those of its later steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, literal, literal_column, or_, select, update

from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import Draft, Step
from bot.domain.announcements.places import PLACE, PlaceState
from bot.domain.announcements.wishes import Calendar, Rhythm
from storage.announcements.audience import is_bundled, lately, recipients
from storage.announcements.counting import shift
from storage.post.rows import state_is
from storage.tables import announcements, contacts, deliveries, digest_items, persons, places, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_EMPTY = ("address", "language", "body", "tag", "replaces", "edits", "refs", "problem")
BEFORE = {Step.CORRECTION: Step.CORRECT, Step.WITHDRAWAL: Step.WITHDRAW}


def enqueue(session: Session, announcement: int, draft: Draft, after: int, calendar: Calendar, chunk: int) -> bool:
    """Write the copies for those in the audience among the next so many persons; True when there are no more."""
    if not after:
        _publish(session, announcement, draft, calendar.now)
    last = _end_of_chunk(session, after, chunk)
    if last is None:
        _advance(session, announcement, enqueued=True)
        return True
    limited = [one for one in lately(session, calendar) if one != announcement]
    bundled = is_bundled(calendar, limited)
    within = recipients(draft.audience, draft.topic).where(persons.c.id > after, persons.c.id <= last)
    written = _write(session, announcement, within.where(~bundled), calendar.now)
    # without a weekly limit in sight, only who has wishes can be bundled: a few, found by their rows
    some = within if limited else within.where(wishes.c.person > after, wishes.c.person <= last)
    items = _bundle(session, announcement, some.where(bundled), calendar)
    _advance(session, announcement, written, items, enqueued_to=last)
    return False


def _end_of_chunk(session: Session, after: int, chunk: int) -> int | None:
    """The last of the next so many persons, whether they are in the audience or not: that costs next to nothing."""
    part = select(persons.c.id).where(persons.c.id > after).order_by(persons.c.id).limit(chunk).subquery()
    last: int | None = session.scalar(select(func.max(part.c.id)))
    return last


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
    fixed |= {"language": literal(draft.words.language + PLACE, deliveries.c.language.type)}
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
    part = select(of.c.id).where(*_copies(of, announcement, step, round_), of.c.id > after)
    under_way = None if step in BEFORE else _first_under_way(session, announcement)
    if under_way is not None:
        part = part.where(of.c.id < under_way)
    last = session.scalar(select(func.max(part.order_by(of.c.id).limit(chunk).subquery().c.id)))
    if last is None:
        if under_way is None:
            _advance(session, announcement, enqueued=True)
        return under_way is None
    # a short message of its own replaces nothing; everything else changes the copy
    edits = literal_column("''") if step is Step.CORRECTION else case((of.c.edits != "", of.c.edits), else_=of.c.refs)
    taken = ("account", "contact", "person", "address", "language", "place")
    fixed = _fixed(announcement, step, now, round_) | {name: literal_column("''") for name in _EMPTY[2:]}
    fixed |= {"edits": edits}
    address = func.coalesce(select(places.c.address).where(places.c.id == of.c.place).scalar_subquery(), of.c.address)
    same = [address if name == "address" else of.c[name] for name in taken]
    rows = select(*same, *fixed.values()).where(
        *_copies(of, announcement, step, round_), of.c.id > after, of.c.id <= last
    )
    new = session.insert(deliveries).from_select([*taken, *fixed], rows.order_by(of.c.id))
    session.run(new.on_conflict_do_nothing())
    _advance(session, announcement, enqueued_to=last)
    return False


def _first_under_way(session: Session, announcement: int) -> int | None:
    """A copy that was claimed with the old words may be sent any moment; the step must not pass it by."""
    sending = (deliveries.c.announcement == announcement, deliveries.c.step == Step.SEND.value)
    first: int | None = session.scalar(select(func.min(deliveries.c.id)).where(*sending, state_is(State.SENDING)))
    return first


def _copies(of: Any, announcement: int, step: Step, round_: int) -> list[ColumnElement[bool]]:
    """The deliveries a step follows up on."""
    if step in BEFORE:
        before = and_(of.c.step == BEFORE[step].value, of.c.round == round_)
        return [of.c.announcement == announcement, before, of.c.state == State.REFUSED.value]
    sent = and_(of.c.state == State.SENT.value, of.c.refs != "")
    return [of.c.announcement == announcement, of.c.step == Step.SEND.value, sent]


def take_up_again(session: Session, states: Sequence[State], now: datetime, *which: ColumnElement[bool]) -> int:
    """Queue settled copies again, where the recipient can be reached; how many."""
    reachable = or_(
        deliveries.c.contact == 0, exists().where(contacts.c.id == deliveries.c.contact, contacts.c.reachable)
    )
    ended = (*which, deliveries.c.state.in_([state.value for state in states]), reachable)
    shift(session, *ended, sign=-1)
    fresh = {"not_before": now, "settled_at": None, "first_try_at": None, "problem": ""}
    return session.run(
        update(deliveries)
        .where(*ended)
        .values(state=State.QUEUED.value, **fresh)
        .execution_options(preserve_rowcount=True)
    ).rowcount


def leave(session: Session, announcement: int) -> int:
    """Uncertain ones stay as they are, for good; how many."""
    uncertain = (deliveries.c.announcement == announcement, deliveries.c.state == State.UNCERTAIN.value)
    shift(session, *uncertain, sign=-1)
    shift(session, *uncertain, state=State.CANCELLED)
    return session.run(
        update(deliveries)
        .where(*uncertain)
        .values(state=State.CANCELLED.value, problem="uncertain, and left so")
        .execution_options(preserve_rowcount=True)
    ).rowcount


def cancel(session: Session, announcement: int, now: datetime) -> None:
    """Copies that wait are not sent any more, and are in no digest. What changes copies already sent goes on."""
    waiting = (
        deliveries.c.announcement == announcement,
        deliveries.c.step == Step.SEND.value,
        deliveries.c.state == State.QUEUED.value,
    )
    shift(session, *waiting, state=State.CANCELLED)
    session.run(
        update(deliveries)
        .where(*waiting)
        .values(state=State.CANCELLED.value, problem="announcement cancelled", settled_at=now)
    )
    session.run(digest_items.delete().where(digest_items.c.announcement == announcement))
