"""Messages that may have arrived, or not: counted, and decided about one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, literal, literal_column, select, update

from bot.core.ports import Doubt, Lane, State
from storage.copies.counting import LEFT
from storage.engine.ready import Ready
from storage.ledger.quoting import GONE
from storage.ledger.rows import FRESH, state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_LEFT = {"state": State.CANCELLED.value, "problem": LEFT}

REPEATED = 5
"""So many of the newest are said again: more than a screen of old answers helps nobody."""

_ALONE = state_is(State.UNCERTAIN), deliveries.c.announcement.is_(None), deliveries.c.contact != 0
"""Copies of announcements are decided about together; a farewell has left nothing to send."""

_REPLIES = (
    *_ALONE,
    deliveries.c.contact == bindparam("of"),
    deliveries.c.lane == literal_column(str(Lane.REPLY.value)),
    *(deliveries.c[name] == literal_column("''") for name in ("tag", "replaces", "edits")),
)
_MISSED = (
    *_REPLIES,
    deliveries.c.created_at > bindparam("since"),
    deliveries.c.body != literal_column("''"),
    *(~deliveries.c.body.like(f'{{"text":"{words}"%') for words in ("", GONE)),  # only choices are left
    ~deliveries.c.body.like(bindparam("offering")),
)
_NEWEST = Ready(
    select(deliveries.c.id).where(*_MISSED).order_by(deliveries.c.id.desc()).limit(literal_column(str(REPEATED)))
)
_LEAVE = Ready(update(deliveries).where(*_REPLIES).values(settled_at=bindparam("at"), body="", file=None, **_LEFT))


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
        .where(*_ALONE, deliveries.c.created_at > since)
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
    change = update(deliveries).where(deliveries.c.id == delivery, *_ALONE).values(**ended)
    return session.run(change.execution_options(preserve_rowcount=True)).rowcount > 0


def in_doubt(session: Session, contact: int, since: datetime, offering: str) -> int:
    """How many replies to this contact, without those that offer to show them; at most so many as are shown."""
    return len(_newest(session, contact, since, offering))


def leave(session: Session, contact: int, now: datetime) -> None:
    """All replies to this contact, without their words."""
    session.run(_LEAVE, {"of": contact, "at": now})


def repeat(session: Session, contact: int, since: datetime, offering: str, now: datetime) -> Sequence[str]:
    """Copy the newest of them, and leave those; the account of each copy. Whoever decides about one at the same time
    is second: the database has that transaction run again.
    """
    kept = ("account", "contact", "person", "lane", "body", "file", "tag", "replaces", "edits", "about")
    moment = literal(now, deliveries.c.created_at.type)
    newest = _newest(session, contact, since, offering)
    copies = insert(deliveries).from_select(
        [*kept, "not_before", "created_at", *FRESH],
        select(*(deliveries.c[name] for name in kept), moment, moment.label("created_at"), *FRESH.values())
        .where(deliveries.c.id.in_(newest))
        .order_by(deliveries.c.id),
    )
    accounts = session.run(copies.returning(deliveries.c.account)).scalars().all()
    left = {"settled_at": now, "body": "", "file": None, **_LEFT}
    session.run(update(deliveries).where(deliveries.c.id.in_(newest)).values(**left))
    return accounts


def _newest(session: Session, contact: int, since: datetime, offering: str) -> list[int]:
    given = {"of": contact, "since": since, "offering": f'%"{offering}~%'}
    return [row.id for row in session.run(_NEWEST, given).all()]
