"""One round of a dispatcher in the database: record what is known, then claim what may go out, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.ports import Delivery, Lane, Lease, Settlement, Work

UNASKED = (Lane.CHECK_IN, Lane.ANNOUNCEMENT)

RESERVED = 4
"""Places in flight kept free for replies while unasked messages are under way."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is asked of the ledger. `free` places for replies, `unasked` of them for others; `busy` contacts wait;
    `rooms` limits the copies of announcements that were slowed down.
    """

    lease: Lease
    settled: Sequence[Settlement]
    free: int
    unasked: int
    busy: Sequence[int]
    now: datetime
    rooms: Mapping[tuple[int, float], int] = field(default_factory=dict)

    def record(self, work: Work) -> None:
        """Before anything else: an edit finds its original, and a contact is free again."""
        if self.settled:
            work.ledger.settle(self.settled, self.now, self.lease)

    def claim(self, work: Work) -> list[Delivery]:
        """What may go out now: replies first."""
        if self.free <= 0:
            return []
        rows = list(self._take(work, (Lane.REPLY,), self.free, self.busy))
        if (room := min(self.unasked, self.free - RESERVED - len(rows))) > 0:
            rows += self._take(work, UNASKED, room, [*self.busy, *(row.contact for row in rows)])
        return rows

    def _take(self, work: Work, lanes: Sequence[Lane], limit: int, busy: Sequence[int]) -> Sequence[Delivery]:
        return work.ledger.claim(self.lease.account, self.lease.fence, lanes, limit, busy, self.now, self.rooms)
