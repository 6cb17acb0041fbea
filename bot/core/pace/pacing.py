"""Pacers: how fast an account may send unasked messages. No burst, one slot after the other."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

SAFETY = 0.985
"""29.55 of Telegram's 30 a second."""

SPARE = 0.01
"""Part of the limit, from 100 a second on, that no second may use up: what JITTER does not cover."""

JITTER = 0.03
"""Seconds that a message is counted longer at most because its answer came later than the quickest: it may have come
to the network so much later than it was handed over here, and so much nearer to those behind it.
"""

QUICKEST_OF = 10.0
"""Seconds after which a quickest answer is old, as in BBR's filter for the round trip
(draft-cardwell-iccrg-bbr-congestion-control, RTprop).
"""

TICK = 0.005
"""Seconds between two looks at who may go: at 1000 a second waking for each message costs more than sending it. On
average half of it is lost each second, as what has left the window is seen so much later.
"""

LATE = 0.05
"""Seconds of delay that are made up for; what a busy moment took beyond that is not poured out afterwards."""

CUT, RECOVER = 0.7, 0.02
"""To seven tenths once per pause (as CUBIC cuts, RFC 9438), then two hundredths of the full rate more each second."""


NO_LIMIT = 1_000_000


def steady(rate: float, weight: int) -> float:
    """How many deliveries of so many messages a pacer lets go a second, over time: only as many as are within the limit
    of each second with all their messages.
    """
    return min(rate * SAFETY / weight, max(1.0, _most(rate) // weight))


def _most(rate: float) -> float:
    return math.ceil(rate) - int(rate * SPARE)


@dataclass(slots=True, eq=False)
class _Going:
    """A message on its way, counted until then."""

    at: float
    weight: int
    until: float


class _Quickest:
    """The quickest answer of late, in seconds."""

    def __init__(self) -> None:
        self._since = -math.inf
        self._before = self._now = math.inf

    def of(self, took: float, now: float) -> float:
        """The quickest, this one among them."""
        if now - self._since >= QUICKEST_OF:
            self._since, self._before, self._now = now, self._now, math.inf
        self._now = min(self._now, took)
        return min(self._before, self._now)


class Pacer:
    """Hands out slots at a steady rate (messages a second; 0 = no limit of its own, only the pauses asked for). After a
    pause every waiter takes a new slot.
    """

    def __init__(self, rate: float, monotonic: Callable[[], float]) -> None:
        self._full = rate * SAFETY
        self._most = _most(rate)
        self._rate = self._full
        self._going: list[tuple[float, int, _Going]] = []  # a heap by when they count no more
        self._numbers = count()
        self._quickest = _Quickest()
        self._recent = 0  # messages that the network may count with the next, or that are about to go
        self._monotonic = monotonic
        self._next = -math.inf
        self._paused_until = -math.inf
        self._changed_at = monotonic()
        self._waiting: deque[tuple[asyncio.Future[bool], int]] = deque()
        self._serving: asyncio.Task[None] | None = None

    @property
    def rate(self) -> float:
        """Messages a second at this moment."""
        return self._recovered(self._monotonic())

    def budget(self, seconds: float, weight: int = 1) -> int:
        """How many deliveries of so many messages may go in the next seconds: those who wait already, and others."""
        now = self._monotonic()
        ahead = max(self._opens(weight) - now, 0.0)
        if ahead > seconds:
            return 0
        return max(1, int((seconds - ahead) * self._recovered(now) / weight + 0.999)) if self._full else NO_LIMIT

    def opens_in(self, weight: int = 1) -> float:
        """Seconds until a delivery of so many messages may go."""
        return max(self._opens(weight) - self._monotonic(), 0.0)

    @asynccontextmanager
    async def slot(self, patience: float = math.inf, weight: int = 1) -> AsyncIterator[bool]:
        """Wait for the next slot, for a delivery of `weight` messages, and hold it until the network has answered: it
        comes that many times later, so that no second holds more than the rate. False if it did not come within so
        many seconds; then none is taken.
        """
        went = await self._comes(patience, weight)
        going = self._goes(weight) if went and self._full else None
        try:
            yield went
        finally:
            if going is not None:
                self._answered(going)

    async def _comes(self, patience: float, weight: int) -> bool:
        if not self._waiting and self._take(0.0, weight):
            return True
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((mine, weight))
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        giving_up = loop.call_later(patience, _give_up, mine) if patience < math.inf else None
        try:
            return await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled() and mine.result():
                self._recent -= weight  # it had its slot, and does not go
            raise
        finally:
            if giving_up is not None:
                giving_up.cancel()

    async def _serve(self) -> None:
        """Let them go in the order they came. Whoever gave up meanwhile takes no slot."""
        while self._waiting:
            await asyncio.sleep(max(self.opens_in(self._waiting[0][1]), TICK))
            while self._waiting and (self._waiting[0][0].done() or self._take(LATE, self._waiting[0][1])):
                mine, _ = self._waiting.popleft()
                if not mine.done():
                    mine.set_result(True)

    def _opens(self, weight: int) -> float:
        more = (weight - 1) / self._recovered(self._monotonic()) if self._full and weight > 1 else 0.0
        return max(self._next + more, self._paused_until)

    def _take(self, late: float, weight: int) -> bool:
        """Whether there is a slot at this moment; then it is taken. Up to so many seconds of delay are made up for."""
        now, opens = self._monotonic(), self._opens(weight)
        if opens > now or not self._has_room(now, weight):
            return False
        if self._full:
            self._recent += weight
            self._next = max(opens, now - late) + 1.0 / self._recovered(now)
        return True

    def _has_room(self, now: float, weight: int) -> bool:
        """Whether the last second holds no more than the limit with this one: networks count in just that way."""
        while self._going and self._going[0][0] <= now:
            until, _, going = heappop(self._going)
            self._recent -= going.weight if until == going.until else 0
        return not self._recent or not self._full or self._recent + weight <= self._most

    def _goes(self, weight: int) -> _Going:
        """It is being handed over at this moment, which may be later than that of its slot."""
        going = _Going(now := self._monotonic(), weight, now + 1.0 + JITTER)
        heappush(self._going, (going.until, next(self._numbers), going))
        return going

    def _answered(self, going: _Going) -> None:
        """However the way is shared between there and back: of two messages the earlier one came to the network no
        later than its answer less the way back, the later one no earlier than the way there. So a second lies between
        them there if one lies between the answer less the quickest round trip and the handing over here.
        """
        now = self._monotonic()
        took = now - going.at
        until = going.at + 1.0 + took - self._quickest.of(took, now)
        if until < going.until and now < going.until:  # else it counts no more already
            going.until = until
            heappush(self._going, (until, next(self._numbers), going))

    def pause(self, seconds: float) -> None:
        """The network asked for a pause. The rate is cut once per pause, however many messages were refused."""
        now = self._monotonic()
        if now >= self._paused_until and self._full:
            self._rate = max(self._recovered(now) * CUT, 1.0)
        self._paused_until = max(self._paused_until, now + seconds)
        self._changed_at = max(self._changed_at, self._paused_until)

    def _recovered(self, now: float) -> float:
        grown = self._rate + max(0.0, now - self._changed_at) * self._full * RECOVER
        return min(self._full, grown)


def _give_up(waiting: asyncio.Future[bool]) -> None:
    if not waiting.done():
        waiting.set_result(False)
