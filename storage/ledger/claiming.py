"""Claiming deliveries: which rows are due, which are dropped at the last moment, and which are handed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, literal_column, select, update

from bot.core.ports import Delivery, Lane, State
from bot.domain.announcements.announcement import Step
from bot.domain.announcements.places import PlaceState
from storage.announcements.rows import decode_audience
from storage.codec import decode_refs
from storage.copies import leaving
from storage.copies.bundles import OUTDATED, outdated
from storage.copies.counting import NO_NEWS, OFF, OUTSIDE, count
from storage.copies.running import Running, running
from storage.engine.bulk import Batch, Kind, among
from storage.engine.ready import Ready
from storage.ledger.due import COPIES, DUE
from storage.ledger.rows import as_deliveries, spoken
from storage.tables import accounts, deliveries, places

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.engine.session import Session

CHAIN = 8
"""The most replies to one contact that are handed out together, to be sent one after the other: the answer to a tap
and the edit that closes its question. Each had a claim of its own before, 50 ms apart.
"""

SLOW = 0.1
"""Seconds of copies claimed ahead of an announcement that was slowed down a moment ago: of others the caller knows."""

ROUNDS = 16
"""How often a claim looks again after rows were dropped; what is left then is found by the next claim."""

_FENCE = Ready(select(accounts.c.fence).where(accounts.c.id == bindparam("account")).with_for_update(read=True))
_earlier = deliveries.alias("earlier")
_original = deliveries.alias("original")
_ORIGINALS = Batch(
    lambda given, _insert: select(given.c.row, _original.c.state, _original.c.refs).join_from(
        given,
        _original,
        _original.c.id
        == select(func.max(_earlier.c.id))
        .where(
            _earlier.c.contact == given.c.contact,
            _earlier.c.tag == given.c.tag,
            _earlier.c.tag != literal_column("''"),
            _earlier.c.id < given.c.row,
        )
        .scalar_subquery(),
    ),
    row=Kind.NUMBER,
    contact=Kind.NUMBER,
    tag=Kind.WORDS,
)
_SEND = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row)
        .values(
            state=State.SENDING.value,
            language=given.c.language,
            attempts=deliveries.c.attempts + 1,
            first_try_at=func.coalesce(deliveries.c.first_try_at, given.c.at),
        )
    ),
    row=Kind.NUMBER,
    language=Kind.WORDS,
    at=Kind.MOMENT,
)
_DROP = Batch(
    lambda given, _insert: (
        update(deliveries)
        .where(deliveries.c.id == given.c.row)
        .values(state=given.c.to, language=given.c.language, problem=given.c.why, settled_at=given.c.at)
    ),
    row=Kind.NUMBER,
    language=Kind.WORDS,
    to=Kind.WORDS,
    why=Kind.WORDS,
    at=Kind.MOMENT,
)
_DEFER = Batch(
    lambda given, _insert: update(deliveries).where(deliveries.c.id == given.c.row).values(not_before=given.c.until),
    row=Kind.NUMBER,
    until=Kind.MOMENT,
)
_EDIT = Batch(
    lambda given, _insert: update(deliveries).where(deliveries.c.id == given.c.row).values(edits=given.c.original),
    row=Kind.NUMBER,
    original=Kind.WORDS,
)
_WORD = Batch(
    lambda given, _insert: update(deliveries).where(deliveries.c.id == given.c.row).values(worded=given.c.round),
    row=Kind.NUMBER,
    round=Kind.NUMBER,
)
_CLOSED = Ready(
    select(deliveries.c.id)
    .join(places, places.c.id == deliveries.c.place)
    .where(among(deliveries.c.id, "ids", Kind.NUMBER), places.c.state != PlaceState.OPEN.value)
)


def fence_is(session: Session, account: str, fence: int) -> bool:
    """Whether the account is still leased under this fence. Held until the commit: nobody takes over meanwhile."""
    return bool(session.scalar(_FENCE, {"account": account}) == fence)


class Claim:
    """One call of `Ledger.claim`."""

    def __init__(
        self,
        session: Session,
        account: str,
        limit: int,
        busy: Sequence[int],
        now: datetime,
        zone: ZoneInfo,
        rooms: Mapping[tuple[int, float], int],
    ) -> None:
        self._session = session
        self._account = account
        self._left = limit
        self._busy = list(busy)
        self._now = now
        self._zone = zone
        self._rooms = rooms
        self.claimed: list[Delivery] = []

    def take(self, lane: Lane) -> None:
        """Hand out what is due in a lane."""
        self._take(DUE, {"lane": int(lane)}, most=CHAIN if lane is Lane.REPLY else 1)
        if lane is Lane.ANNOUNCEMENT and self._left > 0:
            for one in running(self._session):
                named = {"announcement": one.id, "step": one.step}
                self._take(COPIES, named, most=1, running=one)

    def _take(self, due: Ready, named: dict[str, Any], *, most: int, running: Running | None = None) -> None:
        """`most` to one contact, and of an announcement no more than its rate allows."""
        at_most, had = self._room(running), len(self.claimed)
        for _ in range(ROUNDS):
            limit = self._left if at_most is None else min(self._left, at_most + had - len(self.claimed))
            if limit <= 0 or not self._round(due, named, limit, most, running):
                return

    def _room(self, running: Running | None) -> int | None:
        """How many copies of a slowed announcement may be handed out; None where there is no such limit."""
        if running is None or not running.rate:
            return None
        return self._rooms.get((running.id, running.rate), _at_once(running.rate))

    def _round(self, due: Ready, named: dict[str, Any], limit: int, most: int, running: Running | None) -> bool:
        """Whether another look may bring more: some rows were passed over and the look was cut off by the limit."""
        where = {**named, "account": self._account, "now": self._now, "busy": self._busy, "limit": limit}
        rows = self._session.run(due, where).all()
        found = self._in_the_audience(rows, running)
        wanted = self._as_it_stands(self._in_open_places(self._where_they_are(self._as_wished(found))))
        dropped: list[tuple[int, str, str, datetime]] = []
        edits = self._originals(wanted)
        kept, taken = [], Counter[int]()
        for row in wanted:
            if row.contact and taken[row.contact] >= most:
                continue
            why = self._why_not(row) or _without(row, edits)
            if why is None:
                kept.append(row)
                taken[row.contact] += 1
            else:
                dropped.append((row.id, why[0].value, why[1], self._now))
        self._drop(dropped, rows)
        self._hand_out(kept, edits, running.rate if running else 0.0)
        if kept and running and running.round and running.step == Step.SEND.value:
            _WORD.run(self._session, [(row.id, running.round) for row in kept])
        return len(kept) < len(rows) == limit and self._left > 0

    def _in_the_audience(self, rows: Sequence[Any], running: Running | None) -> Sequence[Any]:
        """Without copies for whoever has left the audience since they were written. Whoever has one is told of
        corrections all the same.
        """
        if not rows or running is None or running.step != Step.SEND.value:
            return rows
        gone = leaving.outside(self._session, rows, decode_audience(running.audience))
        self._drop([(id_, State.CANCELLED.value, OUTSIDE, self._now) for id_ in sorted(gone)], rows)
        return [row for row in rows if row.id not in gone]

    def _as_wished(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Without what goes another way by now: topic off, in a pause, quiet hours. Asked at every claim."""
        asked = [row.id for row in rows if row.lane == Lane.ANNOUNCEMENT and leaving.is_asked(row)]
        if not asked:
            return rows
        wishes = leaving.wishes_now(self._session, asked, self._now, self._zone)
        leaving.bundle(self._session, wishes.bundled)
        if wishes.later:
            _DEFER.run(self._session, list(wishes.later.items()))
        self._drop([(id_, State.CANCELLED.value, OFF, self._now) for id_ in sorted(wishes.off)], rows)
        return [row for row in rows if row.id not in wishes.gone]

    def _where_they_are(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Without copies whose contact is gone and whose person has another: those wait for a claim of its account."""
        gone = [row.id for row in rows if row.contact and not row.reachable and row.announcement is not None]
        moved = leaving.elsewhere(self._session, gone)
        return [row for row in rows if row.id not in moved]

    def _in_open_places(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Without copies for places an organiser has closed, or the bot has left, since they were written."""
        without = [row.id for row in rows if not row.contact and row.announcement is not None]
        closed = self._session.run(_CLOSED, {"ids": without}).scalars() if without else ()
        self._drop([(id_, State.CANCELLED.value, "the place is closed", self._now) for id_ in closed], rows)
        return [row for row in rows if row.id not in closed]

    def _as_it_stands(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Without digests with words that were corrected or taken back since: those are written anew."""
        alone = [row for row in rows if row.lane == Lane.ANNOUNCEMENT and row.announcement is None]
        asked = [row.id for row in alone if self._why_not(row) is None]
        old = outdated(self._session, asked, self._now) if asked else ()
        self._drop([(id_, State.CANCELLED.value, OUTDATED, self._now) for id_ in sorted(old)], rows)
        return [row for row in rows if row.id not in old]

    def _drop(self, dropped: list[tuple[int, str, str, datetime]], rows: Sequence[Any]) -> None:
        if dropped:
            languages = {row.id: _kept(row) for row in rows}
            _DROP.run(self._session, [(id_, languages[id_], *how) for id_, *how in dropped])
            announced = {row.id for row in rows if row.announcement is not None}
            if done := [id_ for id_, *_ in dropped if id_ in announced]:
                count(self._session, done)

    @staticmethod
    def _why_not(row: Any) -> tuple[State, str] | None:
        if row.contact and not row.reachable:
            return State.UNREACHABLE, "cannot be reached"
        if row.lane == Lane.ANNOUNCEMENT and row.contact and not row.news and leaving.is_asked(row):
            return State.CANCELLED, NO_NEWS
        return None

    def _originals(self, rows: Sequence[Any]) -> dict[int, str]:
        """The refs of the messages that are to be replaced, as far as they were sent."""
        given = [(row.id, row.contact, row.replaces) for row in rows if row.replaces]
        found = _ORIGINALS.run(self._session, given) if given else ()
        return {row: refs for row, state, refs in found if refs and state == State.SENT.value}

    def _hand_out(self, rows: Sequence[Any], edits: dict[int, str], rate: float) -> None:
        if not rows:
            return
        for delivery in as_deliveries(self._session, rows):
            if original := edits.get(delivery.id):
                self.claimed.append(replace(delivery, edits=decode_refs(original)))
            else:
                self.claimed.append(replace(delivery, rate=rate) if rate else delivery)
        self._busy.extend(row.contact for row in rows if row.contact)
        self._left -= len(rows)
        _SEND.run(self._session, [(row.id, _kept(row), self._now) for row in rows])
        if found := [(row.id, edits[row.id]) for row in rows if row.id in edits]:
            _EDIT.run(self._session, found)


def _kept(row: Any) -> str:
    """The language that stays with it: of a copy that in which it goes out, for the counters."""
    return spoken(row) if row.announcement is not None else str(row.language)


def _without(row: Any, edits: Mapping[int, str]) -> tuple[State, str] | None:
    """Why an edit is not sent: what it is to replace was never sent."""
    return (State.CANCELLED, "there is no message to edit") if row.replaces and row.id not in edits else None


def _at_once(rate: float) -> int:
    """Copies handed out at once of an announcement limited to so many messages a second that none was sent of yet."""
    return max(1, int(rate * SLOW))
