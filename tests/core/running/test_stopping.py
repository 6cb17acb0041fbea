"""What runs all the time ends when it is told to, even in the very moment in which it is woken."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from unittest.mock import Mock

import pytest

from bot.core.ports import Lease
from bot.core.running.dispatching import Dispatcher
from bot.core.running.handling import Handler
from bot.core.transport import Abilities


class Nothing:
    """A database in which there is never anything to do."""

    def __init__(self, found):
        self.found = found

    async def transact(self, _fn):
        return self.found

    async def read(self, _fn):
        return None


def handler():
    return Handler(Mock(account="plain:test"), Nothing([]), Mock(), Mock(), ring_all=lambda: None, alongside=Mock())


def dispatcher():
    clock = Mock()
    clock.monotonic.return_value = 0.0
    return Dispatcher(Mock(account="plain:test", abilities=Abilities()), Nothing((None, [])), clock)


@pytest.mark.parametrize("turns", range(6))
async def test_fault_42_a_handler_ends_whenever_it_is_told_to(turns):
    one = handler()
    assert await ended(asyncio.create_task(one.run()), one.ring, turns)


@pytest.mark.parametrize("turns", range(6))
async def test_fault_42_a_dispatcher_ends_whenever_it_is_told_to(turns):
    one = dispatcher()
    lease = Lease("plain:test", 1, datetime.now(UTC))
    assert await ended(asyncio.create_task(one.run(lease)), one.ring, turns)


async def ended(task, ring, turns):
    """Wake it, tell it to stop so many turns of the event loop later, and see whether it does."""
    await asyncio.sleep(0.01)
    ring()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task], timeout=0.5)
    done = task.done()
    task.cancel()
    return done
