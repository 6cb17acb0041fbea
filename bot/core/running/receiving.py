"""Takes in what one account receives: stored with the cursor first, confirmed to the network after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from bot.core.messages import Batch
from bot.core.pace.waits import Doubling
from bot.core.ports import Clock, Received, Store
from bot.core.running.handling import Handler
from bot.core.transport import Transport

log = logging.getLogger(__name__)

WAIT_FIRST, WAIT_MOST = 0.1, 15.0
"""Seconds between tries to store a batch while the database is away; nothing is confirmed meanwhile."""


async def receive(transport: Transport, store: Store, clock: Clock, handler: Handler) -> None:
    """Receive until cancelled or the transport is closed, for whoever handles the inbox."""
    account = transport.account
    cursor = await store.read(lambda work: work.inbox.cursor(account))
    async for batch in transport.batches(cursor):
        waits = Doubling(WAIT_FIRST, WAIT_MOST)
        while not await _keep(account, batch, store, clock, handler):  # noqa: ASYNC110 - no event tells that it is back
            await asyncio.sleep(waits.next())


async def _keep(account: str, batch: Batch, store: Store, clock: Clock, handler: Handler) -> bool:
    """Store a batch. An idle handler gets it with the same commit: a claim of its own would be a transaction more."""
    claimed: Sequence[Received] = ()
    more = True  # whatever ends the try: it may be there all the same
    expected = bool(batch.incoming) and handler.expect()
    try:
        if expected:
            arrived = await store.transact(lambda work: work.inbox.accept_claimed(account, batch, clock.now()))
            claimed, more = arrived.claimed, arrived.more
        else:
            more = await store.transact(lambda work: work.inbox.accept(account, batch, clock.now())) > 0
    except Exception:  # a full disk, a lost connection: the network keeps the messages until we can
        log.exception("%s: what arrived could not be stored, trying again", account.partition(":")[0])
        return False
    else:
        return True
    finally:
        if expected:
            handler.take(claimed)
        if more:
            handler.ring()
