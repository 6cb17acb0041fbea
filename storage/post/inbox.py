"""The inbox: what arrived, exactly once, in the network's order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, exists, func, literal_column, or_, select, update

from bot.core.messages import Batch
from bot.core.ports import Received, Shunted
from storage.codec import decode_incoming, encode_incoming
from storage.engine.session import padded
from storage.tables import cursors, inbox

if TYPE_CHECKING:
    from storage.engine.session import Session

# Partial indexes are only used where their condition is written out, so states are literals and no parameters.
_WAITING = inbox.c.state == literal_column("'waiting'")
_earlier = inbox.alias("earlier")
_FIRST_OF_ITS_CONVERSATION = ~exists().where(
    _earlier.c.account == inbox.c.account,
    _earlier.c.address == inbox.c.address,
    _earlier.c.state == literal_column("'waiting'"),
    or_(
        _earlier.c.position < inbox.c.position,
        and_(_earlier.c.position == inbox.c.position, _earlier.c.id < inbox.c.id),
    ),
)
_NEXT = (
    select(inbox.c.id, inbox.c.event, inbox.c.position, inbox.c.address, inbox.c.body, inbox.c.attempts)
    .where(
        inbox.c.account == bindparam("account"),
        _WAITING,
        inbox.c.address.not_in(bindparam("busy", expanding=True)),
        _FIRST_OF_ITS_CONVERSATION,
    )
    .order_by(inbox.c.position, inbox.c.id)
    .limit(bindparam("limit"))
)
_ALONE_AT_WORK = (
    select(inbox.c.id)
    .where(
        inbox.c.account == bindparam("account"),
        _WAITING,
        inbox.c.attempts > literal_column("1"),
        inbox.c.address.in_(bindparam("busy", expanding=True)),
    )
    .limit(1)
)
_SHUNT = (
    update(inbox)
    .where(
        inbox.c.account == bindparam("of"),
        _WAITING,
        inbox.c.attempts > literal_column("1"),
        inbox.c.attempts >= bindparam("crashes"),
        inbox.c.address.not_in(bindparam("busy", expanding=True)),
    )
    .values(state="shunted")
)
_TRY = update(inbox).where(inbox.c.id.in_(bindparam("ids", expanding=True))).values(attempts=inbox.c.attempts + 1)
_DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"))
    .values(state="done", address="", body="", done_at=bindparam("at"))
)
_CURSOR = select(cursors.c.cursor).where(cursors.c.account == bindparam("account"))


class Inbox:
    """`Inbox` of bot.core.ports. Rows done are kept back and written together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._done: list[dict[str, Any]] = []
        session.before_commit.append(self.flush)

    def accept(self, account: str, batch: Batch, now: datetime) -> int:
        new = 0
        if batch.incoming:
            new = self._session.run(
                self._session.insert(inbox).on_conflict_do_nothing(index_elements=["account", "event"]),
                [
                    {
                        "account": account,
                        "event": incoming.event,
                        "position": incoming.position,
                        "address": incoming.address,
                        "body": encode_incoming(incoming),
                        "state": "waiting",
                        "attempts": 0,
                        "received_at": now,
                    }
                    for incoming in batch.incoming
                ],
            ).rowcount
        if batch.cursor:
            move = self._session.insert(cursors).values(account=account, cursor=batch.cursor)
            self._session.run(move.on_conflict_do_update(index_elements=["account"], set_={"cursor": batch.cursor}))
        return new

    def cursor(self, account: str) -> str:
        return self._session.scalar(_CURSOR, {"account": account}) or ""

    def claim(self, account: str, limit: int, busy: Sequence[str], crashes: int) -> Sequence[Received]:
        self.flush()
        under_way = padded(busy)
        self._session.run(_SHUNT, {"of": account, "crashes": max(crashes, 2), "busy": under_way})
        if busy and self._session.scalar(_ALONE_AT_WORK, {"account": account, "busy": under_way}) is not None:
            return ()
        rows = self._session.run(_NEXT, {"account": account, "busy": under_way, "limit": limit}).all()
        if rows and rows[0].attempts > 0:
            rows = [] if busy else rows[:1]
        else:
            tried = next((at for at, row in enumerate(rows) if row.attempts > 0), len(rows))
            rows = rows[:tried]
        if rows:
            self._session.run(_TRY, {"ids": padded([row.id for row in rows])})
        return [
            Received(row.id, decode_incoming(account, row.event, row.position, row.address, row.body), row.attempts + 1)
            for row in rows
        ]

    def done(self, rows: Sequence[int], now: datetime) -> None:
        self._done.extend({"row": row, "at": now} for row in rows)

    def shunt(self, row: int, now: datetime) -> None:
        self.flush()
        self._session.run(update(inbox).where(inbox.c.id == row).values(state="shunted", done_at=now))

    def shunted(self, limit: int = 20) -> Sequence[Shunted]:
        found = self._session.run(
            select(inbox.c.id, inbox.c.account, inbox.c.received_at)
            .where(inbox.c.state == literal_column("'shunted'"))
            .order_by(inbox.c.id.desc())
            .limit(limit)
        )
        return [Shunted(row.id, row.account, row.received_at) for row in found]

    def waiting(self) -> int:
        self.flush()
        return int(self._session.scalar(select(func.count()).select_from(inbox).where(_WAITING)))

    def forget(self, before: datetime) -> int:
        self.flush()
        gone = delete(inbox).where(inbox.c.state == "done", inbox.c.done_at < before)
        return self._session.run(gone).rowcount

    def flush(self) -> None:
        """Write what was kept back."""
        if self._done:
            rows, self._done = self._done, []
            self._session.run(_DONE, rows)
