"""Forgetting what went out: first what finished messages said, and later that they were ever sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, literal_column, select, update

from bot.core.ports import State
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_FINISHED = deliveries.c.state.in_(
    [state.value for state in (State.SENT, State.UNREACHABLE, State.REFUSED, State.UNCERTAIN, State.CANCELLED)]
)
_EMPTY = deliveries.c.body == literal_column("''")  # written out, as the partial indexes need it


def empty(session: Session, before: datetime) -> int:
    """What finished rows older than this say; how many."""
    old = update(deliveries).where(_FINISHED, deliveries.c.settled_at < before, ~_EMPTY)
    return session.run(old.values(body="", file=None)).rowcount


def drop(session: Session, before: datetime, limit: int) -> int:
    """Emptied rows older than this, the oldest first; how many. Copies of announcements stay for their reports."""
    spent = (
        select(deliveries.c.id)
        .where(deliveries.c.announcement.is_(None), _EMPTY, _FINISHED, deliveries.c.settled_at < before)
        .order_by(deliveries.c.settled_at)
        .limit(limit)
    )
    return session.run(delete(deliveries).where(deliveries.c.id.in_(spent))).rowcount
