"""Our way out: the ledger, the dispatcher and a network, without the rest of the assistant."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.core.running.dispatching import Dispatcher
from bot.core.transport import Transport
from bot.parts.house import House
from config.settings import DatabaseSettings, Settings

MOST = 7200.0
"""Seconds after which a broadcast is given up."""


@asynccontextmanager
async def house_at(url: str, folder: Path) -> AsyncIterator[House]:
    """A house on this database, opened."""
    settings = Settings.model_construct(
        alliance="loerrach", erasures_file=folder / "erased.txt", database=DatabaseSettings(url=SecretStr(url))
    )
    house = House.build(settings)
    await house.open()
    try:
        yield house
    finally:
        await house.store.close()


async def deliver(house: House, transport: Transport, number: int, until_open: int = 0) -> None:
    """Dispatch until at most so many copies of the announcement are still to come."""
    account, now = transport.account, house.clock.now()
    lease = await house.store.transact(lambda work: work.accounts.lease(account, "bench", now, now + timedelta(days=1)))
    if lease is None:
        raise RuntimeError("somebody holds the account")
    running = asyncio.create_task(Dispatcher(transport, house.store, house.clock).run(lease))
    try:
        async with asyncio.timeout(MOST):
            while (await house.store.read(lambda work: work.announcements.tally(number))).open > until_open:
                await asyncio.wait([running], timeout=0.1)
                if running.done():
                    running.result()  # raises what ended it
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await house.store.transact(lambda work: work.accounts.release(account, "bench"))
