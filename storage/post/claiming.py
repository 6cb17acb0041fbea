"""Claiming deliveries: which rows are due, which are dropped at the last moment, and which are handed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, func, literal_column, or_, select, update

from bot.core.ports import Delivery, Lane, State
from storage.codec import decode_refs
from storage.engine.bulk import Batch, Kind, among
from storage.engine.ready import Ready
from storage.post.rows import ROWS, as_deliveries, state_is
from storage.tables import accounts, deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

CHAIN = 8
"""The most replies to one contact that are handed out together, to be sent one after the other: the answer to a tap
and the edit that closes its question. Each had a claim of its own before, 50 ms apart.
"""

ROUNDS = 16
"""How often a claim looks again after rows were dropped; what is left then is found by the next claim."""

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


_BEHIND_ONE_THAT_WAITS = exists().where(
    deliveries.c.contact != 0,
    _earlier.c.contact == deliveries.c.contact,
    _earlier.c.lane == deliveries.c.lane,
    state_is(State.QUEUED, _earlier),
    _earlier.c.id < deliveries.c.id,
    # not only later than now: then whatever is found is in the order of the numbers, however much of it is looked at
    or_(_earlier.c.not_before > deliveries.c.not_before, _waits_for_its_original(_earlier)),
)
_DUE = Ready(
    ROWS.where(
        deliveries.c.account == bindparam("account"),
        deliveries.c.lane == bindparam("lane"),
        state_is(State.QUEUED),
        deliveries.c.not_before <= bindparam("now"),
        ~_BEHIND_ONE_THAT_WAITS,
        ~_waits_for_its_original(deliveries),
        ~among(deliveries.c.contact, "busy", Kind.NUMBER),
    )
    .order_by(deliveries.c.not_before, deliveries.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=deliveries)
)
_FENCE = Ready(select(accounts.c.fence).where(accounts.c.id == bindparam("account")).with_for_update(read=True))
_ORIGINAL = Ready(
    select(deliveries.c.state, deliveries.c.refs)
    .where(
        deliveries.c.contact == bindparam("contact"),
        deliveries.c.tag == bindparam("tag"),
        deliveries.c.tag != literal_column("''"),
        deliveries.c.id < bindparam("before"),
    )
    .order_by(deliveries.c.id.desc())
    .limit(1)
)
_SEND = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row)
        .values(
            state=State.SENDING.value,
            attempts=deliveries.c.attempts + 1,
            first_try_at=func.coalesce(deliveries.c.first_try_at, given.c.at),
        )
    ),
    row=Kind.NUMBER,
    at=Kind.MOMENT,
)
_DROP = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row)
        .values(state=given.c.to, problem=given.c.why, settled_at=given.c.at)
    ),
    row=Kind.NUMBER,
    to=Kind.WORDS,
    why=Kind.WORDS,
    at=Kind.MOMENT,
)
_EDIT = Batch(
    lambda given, _insert: update(deliveries).where(deliveries.c.id == given.c.row).values(edits=given.c.original),
    row=Kind.NUMBER,
    original=Kind.WORDS,
)


class Claim:
    """One call of `Ledger.claim`."""

    def __init__(self, session: Session, account: str, limit: int, busy: Sequence[int], now: datetime) -> None:
        self._session = session
        self._account = account
        self._left = limit
        self._busy = list(busy)
        self._now = now
        self.claimed: list[Delivery] = []

    def fence_is(self, fence: int) -> bool:
        """Whether the account is still leased under this fence. Held until the commit: nobody takes over meanwhile."""
        return bool(self._session.scalar(_FENCE, {"account": self._account}) == fence)

    def take(self, lane: Lane) -> None:
        """Hand out what is due in a lane."""
        for _ in range(ROUNDS):
            if self._left <= 0 or not self._round(lane):
                return

    def _round(self, lane: Lane) -> bool:
        """Whether another look may bring more: some rows were passed over and the look was cut off by the limit."""
        where = {"account": self._account, "lane": int(lane), "now": self._now, "busy": self._busy}
        looked_for = self._left
        rows = self._session.run(_DUE, {**where, "limit": looked_for}).all()
        dropped: list[tuple[int, str, str, datetime]] = []
        edits: dict[int, str] = {}
        kept = []
        most, taken = CHAIN if lane is Lane.REPLY else 1, Counter[int]()
        for row in rows:
            if row.contact and taken[row.contact] >= most:
                continue
            why = self._why_not(row) or self._find_original(row, edits)
            if why is None:
                kept.append(row)
                taken[row.contact] += 1
            else:
                dropped.append((row.id, why[0].value, why[1], self._now))
        if dropped:
            _DROP.run(self._session, dropped)
        self._hand_out(kept, edits)
        return len(kept) < len(rows) == looked_for and self._left > 0

    @staticmethod
    def _why_not(row: Any) -> tuple[State, str] | None:
        if row.contact and not row.reachable:
            return State.UNREACHABLE, "cannot be reached"
        if row.lane == Lane.ANNOUNCEMENT and row.contact and not row.news:
            return State.CANCELLED, "wants no news"
        return None

    def _find_original(self, row: Any, edits: dict[int, str]) -> tuple[State, str] | None:
        if not row.replaces:
            return None
        named = {"contact": row.contact, "tag": row.replaces, "before": row.id}
        original = self._session.run(_ORIGINAL, named).one_or_none()
        if original is None or original.state != State.SENT.value or not original.refs:
            return State.CANCELLED, "there is no message to edit"
        edits[row.id] = original.refs
        return None

    def _hand_out(self, rows: Sequence[Any], edits: dict[int, str]) -> None:
        if not rows:
            return
        for delivery in as_deliveries(self._session, rows):
            original = edits.get(delivery.id)
            self.claimed.append(replace(delivery, edits=decode_refs(original)) if original else delivery)
        self._busy.extend(row.contact for row in rows if row.contact)
        self._left -= len(rows)
        _SEND.run(self._session, [(row.id, self._now) for row in rows])
        if edits:
            _EDIT.run(self._session, list(edits.items()))
