"""Runs the ticks of the route table with APScheduler. Ticks belong to the process; what belongs to a person is a
row.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.core.ports import Clock, Store
from bot.core.routing import Tick
from bot.core.talking.conversation import Conversation

log = logging.getLogger(__name__)

ROUNDS_MAX = 10_000
"""A tick that is never done is stopped after so many transactions and goes on at its next turn."""


class Ticker:
    """Starts every tick at its interval, never two runs of the same tick at once, none dropped for being late."""

    def __init__(
        self, ticks: Sequence[Tick], store: Store, conversation: Conversation, clock: Clock, ring: Callable[[], None]
    ) -> None:
        self._ticks = ticks
        self._store = store
        self._conversation = conversation
        self._clock = clock
        self._ring = ring
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )
        for tick in ticks:
            every = IntervalTrigger(seconds=int(tick.every.total_seconds()))
            self._scheduler.add_job(self._run, every, args=[tick], id=tick.name)

    async def first(self) -> None:
        """Before anything is sent: whatever decides what may still go."""
        for tick in self._ticks:
            if tick.first:
                await self._run(tick, rounds=1)

    def start(self) -> None:
        """Begin; each tick runs for the first time after its interval."""
        self._scheduler.start()

    def stop(self) -> None:
        """End; a run under way finishes its transaction."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _run(self, tick: Tick, rounds: int = ROUNDS_MAX) -> None:
        try:
            for _ in range(rounds):
                began, asked = time.monotonic(), self._store.asked
                more = await self._store.transact(
                    lambda work: tick.run(self._conversation.post(work, self._clock.now()))
                )
                self._ring()
                if not more:
                    return
                if self._store.asked > asked + 1:  # others write, and SQLite has one writer: they get half of its time
                    await asyncio.sleep(time.monotonic() - began)
        except Exception:  # one bad tick must not end the others; it comes again at its next turn
            log.exception("tick %s failed", tick.name)
