"""What is due: the statements that find the rows a claim may hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, literal_column, or_

from bot.core.ports import State
from storage.engine.bulk import Kind, among
from storage.engine.lookups import no_row
from storage.engine.ready import Ready
from storage.ledger.rows import ROWS, state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_earlier, _original = deliveries.alias("earlier"), deliveries.alias("original")


def _waits_for_its_original(row: Any) -> ColumnElement[bool]:
    """Whether it edits a message that has not been settled yet."""
    return and_(
        row.c.replaces != literal_column("''"),
        exists()
        .where(
            _original.c.contact == row.c.contact,
            _original.c.tag == row.c.replaces,
            _original.c.tag != literal_column("''"),
            _original.c.id < row.c.id,
            or_(state_is(State.QUEUED, _original), state_is(State.SENDING, _original)),
        )
        .correlate(row),
    )


_NOT_BEHIND_ONE_THAT_WAITS = no_row(
    _earlier,
    deliveries.c.contact != 0,
    _earlier.c.contact == deliveries.c.contact,
    _earlier.c.lane == deliveries.c.lane,
    _earlier.c.announcement.is_(None),
    state_is(State.QUEUED, _earlier),
    _earlier.c.id < deliveries.c.id,
    # not only later than now: then whatever is found is in the order of the numbers, however much of it is looked at
    or_(_earlier.c.not_before > deliveries.c.not_before, _waits_for_its_original(_earlier)),
    beside=deliveries,
)
_FREE = ~among(deliveries.c.contact, "busy", Kind.NUMBER)
DUE = Ready(
    ROWS.where(
        deliveries.c.account == bindparam("account"),
        deliveries.c.lane == bindparam("lane"),
        deliveries.c.announcement.is_(None),
        state_is(State.QUEUED),
        deliveries.c.not_before <= bindparam("now"),
        _NOT_BEHIND_ONE_THAT_WAITS,
        ~_waits_for_its_original(deliveries),
        _FREE,
    )
    .order_by(deliveries.c.not_before, deliveries.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=deliveries)
)
COPIES = Ready(
    ROWS.where(
        deliveries.c.account == bindparam("account"),
        deliveries.c.announcement == bindparam("announcement"),
        state_is(State.QUEUED),
        deliveries.c.not_before <= bindparam("now"),
        deliveries.c.step == bindparam("step"),
        _FREE,
    )
    .order_by(deliveries.c.not_before, deliveries.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=deliveries)
)
"""Copies go out in any order: nobody gets two of one announcement at once."""
