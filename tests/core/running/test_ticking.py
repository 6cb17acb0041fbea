"""What decides about what may still go runs before anything is sent."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import Mock

from bot.core.routing import Tick
from bot.parts.ticking import Ticker


class Store:
    """`busy`: as if somebody else wrote as well, each time."""

    def __init__(self, *, busy: bool = False) -> None:
        self.asked = 0
        self._each = 2 if busy else 1

    async def transact(self, fn):
        self.asked += self._each
        return fn(Mock())


async def test_the_first_ticks_run_once_before_the_start_however_much_they_have_to_do():
    ran = []
    ticks = [
        Tick("old news", timedelta(seconds=2), lambda _: ran.append("old news") or True, first=True),
        Tick("rest", timedelta(seconds=2), lambda _: ran.append("rest") or False),
    ]
    await Ticker(ticks, Store(), Mock(), Mock(), lambda: None).first()
    assert ran == ["old news"]


async def test_a_tick_with_much_to_do_gives_way_to_others_who_write(monkeypatch):
    slept = []

    async def sleep(seconds):
        slept.append(seconds)

    monkeypatch.setattr("bot.parts.ticking.asyncio.sleep", sleep)
    for busy in (False, True):
        rounds = iter([True, True, False])
        tick = Tick("rows", timedelta(seconds=2), lambda _, rounds=rounds: next(rounds))
        await Ticker([tick], Store(busy=busy), Mock(), Mock(), lambda: None)._run(tick)
        assert len(slept) == (2 if busy else 0)
