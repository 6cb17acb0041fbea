"""Copies of an announcement: deliveries written for its audience in chunks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal, literal_column, select, update

from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import Draft, Step
from bot.domain.announcements.places import PLACE, PlaceState
from bot.domain.announcements.wishes import Calendar, Rhythm
from storage.announcements.audience import is_bundled, lately, recipients
from storage.copies.counting import count_stopped, count_stopped_places
from storage.tables import announcements, deliveries, digest_items, persons, places, wishes

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

EMPTY = ("address", "language", "body", "tag", "replaces", "edits", "refs", "problem")


def enqueue(session: Session, announcement: int, draft: Draft, after: int, calendar: Calendar, chunk: int) -> bool:
    """Write the copies for those in the audience among the next so many persons; True when there are no more."""
    if not after:
        _advance(session, announcement, copies_from=last_delivery(session))
        _publish(session, announcement, draft, calendar.now)
    last = _end_of_chunk(session, after, chunk)
    if last is None:
        _advance(session, announcement, enqueued=True)
        return True
    others = [one for one in lately(session, calendar) if one != announcement]  # its own copies are just being written
    bundled = is_bundled(calendar, others)
    within = recipients(draft.audience, draft.topic).where(persons.c.id > after, persons.c.id <= last)
    written = _write(session, announcement, within.where(~bundled), calendar.now)
    # without a weekly limit, only who has wishes can be bundled: a few, found by their rows
    some = within if calendar.per_week else within.where(wishes.c.person > after, wishes.c.person <= last)
    items = _bundle(session, announcement, some.where(bundled), calendar)
    _advance(session, announcement, written, items, enqueued_to=last)
    return False


def pass_over(session: Session, announcement: int, draft: Draft, after: int, chunk: int) -> None:
    """As `enqueue` for what was stopped before all copies were written: those among the next so many persons are
    counted as stopped and get none, also not with a digest.
    """
    if not after:
        _advance(session, announcement, count_stopped_places(session, announcement, draft))
    last = _end_of_chunk(session, after, chunk)
    if last is None:
        _advance(session, announcement, enqueued=True)
        return
    within = recipients(draft.audience, draft.topic).where(persons.c.id > after, persons.c.id <= last)
    _advance(session, announcement, count_stopped(session, announcement, within), enqueued_to=last)


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


def last_delivery(session: Session) -> int:
    """The number of the newest delivery of all."""
    return session.scalar(select(func.max(deliveries.c.id))) or 0


def fixed(announcement: int, step: Step, now: datetime, round_: int = 0) -> dict[str, ColumnElement[Any]]:
    """What all rows of a step have in common."""
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
    same = fixed(announcement, Step.SEND, now) | {name: literal_column("''") for name in EMPTY}
    rows = select(part.c.account, part.c.contact, part.c.person, *same.values()).order_by(part.c.person)
    new = session.insert(deliveries).from_select(["account", "contact", "person", *same], rows)
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
    same = fixed(announcement, Step.SEND, now) | {name: literal_column("''") for name in EMPTY[2:]}
    same |= {"contact": literal_column("0"), "person": literal_column("0")}
    same |= {"language": literal(draft.words.language + PLACE, deliveries.c.language.type)}
    rows = select(places.c.account, places.c.address, places.c.id, *same.values()).where(
        places.c.id.in_(draft.audience.places), places.c.state == PlaceState.OPEN.value
    )
    new = session.insert(deliveries).from_select(["account", "address", "place", *same], rows)
    written = session.run(new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)).rowcount
    _advance(session, announcement, written)
