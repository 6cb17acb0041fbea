"""Works through one account's inbox: in order per conversation, many conversations in one transaction."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.core.errors import DeliveryProblem, Refusal, Verdict
from bot.core.messages import Kind
from bot.core.pictures import BYTES_MAX, clean
from bot.core.ports import Clock, Received, Store
from bot.core.talking.conversation import Conversation, Prepared
from bot.core.transport import Transport
from bot.core.words.texts import text

log = logging.getLogger(__name__)

BATCH = 128
"""Conversations handled in one transaction: all of a full getUpdates (100); measured, 5 % faster than 64."""

DOCUMENT_MAX = 20 * 1024 * 1024
"""Bytes of a document: more cannot be fetched by a bot (Bot API, getFile: 20 MB)."""

CRASHES = 3
"""A message that was being handled so often when the process died is put aside."""

LOOK_EVERY = 1.0
"""Seconds after which the inbox is looked at without having been woken."""

FETCHES = 4
"""Pictures fetched and re-encoded at the same time: each may take tens of megabytes."""

FINISH = 5.0
"""Seconds that pictures under way get to finish when the process is asked to stop."""


@dataclass(slots=True)
class Handler:
    """The only one to handle its account's messages while the lease holds. `ring_all` wakes every dispatcher."""

    transport: Transport
    store: Store
    clock: Clock
    conversation: Conversation
    ring_all: Callable[[], None]
    handled: Callable[[int], None] = lambda _count: None
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _fetching: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FETCHES))

    def ring(self) -> None:
        """Something has arrived."""
        self._bell.set()

    async def run(self) -> None:
        """Handle until cancelled; what is being handled then is finished first."""
        try:
            while True:
                self._bell.clear()
                if not await self._round():
                    await self._wait()
        finally:
            await self._finish_pictures()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY):  # wait_for may swallow being cancelled (Python 3.11)
                await self._bell.wait()
        except TimeoutError:
            return

    async def _round(self) -> bool:
        account, busy = self.transport.account, list(self._busy)
        rows = await self.store.transact(lambda work: work.inbox.claim(account, BATCH, busy, CRASHES))
        quick = [Prepared(row.id, row.incoming) for row in rows if row.incoming.attachment is None]
        for row in rows:
            if row.incoming.attachment is not None:
                self._fetch_aside(row)
        if quick:
            await self._handle(quick)
        return bool(rows)

    # -- handling ----------------------------------------------------------------------------------------------------

    async def _handle(self, batch: Sequence[Prepared]) -> None:
        account, now = self.transport.account, self.clock.now()
        try:
            await self.store.transact(lambda work: self.conversation.handle(work, account, batch, now))
        except Exception as problem:  # noqa: BLE001 - the one boundary for bugs: everybody else in the batch is served
            await self._one_by_one(batch, problem)
        self.handled(len(batch))
        self.ring_all()

    async def _one_by_one(self, batch: Sequence[Prepared], problem: Exception) -> None:
        if len(batch) > 1:
            for item in batch:
                await self._handle([item])
            return
        error = secrets.token_hex(4)
        log.error("error %s while handling inbox row %d", error, batch[0].row, exc_info=problem)
        now = self.clock.now()
        try:
            await self.store.transact(lambda work: self.conversation.stumbled(work, batch[0], error, now))
        except Exception:  # the database itself is away: the row stays in the inbox and is tried again
            log.exception("error %s could not be recorded", error)
            await asyncio.sleep(LOOK_EVERY)

    async def _finish_pictures(self) -> None:
        """What takes longer than a moment stays in the inbox and is fetched again."""
        if not self._busy:
            return
        _, late = await asyncio.wait(self._busy.values(), timeout=FINISH)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    # -- pictures ----------------------------------------------------------------------------------------------------

    def _fetch_aside(self, row: Received) -> None:
        """Fetch outside of any transaction and without holding up other conversations."""
        address = row.incoming.address
        task = asyncio.create_task(self._fetch(row))
        self._busy[address] = task
        task.add_done_callback(lambda _task: self._fetched(address))

    def _fetched(self, address: str) -> None:
        self._busy.pop(address, None)
        self._bell.set()

    async def _fetch(self, row: Received) -> None:
        try:
            async with self._fetching:
                item = await self._prepared(row)
        except Exception as problem:  # noqa: BLE001 - the boundary for bugs, as in `_handle`
            await self._one_by_one([Prepared(row.id, row.incoming)], problem)
            self.ring_all()
        else:
            await self._handle([item])

    async def _prepared(self, row: Received) -> Prepared:
        incoming, now = row.incoming, self.clock.now()
        wanted = await self.store.read(lambda work: self.conversation.wants_file(work, incoming, now))
        if not wanted or incoming.attachment is None:
            return Prepared(row.id, incoming)
        try:
            if incoming.kind is not Kind.PICTURE:
                return Prepared(
                    row.id, incoming, document=await self.transport.fetch(incoming.attachment, DOCUMENT_MAX)
                )
            content = await self.transport.fetch(incoming.attachment, BYTES_MAX)
            return Prepared(row.id, incoming, await asyncio.to_thread(clean, content))
        except Refusal as refusal:
            return Prepared(row.id, incoming, trouble=refusal.text)
        except DeliveryProblem as problem:
            sort = "picture" if incoming.kind is Kind.PICTURE else "document"
            why = "large" if problem.verdict is Verdict.REFUSED else "broken"
            return Prepared(row.id, incoming, trouble=text(f"dialogue-{sort}-{why}"))
