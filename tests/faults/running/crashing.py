"""A process that serves the account of `Wire` until its inbox is empty. One command in it ends the process at once.

Run as `python -m tests.faults.running.crashing <folder>`; exit code 0 when everything in the inbox is dealt with.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import sys
from pathlib import Path

from bot.core.routing import Command, Routes
from bot.core.running.serving import Service
from bot.core.talking.conversation import Conversation
from bot.core.talking.visit import Visit
from bot.core.transport import Abilities
from bot.parts.clock import SystemClock
from bot.parts.owner import is_dead, own_name
from config.profile import load_alliance
from config.texts import FluentTexts
from handlers import ROUTES
from storage import DatabaseStore, open_store
from tests.wire import Wire

PATIENCE, LOOK_EVERY = 20.0, 0.02


def abort(visit: Visit, rest: str) -> None:
    """What a crash in a C library does: no exception, no farewell."""
    os.abort()


POISONED = Routes((*ROUTES, Command({"de": ("absturz",)}, abort, None)))


def store_in(folder: Path) -> DatabaseStore:
    """The database both processes use."""
    return open_store(f"sqlite:///{folder}/crash.db", clock=SystemClock(), erasures_file=None)


def conversation(wire: Wire) -> Conversation:
    """The real core with the real handlers, and the one that crashes."""
    alliance = load_alliance("loerrach")
    texts = FluentTexts(languages=alliance.languages, zone=alliance.zone)
    return Conversation(POISONED, alliance, texts, {wire.account: wire.abilities})


async def serve(folder: Path) -> None:
    """Until nothing waits in the inbox and nothing in the ledger."""
    store, wire = store_in(folder), Wire(Abilities(idempotent_for=3600))  # what was under way is safely repeated
    await store.start()
    service = Service(wire, store, SystemClock(), conversation(wire), own_name(), is_dead=is_dead)
    service.ring_all = service.ring
    running = asyncio.create_task(service.run())
    try:
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            if not await store.read(lambda work: work.inbox.waiting()) and not await _open(store):
                return
            await asyncio.sleep(LOOK_EVERY)
        raise TimeoutError
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        await store.close()


async def _open(store: DatabaseStore) -> bool:
    tally = await store.read(lambda work: dict(work.ledger.tally()))
    return any(count for (_, state), count in tally.items() if state in {"queued", "sending"})


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asyncio.run(serve(Path(sys.argv[1])))
