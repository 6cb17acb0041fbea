"""The inbox: what arrived, exactly once, in the network's order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, literal_column, or_, select, true, update

from bot.core.messages import Batch, Incoming
from bot.core.messages import Kind as Arrives
from bot.core.ports import Arrived, Received, Shunted
from storage.codec import decode_incoming, digest, encode_incoming
from storage.engine.bulk import Batch as Bulk
from storage.engine.bulk import Kind, among
from storage.engine.lookups import no_row
from storage.engine.ready import Ready
from storage.tables import cursors, inbox

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Table

    from storage.engine.bulk import Insert
    from storage.engine.session import Session

# Partial indexes are only used where their condition is written out, so states are literals and no parameters.
_WAITING = inbox.c.state == literal_column("'waiting'")
_earlier = inbox.alias("earlier")
_FIRST_OF_ITS_CONVERSATION = no_row(
    _earlier,
    _earlier.c.account == inbox.c.account,
    _earlier.c.address == inbox.c.address,
    _earlier.c.state == literal_column("'waiting'"),
    or_(
        _earlier.c.position < inbox.c.position,
        and_(_earlier.c.position == inbox.c.position, _earlier.c.id < inbox.c.id),
    ),
    beside=inbox,
)
NEXT = Ready(
    select(inbox.c.id, inbox.c.event, inbox.c.position, inbox.c.address, inbox.c.body, inbox.c.attempts)
    .where(
        inbox.c.account == bindparam("account"),
        _WAITING,
        ~among(inbox.c.address, "busy", Kind.WORDS),
        _FIRST_OF_ITS_CONVERSATION,
    )
    .order_by(inbox.c.position, inbox.c.id)
    .limit(bindparam("limit"))
)
_ALONE_AT_WORK = Ready(
    select(inbox.c.id)
    .where(
        inbox.c.account == bindparam("account"),
        _WAITING,
        inbox.c.attempts > literal_column("1"),
        among(inbox.c.address, "busy", Kind.WORDS),
    )
    .limit(1)
)
_SHUNT = Ready(
    update(inbox)
    .where(
        inbox.c.account == bindparam("of"),
        _WAITING,
        inbox.c.attempts > literal_column("1"),
        inbox.c.attempts >= bindparam("crashes"),
        ~among(inbox.c.address, "busy", Kind.WORDS),
    )
    .values(state="shunted")
)
_STILL_WAITING = Ready(select(inbox.c.id).where(among(inbox.c.id, "ids", Kind.NUMBER), _WAITING))
_TRY = Bulk(
    lambda given, _insert: update(inbox).where(inbox.c.id == given.c.row).values(attempts=inbox.c.attempts + 1),
    row=Kind.NUMBER,
)
_GIVE_BACK = Bulk(
    lambda given, _insert: (
        update(inbox)
        .where(inbox.c.id == given.c.row, _WAITING, inbox.c.attempts == given.c.tried)
        .values(attempts=inbox.c.attempts - 1)
    ),
    row=Kind.NUMBER,
    tried=Kind.NUMBER,
)
_ACCEPTED = ("account", "event", "position", "address", "body", "received_at", "state", "attempts")


def _accept(given: FromClause, insert: Callable[[Table], Insert]) -> Insert:
    """New rows; `claims` is 1 for a row that is claimed with it if nothing of its conversation waits."""
    waits = exists().where(
        _earlier.c.account == given.c.account,
        _earlier.c.address == given.c.address,
        _earlier.c.state == literal_column("'waiting'"),
    )
    attempts = case((and_(given.c.claims == literal_column("1"), ~waits), 1), else_=0)
    rows = select(*(given.c[name] for name in _ACCEPTED[:-1]), attempts)
    found = rows.where(true()).order_by(given.c.n)  # without a condition SQLite takes ON CONFLICT for a join's ON
    new = insert(inbox).from_select(list(_ACCEPTED), found)
    return new.on_conflict_do_nothing(index_elements=["account", "event"])


def _move(given: FromClause, insert: Callable[[Table], Insert]) -> Insert:
    new = insert(cursors).from_select(["account", "cursor"], select(given.c.account, given.c.cursor).where(true()))
    return new.on_conflict_do_update(index_elements=["account"], set_={"cursor": new.excluded.cursor})


_COLUMNS = {
    "account": Kind.WORDS,
    "event": Kind.WORDS,
    "position": Kind.NUMBER,
    "address": Kind.WORDS,
    "body": Kind.WORDS,
    "received_at": Kind.MOMENT,
    "state": Kind.WORDS,
    "claims": Kind.NUMBER,
}
_ACCEPT = Bulk(
    lambda given, insert: _accept(given, insert).returning(inbox.c.id, inbox.c.event, inbox.c.attempts), **_COLUMNS
)
_MOVE_CURSOR = Bulk(
    _move,
    account=Kind.WORDS,
    cursor=Kind.WORDS,
)
_DONE = Bulk(
    lambda given, _insert: (
        update(inbox)
        .where(inbox.c.id == given.c.row, inbox.c.state != literal_column("'done'"))
        .values(state="done", address="", body="", done_at=given.c.at)
    ),
    row=Kind.NUMBER,
    at=Kind.MOMENT,
)
_PUT_ASIDE = Bulk(
    lambda given, _insert: update(inbox).where(inbox.c.id == given.c.row).values(state="shunted", done_at=given.c.at),
    row=Kind.NUMBER,
    at=Kind.MOMENT,
)
_CURSOR = Ready(select(cursors.c.cursor).where(cursors.c.account == bindparam("account")))


_DONE_ALREADY = Ready(
    select(inbox.c.id).where(among(inbox.c.id, "rows", Kind.NUMBER), inbox.c.state == literal_column("'done'"))
)


def kept(event: str, address: str) -> str:
    """The event's key as it is kept against repeats, longer than what was said: never with the address in it."""
    return digest(event) if address and address in event else event


def _state(one: Incoming) -> str:
    return "shunted" if one.kind is Arrives.MALFORMED else "waiting"


class AlreadyHandled(Exception):
    """Somebody else has handled a row: a process that took over, or this one before its connection was lost.

    Raised before the commit, so that nothing of the second handling remains.
    """


class Inbox:
    """`Inbox` of bot.core.ports. Rows done are kept back and written together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._done: dict[int, datetime] = {}
        session.before_commit.append(self.flush)

    def accept(self, account: str, batch: Batch, now: datetime) -> int:
        return len(self._store(account, batch, now, claims=()))

    def accept_claimed(self, account: str, batch: Batch, now: datetime) -> Arrived:
        first: dict[str, Incoming] = {}
        for one in sorted(batch.incoming, key=lambda one: one.position):
            if one.kind is not Arrives.MALFORMED:
                first.setdefault(one.address, one)
        by_event = {kept(one.event, one.address): one for one in first.values()}
        stored = self._store(account, batch, now, claims=by_event)
        claimed = [Received(id_, by_event[event], attempts) for id_, event, attempts in stored if attempts]
        return Arrived(claimed, more=len(claimed) < len(stored))

    def _store(self, account: str, batch: Batch, now: datetime, claims: Collection[str]) -> Sequence[Any]:
        """Id, event and attempts of what is new."""
        self._session.must_last = True
        if batch.cursor:
            _MOVE_CURSOR.run(self._session, [(account, batch.cursor)])
        if not batch.incoming:
            return ()
        rows = []
        for one in batch.incoming:
            event, body = kept(one.event, one.address), encode_incoming(one)
            rows.append((account, event, one.position, one.address, body, now, _state(one), int(event in claims)))
        return _ACCEPT.run(self._session, rows).all()

    def cursor(self, account: str) -> str:
        return self._session.scalar(_CURSOR, {"account": account}) or ""

    def claim(self, account: str, limit: int, busy: Sequence[str], crashes: int) -> Sequence[Received]:
        self._session.redoable = True
        self.flush()
        under_way = list(busy)
        self._session.run(_SHUNT, {"of": account, "crashes": max(crashes, 2), "busy": under_way})
        if busy and self._session.scalar(_ALONE_AT_WORK, {"account": account, "busy": under_way}) is not None:
            return ()
        rows = self._session.run(NEXT, {"account": account, "busy": under_way, "limit": limit}).all()
        if rows and rows[0].attempts > 0:
            rows = [] if busy else rows[:1]
        else:
            tried = next((at for at, row in enumerate(rows) if row.attempts > 0), len(rows))
            rows = rows[:tried]
        if rows:
            _TRY.run(self._session, [(row.id,) for row in rows])
        return [
            Received(id_, decode_incoming(account, event, position, address, body), attempts + 1)
            for id_, event, position, address, body, attempts in rows
        ]

    def give_back(self, claimed: Mapping[int, int]) -> None:
        self.flush()
        if claimed:
            _GIVE_BACK.run(self._session, list(claimed.items()))

    def still_waiting(self, rows: Sequence[int]) -> Collection[int]:
        found = set(self._session.run(_STILL_WAITING, {"ids": list(rows)}).scalars())
        return found.difference(self._done)

    def done(self, rows: Sequence[int], now: datetime) -> None:
        self._session.redoable = True
        self._done.update(dict.fromkeys(rows, now))

    def shunt(self, rows: Sequence[int], now: datetime) -> None:
        self.flush()
        _PUT_ASIDE.run(self._session, [(row, now) for row in rows])

    def shunted(self, limit: int = 20, *, untold: bool = False) -> Sequence[Shunted]:
        found = self._session.run(
            select(inbox.c.id, inbox.c.account, inbox.c.received_at, inbox.c.attempts, inbox.c.done_at)
            .where(inbox.c.state == literal_column("'shunted'"), *([inbox.c.done_at.is_(None)] if untold else []))
            .order_by(inbox.c.id.desc())
            .limit(limit)
        )
        return [Shunted(row.id, row.account, row.received_at, row.attempts, row.done_at) for row in found]

    def waiting(self) -> int:
        self.flush()
        return int(self._session.scalar(select(func.count()).select_from(inbox).where(_WAITING)))

    def forget(self, before: datetime) -> int:
        self.flush()
        gone = delete(inbox).where(inbox.c.state == "done", inbox.c.done_at < before)
        return self._session.run(gone).rowcount

    def forget_aside(self, before: datetime) -> int:
        gone = delete(inbox).where(inbox.c.state == literal_column("'shunted'"), inbox.c.received_at < before)
        return self._session.run(gone).rowcount

    def flush(self) -> None:
        """Write what was kept back."""
        if self._done:
            rows, self._done = self._done, {}
            if _DONE.run(self._session, list(rows.items())).rowcount < len(rows):
                self._refuse_repeats(list(rows))

    def _refuse_repeats(self, rows: list[int]) -> None:
        """Rows may be gone (their sender was erased), but not done."""
        repeated = self._session.run(_DONE_ALREADY, {"rows": rows}).scalars()
        if repeated:
            raise AlreadyHandled(f"inbox rows {repeated}")
