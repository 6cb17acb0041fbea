"""Copies that go another way than they were written: whoever is erased, whoever wants a pause by now, who says no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, delete, exists, func, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Step
from bot.domain.announcements.audience import Left
from storage.announcements.counting import shift
from storage.engine.bulk import Kind, among
from storage.tables import (
    announcement_files,
    announcements,
    deliveries,
    digest_items,
    files,
    persons,
    topics_off,
    wishes,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

OPEN = deliveries.c.state.in_([State.QUEUED.value, State.SENDING.value])
_UNSENT = [state.value for state in (AnnouncementState.REQUESTED, AnnouncementState.DRAFT, AnnouncementState.CANCELLED)]

# -- at the moment of sending ----------------------------------------------------------------------------------------

_TOPIC_OFF = exists().where(topics_off.c.person == deliveries.c.person, topics_off.c.topic == announcements.c.topic)
_PAUSED = wishes.c.paused_until > bindparam("now", type_=wishes.c.paused_until.type)
_AMONG = among(deliveries.c.id, "ids", Kind.NUMBER)
_UNWANTED = (
    select(
        deliveries.c.id,
        case(
            (~persons.c.news, Left.NEWS_OFF.value),
            (_TOPIC_OFF, Left.TOPIC_OFF.value),
            (_PAUSED, Left.BUNDLED.value),
            else_="",
        ).label("why"),
    )
    .join(announcements, announcements.c.id == deliveries.c.announcement)
    .join(persons, persons.c.id == deliveries.c.person)
    .outerjoin(wishes, wishes.c.person == deliveries.c.person)
    .where(_AMONG, deliveries.c.step == Step.SEND.value)
)


def unwanted(session: Session, ids: Sequence[int], now: datetime) -> Mapping[int, Left]:
    """Of these copies, those whose recipient by now wants no news, nothing of the topic, or nothing before a pause is
    over (BUNDLED). Quiet hours are not asked about.
    """
    found = session.run(_UNWANTED, {"ids": list(ids), "now": now}) if ids else ()
    return {row.id: Left(row.why) for row in found if row.why}


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
