"""Takes in what one account receives: stored with the cursor first, confirmed to the network after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.core.messages import Batch
from bot.core.ports import Clock, Store
from bot.core.transport import Transport

log = logging.getLogger(__name__)

WAIT_FIRST, WAIT_MOST = 0.1, 15.0
"""Seconds between tries to store a batch while the database is away; nothing is confirmed meanwhile."""


async def receive(transport: Transport, store: Store, clock: Clock, ring: Callable[[], None]) -> None:
    """Receive until cancelled or the transport is closed. `ring` wakes whoever handles the inbox."""
    account = transport.account
    cursor = await store.read(lambda work: work.inbox.cursor(account))
    async for batch in transport.batches(cursor):
        await _keep(account, batch, store, clock)
        if batch.incoming:
            ring()


async def _keep(account: str, batch: Batch, store: Store, clock: Clock) -> None:
    wait = WAIT_FIRST
    while True:
        try:
            await store.transact(lambda work: work.inbox.accept(account, batch, clock.now()))
        except Exception:  # a full disk, a lost connection: the network keeps the messages until we can
            log.exception("%s: what arrived could not be stored, trying again", account.partition(":")[0])
            await asyncio.sleep(wait)
            wait = min(wait * 2, WAIT_MOST)
        else:
            return
