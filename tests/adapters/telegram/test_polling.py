"""The update loop's own manners, in virtual time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.adapters.telegram.polling import pause_after, polled
from bot.adapters.telegram.request import Throttled
from bot.core.pace.waits import WayIn
from tests.simulated import simulate

SECONDS = 20


class Hasty:
    """A server that answers at once that there is nothing, instead of waiting for news."""

    asked = 0

    async def raw_updates(self, offset: int) -> tuple[object, ...]:
        self.asked += 1
        await asyncio.sleep(0)
        return ()


def test_a_server_that_does_not_wait_for_news_is_asked_once_a_second():
    bot = Hasty()

    async def listen() -> None:
        async for _ in polled(bot, None, lambda: datetime.now(UTC), WayIn()):
            pass

    async def scene() -> None:
        listening = asyncio.create_task(listen())
        await asyncio.sleep(SECONDS)
        listening.cancel()

    simulate(scene)
    assert SECONDS / 2 < bot.asked <= SECONDS + 1


@pytest.mark.parametrize(("asked", "seconds"), [(-5.0, 1.25), (7.0, 7.0), (1e12, 86_400.0)])
def test_fault_01_receiving_waits_as_long_as_it_is_asked_to_and_never_for_ever(asked: float, seconds: float):
    assert pause_after(Throttled(asked), WayIn()) == pytest.approx(seconds, abs=0.5)
