"""Settling deliveries: what the network said, for many rows at once, with what it means for the contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, update

from bot.core.ports import Settlement, State
from storage.alliance.people import People
from storage.codec import encode_refs
from storage.engine.session import padded
from storage.post.rows import state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_OPEN = (State.QUEUED, State.SENDING)
_SETTLE = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), or_(state_is(State.SENDING), state_is(State.UNCERTAIN)))
    .values(
        state=bindparam("to"),
        refs=bindparam("numbers"),
        problem=bindparam("why"),
        attempts=deliveries.c.attempts - bindparam("spared"),
        not_before=func.coalesce(bindparam("again_at", type_=deliveries.c.not_before.type), deliveries.c.not_before),
        settled_at=bindparam("at"),
    )
)
_WIPE = (
    update(deliveries)
    .where(deliveries.c.id.in_(bindparam("ids", expanding=True)), deliveries.c.contact == 0)
    .values(address="", body="", refs="", edits="")
)
_READDRESS = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("row"), deliveries.c.contact == 0)
    .values(address=bindparam("to"))
)


def settle(session: Session, people: People, settlements: Sequence[Settlement], now: datetime) -> None:
    """Record them. Rows that are gone (erased meanwhile) are passed over."""
    if not settlements:
        return
    session.run(
        _SETTLE,
        [
            {
                "row": settled.delivery,
                "to": settled.state.value,
                "numbers": encode_refs(settled.refs),
                "why": settled.problem,
                "spared": 0 if settled.counts_as_try else 1,
                "again_at": settled.not_before,
                "at": None if settled.state in _OPEN else now,
            }
            for settled in settlements
        ],
    )
    _close_farewells(session, settlements)
    for settled in settlements:
        if settled.contact and settled.contact_gone:
            people.set_reachable(settled.contact, reachable=False)
        if settled.contact and settled.moved_to:
            people.move(settled.contact, settled.moved_to)


def _close_farewells(session: Session, settlements: Sequence[Settlement]) -> None:
    """The last message to an erased person leaves nothing behind."""
    farewells = [settled for settled in settlements if not settled.contact]
    finished = [settled.delivery for settled in farewells if settled.state not in _OPEN]
    if finished:
        session.run(_WIPE, {"ids": padded(finished)})
    moved = [{"row": settled.delivery, "to": settled.moved_to} for settled in farewells if settled.moved_to]
    if moved:
        session.run(_READDRESS, moved)
