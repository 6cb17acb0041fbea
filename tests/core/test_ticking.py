"""What decides about what may still go runs before anything is sent."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import Mock

from bot.core.routing import Tick
from bot.parts.ticking import Ticker


class Store:
    async def transact(self, fn):
        return fn(Mock())


async def test_the_first_ticks_run_once_before_the_start_however_much_they_have_to_do():
    ran = []
    ticks = [
        Tick("old news", timedelta(seconds=2), lambda _: ran.append("old news") or True, first=True),
        Tick("rest", timedelta(seconds=2), lambda _: ran.append("rest") or False),
    ]
    await Ticker(ticks, Store(), Mock(), Mock(), lambda: None).first()
    assert ran == ["old news"]
