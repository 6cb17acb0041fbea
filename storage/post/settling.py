"""Settling deliveries: what the network said, for many rows at once, with what it means for the contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, update

from bot.core.ports import Settlement, State
from storage.alliance.people import People
from storage.codec import encode_refs
from storage.engine.bulk import Batch, Kind, among
from storage.engine.ready import Ready
from storage.post.rows import state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_OPEN = (State.QUEUED, State.SENDING)
_SETTLE = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row, or_(state_is(State.SENDING), state_is(State.UNCERTAIN)))
        .values(
            state=given.c.to,
            refs=given.c.refs,
            problem=given.c.why,
            attempts=deliveries.c.attempts - given.c.spared,
            not_before=func.coalesce(given.c.not_before, deliveries.c.not_before),
            settled_at=given.c.at,
        )
    ),
    row=Kind.NUMBER,
    to=Kind.WORDS,
    refs=Kind.WORDS,
    why=Kind.WORDS,
    spared=Kind.NUMBER,
    not_before=Kind.MOMENT,
    at=Kind.MOMENT,
)
_WIPE = Ready(
    update(deliveries)
    .where(among(deliveries.c.id, "ids", Kind.NUMBER), deliveries.c.contact == 0)
    .values(address="", body="", refs="", edits="")
)
_READDRESS = Ready(
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), deliveries.c.contact == 0)
    .values(address=bindparam("to"))
)


def settle(session: Session, people: People, settlements: Sequence[Settlement], now: datetime) -> None:
    """Record them. Rows that are gone (erased meanwhile) are passed over."""
    if not settlements:
        return
    _SETTLE.run(session, [_row(settled, now) for settled in settlements])
    _close_farewells(session, settlements)
    for settled in settlements:
        if settled.contact and settled.contact_gone:
            people.set_reachable(settled.contact, reachable=False)
        if settled.contact and settled.moved_to:
            people.move(settled.contact, settled.moved_to)


def _row(settled: Settlement, now: datetime) -> tuple[Any, ...]:
    return (
        settled.delivery,
        settled.state.value,
        encode_refs(settled.refs),
        settled.problem,
        0 if settled.counts_as_try else 1,
        settled.not_before,
        None if settled.state in _OPEN else now,
    )


def _close_farewells(session: Session, settlements: Sequence[Settlement]) -> None:
    """The last message to an erased person leaves nothing behind."""
    farewells = [settled for settled in settlements if not settled.contact]
    finished = [settled.delivery for settled in farewells if settled.state not in _OPEN]
    if finished:
        session.run(_WIPE, {"ids": finished})
    moved = [{"row": settled.delivery, "to": settled.moved_to} for settled in farewells if settled.moved_to]
    if moved:
        session.run(_READDRESS, moved)
