"""The bell that wakes a running part: at once, or in a moment. It never says why; whoever wakes looks for itself."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung by anybody in the event loop, waited for by one."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._alarm: asyncio.TimerHandle | None = None

    def ring(self) -> None:
        """Wake whoever waits; if nobody does, the next wait ends at once."""
        self._rung.set()

    def ring_in(self, seconds: float) -> None:
        """Ring after so many seconds, or earlier if that was asked for before."""
        loop = asyncio.get_running_loop()
        if self._alarm is not None:
            if self._alarm.when() <= loop.time() + seconds:
                return
            self._alarm.cancel()
        self._alarm = loop.call_later(seconds, self._ring_now)

    def _ring_now(self) -> None:
        self._alarm = None
        self._rung.set()

    def clear(self) -> None:
        """Whoever is awake is about to look: what rang until now is taken note of."""
        self._rung.clear()

    async def wait(self, at_most: float) -> None:
        """Until it rings, or so many seconds."""
        try:
            async with asyncio.timeout(at_most):  # wait_for may swallow being cancelled (Python 3.11)
                await self._rung.wait()
        except TimeoutError:
            return

    def stop(self) -> None:
        """No alarm goes off any more."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
