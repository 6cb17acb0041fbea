"""The breaker: while a network answers nothing, unasked messages stand still, and one at a time tries again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.core.delivery import Outcome
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Receipt
from bot.core.pace.waits import Doubling

log = logging.getLogger(__name__)

ENOUGH = 5
"""Messages in a row without an answer that are an outage: fewer are the bad luck of one connection."""

WAIT_FIRST, WAIT_MOST = 1.0, 60.0
"""Seconds until the first try, and the most between two: doubled each time."""

_WEATHER = frozenset({Verdict.UNSENT, Verdict.UNCERTAIN})
_ANSWERS = frozenset({Verdict.UNREACHABLE, Verdict.MOVED})
"""A network that says this is there. Other refusals may be our own, said before anything was sent."""


class Breaker:
    """Of one account. `probe` asks the network something harmless; raises DeliveryProblem. Before the next message is
    risked, the probe has to be answered: every message tried in an outage is one more that may have arrived.
    """

    def __init__(self, probe: Callable[[], Awaitable[None]], monotonic: Callable[[], float]) -> None:
        self._probe = probe
        self._monotonic = monotonic
        self._in_a_row = 0
        self._waits = Doubling(WAIT_FIRST, WAIT_MOST)
        self._next_try = 0.0
        self._answered = False
        self._asking: asyncio.Task[None] | None = None
        self.problem = ""

    def note(self, outcome: Outcome) -> None:
        """What became of a message, asked for or not."""
        if isinstance(outcome, Receipt):
            self._close()
        elif isinstance(outcome, DeliveryProblem):
            if outcome.verdict in _ANSWERS:
                self._close()
            elif outcome.verdict in _WEATHER and not outcome.ours:
                self._in_a_row += 1
                if self._in_a_row >= ENOUGH:
                    self._hold(outcome.detail)

    def holds(self) -> bool:
        """Whether unasked messages have to wait at this moment."""
        return bool(self.problem) and not self._answered

    def lets(self, at_most: int, *, trying: bool) -> int:
        """How many of so many unasked messages may be claimed; `trying` is whether one is under way."""
        if not self.problem:
            return at_most
        if self._answered:
            return 0 if trying else min(at_most, 1)
        if self._monotonic() >= self._next_try and (self._asking is None or self._asking.done()):
            self._asking = asyncio.create_task(self._ask())
        return 0

    async def stop(self) -> None:
        """Ask no more."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    async def _ask(self) -> None:
        try:
            await self._probe()
        except DeliveryProblem as problem:
            self._hold(problem.detail)
        except Exception as surprise:  # a bug in an adapter: without a hold it would be asked at every round
            log.exception("the network could not be asked whether it is there")
            self._hold(f"nobody knows what it answers ({type(surprise).__name__})")
        else:
            self._answered = True

    def _hold(self, detail: str) -> None:
        """Those under way when the first ones failed count as one try together."""
        now = self._monotonic()
        if not self.problem or now >= self._next_try:
            self.problem, self._answered = f"the network does not answer: {detail}", False
            self._next_try = now + self._waits.next()

    def _close(self) -> None:
        self._waits.fine()
        self._in_a_row, self.problem, self._answered = 0, "", False
