"""Pacers: how fast an account may send unasked messages. No burst, one slot after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

SAFETY = 0.97
"""29 of Telegram's 30 a second, 970 of 1000: measured to run without a single 429."""

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

    @property
    def rate(self) -> float:
        """Messages a second at this moment."""
        return self._recovered(self._monotonic())

    def budget(self, seconds: float) -> int:
        """How many slots the next so many seconds hold: never claim more than can be sent soon."""
        now = self._monotonic()
        if self._full == 0:
            return 1_000_000
        ahead = max(self._next, self._paused_until) - now
        return max(0, int((seconds - max(ahead, 0.0)) * self._recovered(now) + 0.999))

    async def slot(self) -> None:
        """Wait for the next slot."""
        while self._full:
            now = self._monotonic()
            mine = max(now, self._next, self._paused_until)
            self._next = mine + 1.0 / self._recovered(now)
            await asyncio.sleep(mine - now)
            if self._monotonic() >= self._paused_until:
                return

    def pause(self, seconds: float) -> None:
        """The network asked for a pause. The rate is cut once per pause, however many messages were refused."""
        now = self._monotonic()
        if now >= self._paused_until and self._full:
            self._rate = max(self._recovered(now) * CUT, 1.0)
            self._changed_at = now + seconds
        self._paused_until = max(self._paused_until, now + seconds)
        self._next = max(self._next if self._next < self._paused_until else 0.0, self._paused_until)

    def _recovered(self, now: float) -> float:
        grown = self._rate + max(0.0, now - self._changed_at) * self._full * RECOVER
        return min(self._full, grown)
