"""The update loop's own manners, in virtual time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.adapters.telegram.polling import Weather, polled
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
        async for _ in polled(bot, None, lambda: datetime.now(UTC), Weather()):
            pass

    async def scene() -> None:
        listening = asyncio.create_task(listen())
        await asyncio.sleep(SECONDS)
        listening.cancel()

    simulate(scene)
    assert SECONDS / 2 < bot.asked <= SECONDS + 1
