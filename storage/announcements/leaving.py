"""Copies that go another way than they were written: whoever is erased, whoever wants a pause by now, who says no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, delete, exists, func, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Step
from bot.domain.announcements.wishes import quiet_until
from storage.announcements.counting import shift
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.tables import (
    announcement_files,
    announcements,
    deliveries,
    digest_items,
    files,
    topics_off,
    wishes,
)

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

OPEN = deliveries.c.state.in_([State.QUEUED.value, State.SENDING.value])
_UNSENT = [state.value for state in (AnnouncementState.REQUESTED, AnnouncementState.DRAFT, AnnouncementState.CANCELLED)]

# -- at the moment of sending ----------------------------------------------------------------------------------------

_TOPIC_OFF = exists().where(topics_off.c.person == deliveries.c.person, topics_off.c.topic == announcements.c.topic)
_PAUSED = wishes.c.paused_until > bindparam("now", type_=wishes.c.paused_until.type)
_AMONG = among(deliveries.c.id, "ids", Kind.NUMBER)
_WISHES = Ready(
    select(
        deliveries.c.id,
        case((_TOPIC_OFF, 1), else_=0).label("off"),
        case((_PAUSED, 1), else_=0).label("paused"),
        wishes.c.quiet_from,
        wishes.c.quiet_to,
    )
    .join(announcements, announcements.c.id == deliveries.c.announcement)
    .outerjoin(wishes, wishes.c.person == deliveries.c.person)
    .where(_AMONG, deliveries.c.step == Step.SEND.value, or_(wishes.c.person.is_not(None), _TOPIC_OFF))
)


@dataclass(frozen=True, slots=True)
class WishesNow:
    """Of some copies, those that go another way at this moment: the topic is off, a pause has begun, it is quiet."""

    off: frozenset[int]
    paused: frozenset[int]
    quiet: Mapping[int, datetime]  # until when (UTC)


def wishes_now(session: Session, ids: Sequence[int], now: datetime, zone: ZoneInfo) -> WishesNow:
    """What the recipients of these copies wish by now; news on or off is known with the row itself."""
    off, paused, quiet = set(), set(), {}
    for row in session.run(_WISHES, {"ids": list(ids), "now": now}):
        if row.off:
            off.add(row.id)
        elif row.paused:
            paused.add(row.id)
        elif until := quiet_until(row.quiet_from, row.quiet_to, now, zone):
            quiet[row.id] = until
    return WishesNow(frozenset(off), frozenset(paused), quiet)


def bundle(session: Session, ids: Sequence[int]) -> None:
    """These queued copies wait for the digest at the end of a pause instead: the rows go, the announcement adds up."""
    if not ids:
        return
    copies = select(deliveries.c.person, deliveries.c.announcement, wishes.c.paused_until).join(
        wishes, wishes.c.person == deliveries.c.person
    )
    which = deliveries.c.id.in_(ids)
    items = session.insert(digest_items).from_select(["person", "announcement", "due_at"], copies.where(which))
    session.run(items.on_conflict_do_nothing())
    counted = select(deliveries.c.announcement, func.count().label("copies")).where(which)
    for row in session.run(counted.group_by(deliveries.c.announcement)).all():
        one = update(announcements).where(announcements.c.id == row.announcement)
        total, bundled = announcements.c.total - row.copies, announcements.c.bundled + row.copies
        session.run(one.values(total=total, bundled=bundled))
    session.run(delete(deliveries).where(which))


# -- for good --------------------------------------------------------------------------------------------------------


def forget(session: Session, person: int, contacts: Sequence[int]) -> None:
    """Somebody is being erased. Copies still to come are counted as cancelled, so that announcements come to an end.
    What they wrote and nobody has sent goes; what was sent belongs to the alliance, without their pictures if it still
    waits for its release (those of released ones belong to nobody any more).
    """
    count_as_cancelled(session, deliveries.c.contact.in_(contacts))
    written = select(deliveries.c.id).where(deliveries.c.announcement == announcements.c.id)
    never_sent = and_(announcements.c.state.in_(_UNSENT), announcements.c.started_at.is_(None), ~exists(written))
    session.run(delete(announcements).where(announcements.c.author == person, never_sent))
    theirs = select(files.c.id).where(files.c.owner == person)
    session.run(delete(announcement_files).where(announcement_files.c.file.in_(theirs)))


def count_as_cancelled(session: Session, which: ColumnElement[bool]) -> None:
    """Copies that are about to be deleted count as cancelled, where they were still to come."""
    shift(session, which, OPEN, state=State.CANCELLED)
