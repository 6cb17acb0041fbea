"""Messages that may have arrived, or not: counted, and decided about one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, literal, select, update

from bot.core.ports import Doubt, Lane, State
from storage.copies.counting import LEFT
from storage.ledger.rows import FRESH, state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_LEFT = {"state": State.CANCELLED.value, "problem": LEFT}


def uncertain_since(session: Session, since: datetime) -> Mapping[Lane, int]:
    """How many, by lane."""
    counted = (
        select(deliveries.c.lane, func.count())
        .where(state_is(State.UNCERTAIN), deliveries.c.created_at > since)
        .group_by(deliveries.c.lane)
    )
    return {Lane(lane): count for lane, count in session.run(counted)}


def doubts(session: Session, since: datetime, limit: int) -> Sequence[Doubt]:
    """The newest that a person waits for, or was asked."""
    newest = (
        select(deliveries.c.id, deliveries.c.lane, deliveries.c.account, deliveries.c.created_at)
        .where(*_alone(), deliveries.c.created_at > since)
        .order_by(deliveries.c.id.desc())
        .limit(limit)
    )
    return [Doubt(id_, Lane(lane), account.partition(":")[0], at) for id_, lane, account, at in session.run(newest)]


def decide(session: Session, delivery: int, now: datetime, *, resend: bool) -> bool:
    """Queue it again, or cancel it."""
    if resend:
        ended: dict[str, Any] = {
            "state": State.QUEUED.value,
            "not_before": now,
            "first_try_at": None,
            "settled_at": None,
        }
    else:
        ended = {"settled_at": now, **_LEFT}
    change = update(deliveries).where(deliveries.c.id == delivery, *_alone()).values(**ended)
    return session.run(change.execution_options(preserve_rowcount=True)).rowcount > 0


def in_doubt(session: Session, contact: int, since: datetime) -> int:
    """How many replies to this contact."""
    return session.scalar(select(func.count()).select_from(deliveries).where(*_replies(contact, since))) or 0


def repeat(session: Session, contact: int, since: datetime, now: datetime) -> Sequence[str]:
    """Copy them, and cancel what was copied; the account of each."""
    kept = ("account", "contact", "person", "lane", "body", "file", "tag", "replaces", "edits", "about")
    moment = literal(now, deliveries.c.created_at.type)
    copies = insert(deliveries).from_select(
        [*kept, "not_before", "created_at", *FRESH],
        select(*(deliveries.c[name] for name in kept), moment, moment.label("created_at"), *FRESH.values())
        .where(*_replies(contact, since))
        .order_by(deliveries.c.id),
    )
    accounts = session.run(copies.returning(deliveries.c.account)).scalars().all()
    session.run(update(deliveries).where(*_replies(contact, since)).values(settled_at=now, **_LEFT))
    return accounts


def _replies(contact: int, since: datetime) -> tuple[Any, ...]:
    return (
        *_alone(),
        deliveries.c.contact == contact,
        deliveries.c.lane == Lane.REPLY.value,
        deliveries.c.created_at > since,
        *(deliveries.c[name] == "" for name in ("tag", "replaces", "edits")),
        deliveries.c.body != "",
    )


def _alone() -> tuple[Any, ...]:
    """Copies of announcements are decided about together; a farewell has left nothing to send."""
    return state_is(State.UNCERTAIN), deliveries.c.announcement.is_(None), deliveries.c.contact != 0
