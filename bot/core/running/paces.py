"""When an unasked message may go: at the account's pace, at that of an announcement that was slowed down, and behind
the first of those that share files. No more is claimed than can go soon.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from bot.core.media.fitting import messages
from bot.core.media.uploads import Uploads
from bot.core.pace.pacing import Pacer
from bot.core.ports import Delivery
from bot.core.transport import Abilities

HORIZON = 0.2
"""Seconds of unasked messages claimed ahead: what a crash leaves uncertain is never more than this and in flight."""

STALE = 1.0
"""Seconds after which a claim that waits for its turn is given back: whoever said STOPP meanwhile is heard."""

SLOWED_MOST = 64
"""Announcements whose own pace is remembered; the oldest is forgotten first."""


class Paces:
    """The paces of one account. `monotonic` in seconds."""

    def __init__(self, abilities: Abilities, monotonic: Callable[[], float]) -> None:
        self._abilities = abilities
        self._monotonic = monotonic
        self._pacer = Pacer(abilities.rate, monotonic)
        self._weight = 1  # messages that each of those claimed last is to the network
        self._slower: dict[int, tuple[float, Pacer]] = {}  # by announcement, with the rate an organiser has set
        self._uploads: Uploads[bool] = Uploads()

    def pause(self, seconds: float) -> None:
        """The network asked for a pause."""
        self._pacer.pause(seconds)

    # -- what may be claimed -----------------------------------------------------------------------------------------

    def unasked(self, waiting: Sequence[Delivery]) -> int:
        """How many more may be claimed while these wait for their turn."""
        return max(0, self._pacer.budget(HORIZON, self._weight) - len(waiting))

    def rooms(self, waiting: Sequence[Delivery]) -> Mapping[tuple[int, float], int]:
        """How many copies may be claimed of each announcement that was slowed down, by its number and rate."""
        counted = Counter(row.announcement for row in waiting)
        return {
            (announcement, rate): max(0, pacer.budget(HORIZON) - counted[announcement])
            for announcement, (rate, pacer) in self._slower.items()
        }

    def soon(self) -> float | None:
        """Seconds until the first pace that has no room now has some again."""
        paces = [(self._pacer, self._weight), *((pacer, 1) for _, pacer in self._slower.values())]
        full = [(pacer, weight) for pacer, weight in paces if not pacer.budget(HORIZON, weight)]
        return min((pacer.opens_in(weight) - HORIZON / 2 for pacer, weight in full), default=None)

    def claimed(self, rows: Sequence[Delivery]) -> None:
        """These will ask for their turn: the next are taken to be as heavy."""
        if rows and self._abilities.rate:
            self._weight = max(messages(row, self._abilities) for row in rows)

    # -- one message -------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def turn(self, row: Delivery) -> AsyncIterator[bool]:
        """Wait for its turn; False if that took so long that the person's wishes must be asked about again: then it
        has used up none of the account's (of a slowed announcement's own pace it may have). While its files go up for
        the first time, no other one with them has its turn.
        """
        by = self._monotonic() + STALE
        async with AsyncExitStack() as first, AsyncExitStack() as slots:
            yield await self._has_files(row, first) and await self._has_slot(row, slots, by)

    def sent(self, row: Delivery) -> None:
        """The network has its files now."""
        for file in row.outgoing.files:
            self._uploads.keep(file, name=True)

    async def _has_files(self, row: Delivery, first: AsyncExitStack) -> bool:
        """Behind whoever brings the same files; where nobody has, it is the first itself."""
        files = row.outgoing.files
        if not files or self._uploads.known(files) is not None:
            return True
        try:
            async with asyncio.timeout(STALE):
                await first.enter_async_context(self._uploads.hold(files))
        except TimeoutError:
            return False
        if self._uploads.known(files) is not None:
            await first.aclose()
        return True

    async def _has_slot(self, row: Delivery, slots: AsyncExitStack, by: float) -> bool:
        if row.announcement is not None and row.rate:
            own = self._slowed(row.announcement, row.rate)
            if not await slots.enter_async_context(own.slot(max(by - self._monotonic(), 0.0))):
                return False
        weight = messages(row, self._abilities) if self._abilities.rate else 1
        return await slots.enter_async_context(self._pacer.slot(max(by - self._monotonic(), 0.0), weight))

    def _slowed(self, announcement: int, rate: float) -> Pacer:
        known_rate, pacer = self._slower.get(announcement, (0.0, self._pacer))
        if known_rate != rate:
            pacer = Pacer(rate, self._monotonic)
            self._slower[announcement] = rate, pacer
            while len(self._slower) > SLOWED_MOST:
                del self._slower[next(iter(self._slower))]
        return pacer
