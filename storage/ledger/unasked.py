"""Messages that nobody asked for (copies of announcements, digests, check-ins, reminders), counted in one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, literal_column, select

from bot.core.ports import Lane, State
from bot.domain.announcements.announcement import Step
from bot.domain.event import TAG
from storage.tables import deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_REACHES = deliveries.c.state.in_([one.value for one in (State.QUEUED, State.SENDING, State.SENT, State.UNCERTAIN)])
_NO_COPY = and_(deliveries.c.announcement.is_(None), deliveries.c.lane > literal_column("0"))
"""Spelled as in `ix_deliveries_unasked`, so that SQLite takes it."""


def unasked(person: Any, since: datetime, announcements: Sequence[int]) -> ColumnElement[Any]:
    """How many of them a person has got since then: of announcements those of these numbers, by an index that begins
    with the number; beside them everything that is not an answer.
    """
    besides = _number(person, since, _NO_COPY)
    if not announcements:
        return besides
    copies = (deliveries.c.announcement.in_(announcements), deliveries.c.step == Step.SEND.value)
    return besides + _number(person, since, *copies)


def about_pledges(person: Any, since: datetime) -> list[ColumnElement[bool]]:
    """Which deliveries asked a person about pledges since then without being asked. Word of a date goes in the
    same lane, and is no such question.
    """
    theirs = (deliveries.c.person == person, deliveries.c.created_at > since, _REACHES)
    return [_NO_COPY, deliveries.c.lane == int(Lane.CHECK_IN), ~deliveries.c.tag.startswith(TAG), *theirs]


def _number(person: Any, since: datetime, *which: ColumnElement[bool]) -> ColumnElement[Any]:
    theirs = (*which, deliveries.c.person == person, deliveries.c.created_at > since, _REACHES)
    counted: ColumnElement[Any] = (
        select(func.count()).select_from(deliveries).where(*theirs).correlate_except(deliveries).scalar_subquery()
    )
    return counted
