"""Pacers: how fast an account may send unasked messages. No burst, one slot after the other."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable

SAFETY = 0.985
"""29.55 of Telegram's 30 a second. Where SPARE allows less in a second, that is what limits: 980 of 1000."""

SPARE = 0.02
"""Part of the limit that no second may use up: on the way to the network messages draw nearer to each other."""

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
    return rate - int(rate * SPARE)


class Pacer:
    """Hands out slots at a steady rate (messages a second; 0 = no limit of its own, only the pauses asked for). After a
    pause every waiter takes a new slot.
    """

    def __init__(self, rate: float, monotonic: Callable[[], float]) -> None:
        self._full = rate * SAFETY
        self._most = _most(rate)
        self._rate = self._full
        self._went: deque[tuple[float, int]] = deque()  # within the last second, with their weight
        self._recent = 0  # messages that went within the last second, or are about to
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

    async def slot(self, patience: float = math.inf, weight: int = 1) -> bool:
        """Wait for the next slot, for a delivery of `weight` messages: it comes that many times later, so that no
        second holds more than the rate. False if it did not come within so many seconds; then none is taken.
        """
        if not self._waiting and self._take(0.0, weight):
            self._goes(weight)
            return True
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((mine, weight))
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        giving_up = loop.call_later(patience, _give_up, mine) if patience < math.inf else None
        try:
            went = await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled() and mine.result():
                self._recent -= weight  # it had its slot, and does not go
            raise
        finally:
            if giving_up is not None:
                giving_up.cancel()
        if went:
            self._goes(weight)
        return went

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
        while self._went and self._went[0][0] <= now - 1.0:
            self._recent -= self._went.popleft()[1]
        return not self._recent or not self._full or self._recent + weight <= self._most

    def _goes(self, weight: int) -> None:
        """It is being handed over at this moment, which may be later than that of its slot."""
        if self._full:
            self._went.append((self._monotonic(), weight))

    def pause(self, seconds: float) -> None:
        """The network asked for a pause. The rate is cut once per pause, however many messages were refused."""
        now = self._monotonic()
        if now >= self._paused_until and self._full:
            self._rate = max(self._recovered(now) * CUT, 1.0)
            self._changed_at = now + seconds
        self._paused_until = max(self._paused_until, now + seconds)

    def _recovered(self, now: float) -> float:
        grown = self._rate + max(0.0, now - self._changed_at) * self._full * RECOVER
        return min(self._full, grown)


def _give_up(waiting: asyncio.Future[bool]) -> None:
    if not waiting.done():
        waiting.set_result(False)
