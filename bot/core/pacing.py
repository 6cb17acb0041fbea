"""Pacers: how fast an account may send unasked messages. No burst, one slot after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

SAFETY = 0.98
"""29.4 of Telegram's 30 a second, 980 of 1000: measured to run without a single 429."""

TICK = 0.01
"""Seconds between two looks at who may go: at 1000 a second waking for each message costs more than sending it."""

LATE = 0.015
"""Seconds of delay that are made up for; what a busy moment took beyond that is not poured out afterwards."""

CUT, RECOVER = 0.5, 0.02
"""Halved once per pause, then given back two hundredths of the full rate a second (additive increase)."""


class Pacer:
    """Hands out slots at a steady rate (messages a second; 0 = no limit). After a pause every waiter takes a new
    slot.
    """

    def __init__(self, rate: float, monotonic: Callable[[], float]) -> None:
        self._full = rate * SAFETY
        self._rate = self._full
        self._monotonic = monotonic
        self._next = 0.0
        self._paused_until = 0.0
        self._changed_at = monotonic()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._serving: asyncio.Task[None] | None = None

    @property
    def rate(self) -> float:
        """Messages a second at this moment."""
        return self._recovered(self._monotonic())

    def budget(self, seconds: float) -> int:
        """How many slots the next so many seconds hold: never claim more than can be sent soon."""
        now = self._monotonic()
        if self._full == 0:
            return 1_000_000
        ahead = max(self._opens - now, 0.0)
        return max(0, int((seconds - ahead) * self._recovered(now) + 0.999) - len(self._waiting))

    async def slot(self) -> None:
        """Wait for the next slot."""
        if not self._full or (not self._waiting and self._take(0.0)):
            return
        mine = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        await mine

    async def _serve(self) -> None:
        """Let them go in the order they came. Whoever gave up meanwhile takes no slot."""
        while self._waiting:
            await asyncio.sleep(max(self._opens - self._monotonic(), TICK))
            while self._waiting and (self._waiting[0].done() or self._take(LATE)):
                mine = self._waiting.popleft()
                if not mine.done():
                    mine.set_result(None)

    @property
    def _opens(self) -> float:
        return max(self._next, self._paused_until)

    def _take(self, late: float) -> bool:
        """Whether there is a slot at this moment; then it is taken. Up to so many seconds of delay are made up for."""
        now = self._monotonic()
        if self._opens > now:
            return False
        self._next = max(self._next, now - late) + 1.0 / self._recovered(now)
        return True

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
