"""Decisions about many copies: what is stopped, tried again or left. The decision is one state; rows follow in chunks,
so that it neither loses against the dispatcher (PostgreSQL) nor holds the only writer up (SQLite).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Chore, Step, Written
from storage.announcements.rows import announcement_of
from storage.copies.copying import pass_over
from storage.copies.counting import LEFT, STOPPED, count, given_up
from storage.copies.leaving import elsewhere
from storage.copies.steps import is_open
from storage.engine.bulk import Kind, among
from storage.engine.ready import Ready
from storage.ledger.rows import state_is
from storage.tables import announcements, contacts, deliveries, digest_items

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_S = AnnouncementState
_GOES_ON = {state.value for state in (_S.ENQUEUING, _S.SENDING, _S.PAUSED, _S.DONE)}
"""Copies may be queued again: neither what is not released yet nor what has been stopped or taken back."""

_CONCERNS: dict[Chore, tuple[ColumnElement[bool], ...]] = {
    Chore.RETRY: (
        state_is(State.UNREACHABLE),
        state_is(State.REFUSED),
        and_(state_is(State.CANCELLED), given_up()),
    ),
    Chore.RESEND: (state_is(State.UNCERTAIN),),
    Chore.LEAVE: (state_is(State.UNCERTAIN),),
}
"""The endings a chore is about; each is looked up by the index on them."""

_THESE = among(deliveries.c.id, "ids", Kind.NUMBER)
_NOW = bindparam("now", type_=deliveries.c.settled_at.type)
_END = Ready(
    update(deliveries)
    .where(_THESE)
    .values(
        state=State.CANCELLED.value, problem=bindparam("why"), settled_at=func.coalesce(deliveries.c.settled_at, _NOW)
    )
)
_QUEUE = Ready(
    update(deliveries)
    .where(_THESE)
    .values(
        state=State.QUEUED.value,
        not_before=_NOW,
        settled_at=None,
        first_try_at=None,
        problem="",
        attempts=case((deliveries.c.refs == "", 0), else_=deliveries.c.attempts),  # then wishes may bundle it again
    )
)


def decide(session: Session, row: Any, chore: Chore) -> int:
    """How many copies it concerns."""
    if row.chore or (chore is not Chore.LEAVE and row.state not in _GOES_ON):
        return 0
    return sum(
        session.scalar(select(func.count()).select_from(deliveries).where(*_concerned(row.id, chore), ending))
        for ending in _CONCERNS[chore]
    )


def _concerned(announcement: int, chore: Chore) -> list[ColumnElement[bool]]:
    sent = [deliveries.c.announcement == announcement, deliveries.c.step == Step.SEND.value]
    if chore is not Chore.RETRY:
        return sent
    reachable = exists().where(contacts.c.person == deliveries.c.person, contacts.c.reachable)
    return [*sent, or_(deliveries.c.contact == 0, reachable)]


def carry_out(session: Session, row: Any, now: datetime, chunk: int) -> Written:
    """The next chunk."""
    chore = Chore(row.chore)
    if chore is Chore.CANCEL:
        return _cancel(session, row, now, chunk)
    ids = _next(session, row, chore, chunk)
    if not ids:
        return Written.ALL
    if chore is Chore.LEAVE:
        count(session, ids, -1)
        session.run(_END, {"ids": ids, "why": LEFT, "now": now})
        count(session, ids)
    else:
        _queue(session, ids, now)
    session.run(update(announcements).where(announcements.c.id == row.id).values(chore_to=ids[-1]))
    return Written.MORE


def _next(session: Session, row: Any, chore: Chore, chunk: int) -> Sequence[int]:
    """The next so many after those done already: what has failed once more meanwhile is not tried in a circle."""
    found: list[int] = []
    for ending in _CONCERNS[chore]:
        which = select(deliveries.c.id).where(*_concerned(row.id, chore), ending, deliveries.c.id > row.chore_to)
        found += session.run(which.order_by(deliveries.c.id).limit(chunk)).scalars().all()
    return sorted(found)[:chunk]


def _queue(session: Session, ids: Sequence[int], now: datetime) -> None:
    count(session, ids, -1)
    elsewhere(session, ids)
    session.run(_QUEUE, {"ids": ids, "now": now})


def _cancel(session: Session, row: Any, now: datetime, chunk: int) -> Written:
    """What waits is not sent any more, and is in no digest; for whom no copy is written yet, none is. What changes
    copies already sent goes on, unless they are being taken back.
    """
    if not row.enqueued:
        pass_over(session, row.id, announcement_of(row, ()).draft, row.enqueued_to, chunk)
        return Written.MORE
    steps = (Step.SEND, Step.CORRECT, Step.CORRECTION) if row.state == _S.WITHDRAWN.value else (Step.SEND,)
    for step in steps:
        if ids := _waiting(session, row.id, step, chunk):
            session.run(_END, {"ids": ids, "why": STOPPED, "now": now})
            count(session, ids)
            return Written.MORE
    if _unbundle(session, row.id, chunk):
        return Written.MORE
    return Written.WAITS if is_open(session, row.id, Step.SEND, now) else Written.ALL


def _waiting(session: Session, announcement: int, step: Step, chunk: int) -> Sequence[int]:
    of = (deliveries.c.announcement == announcement, deliveries.c.step == step.value)
    found = select(deliveries.c.id).where(*of, state_is(State.QUEUED)).limit(chunk)
    return session.run(found.with_for_update()).scalars().all()


def _unbundle(session: Session, announcement: int, chunk: int) -> int:
    """Take it out of digests that are still to come; how many."""
    of = digest_items.c.announcement == announcement
    part = (
        session.run(select(digest_items.c.person).where(of).order_by(digest_items.c.person).limit(chunk))
        .scalars()
        .all()
    )
    if part:
        session.run(delete(digest_items).where(of, digest_items.c.person <= part[-1]))
        fewer = {"bundled": announcements.c.bundled - len(part)}
        session.run(update(announcements).where(announcements.c.id == announcement).values(fewer))
    return len(part)
