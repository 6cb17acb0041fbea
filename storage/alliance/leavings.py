"""How many memberships have ended, counted per day (UTC): who it was is forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from storage.tables import counters

if TYPE_CHECKING:
    from storage.engine.session import Session


def count_leaving(session: Session, now: datetime) -> None:
    """One more has ended."""
    new = session.insert(counters).values(name=_name(now.astimezone(UTC).date()), value=1)
    session.run(new.on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1}))


def left_since(session: Session, since: date, until: date) -> int:
    """How many have ended from one day to the other, both included."""
    days = [_name(since + timedelta(days=day)) for day in range((until - since).days + 1)]
    return int(session.scalar(select(func.coalesce(func.sum(counters.c.value), 0)).where(counters.c.name.in_(days))))


def _name(day: date) -> str:
    return f"left:{day.isoformat()}"
