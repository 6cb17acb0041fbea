"""Fault 43: a database that comes and goes puts nobody's message aside. Only tries in which the process died count."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.core.errors import StoreAway
from bot.core.messages import Batch
from bot.core.running.handling import CRASHES, Handler
from bot.parts.clock import SystemClock
from tests.faults.running.crashing import conversation, store_in
from tests.wire import Wire


@pytest.mark.parametrize("stays", [True, False])
async def test_fault_43_a_flapping_database_puts_no_message_aside(tmp_path: Path, stays: bool):
    """`stays`: the process goes on, and gives back what it could not handle. One that dies gives nothing back."""
    wire, store, clock, under_way = Wire(), store_in(tmp_path), SystemClock(), {}
    tried = asyncio.Event()

    async def away(_fn):
        tried.set()
        raise StoreAway

    def handler(within):
        more = lambda: None, within, lambda _count: None, under_way if stays else {}
        return Handler(wire, store, clock, conversation(wire), *more)

    async def waiting():
        return await store.read(lambda work: work.inbox.waiting())

    await store.start()
    try:
        batch = Batch((wire.message("anna", "/hilfe"),))
        await store.transact(lambda work: work.inbox.accept(wire.account, batch, clock.now()))
        for _ in range(CRASHES):  # each time the lease is lost with the database
            tried.clear()
            await cancelled(handler(away), tried.wait)
        assert await waiting() == 1
        await cancelled(handler(store.transact), lambda: until_none(waiting))
        assert await waiting() == 0
        assert len(await store.read(lambda work: work.inbox.shunted())) == (0 if stays else 1)
    finally:
        await store.close()


async def cancelled(handler: Handler, after):
    """Let it run until this has happened, and end it."""
    task = asyncio.create_task(handler.run())
    async with asyncio.timeout(10):
        await after()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def until_none(waiting):
    while await waiting():  # noqa: ASYNC110 - what another thread commits rings no event here
        await asyncio.sleep(0.01)
