"""Works through one account's inbox: in order per conversation, many conversations in one transaction."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bot.core.errors import DeliveryProblem, Refusal, StoreAway, Verdict
from bot.core.media.pictures import BYTES_MAX, clean
from bot.core.messages import Kind
from bot.core.ports import Clock, Received, Store, Work
from bot.core.running.bell import Bell
from bot.core.talking.conversation import Conversation, Prepared
from bot.core.transport import Transport
from bot.core.words.texts import text

log = logging.getLogger(__name__)

T = TypeVar("T")

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


class Within(Protocol):
    """Runs a function in a transaction, perhaps with something of its own; what it queues is sent soon after."""

    async def __call__(self, fn: Callable[[Work], T]) -> T:
        """What the function returns."""
        ...


@dataclass(slots=True)
class Handler:
    """The only one to handle its account's messages while the lease holds.

    What it does is done `alongside` a round of the account's dispatcher; `ring_all` wakes the others. `under_way` are
    the rows claimed and not handled yet, each with its attempts. It outlives the handler: what the database took away
    from a process that goes on was no crash, and is given back. Who dies gives nothing back.
    """

    transport: Transport
    store: Store
    clock: Clock
    conversation: Conversation
    ring_all: Callable[[], None]
    alongside: Within
    handled: Callable[[int], None] = lambda _count: None
    under_way: dict[int, int] = field(default_factory=dict)
    _bell: Bell = field(default_factory=Bell)
    _rests: bool = False
    _more: bool = True  # something may wait in the inbox
    _expected: asyncio.Future[Sequence[Received]] | None = None
    _busy: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _fetching: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FETCHES))

    def ring(self) -> None:
        """Something may wait in the inbox."""
        self._more = True
        self._bell.ring()

    def expect(self) -> bool:
        """Whether what is about to be stored may be claimed for this handler, which has nothing else to do.

        If so it claims nothing itself until `take` says what it got.
        """
        if not self._rests or self._more or self._busy or self._expected is not None:
            return False
        self._expected = asyncio.get_running_loop().create_future()
        return True

    def take(self, rows: Sequence[Received]) -> None:
        """These have been claimed for this handler."""
        self.under_way.update((row.id, row.attempts) for row in rows)
        if self._expected is not None and not self._expected.done():
            self._expected.set_result(rows)
        self._bell.ring()

    async def run(self) -> None:
        """Handle until cancelled; what is being handled then is finished first."""
        await self._give_back()
        try:
            while True:
                self._bell.clear()
                await self._work_off(await self._next())
                if not self._more:
                    await self._rest()
        finally:
            await self._finish_pictures()

    async def _give_back(self) -> None:
        """What an earlier handler of this process claimed and could not handle: those tries are not counted."""
        if self.under_way:
            left = dict(self.under_way)
            await self.store.transact(lambda work: work.inbox.give_back(left))
            self.under_way.clear()

    async def _rest(self) -> None:
        self._rests = True
        await self._bell.wait(LOOK_EVERY)
        self._rests = False

    async def _next(self) -> Sequence[Received]:
        if self._expected is None:
            return await self._claim()
        rows = await self._expected
        self._expected = None
        return rows

    async def _claim(self) -> Sequence[Received]:
        account, busy = self.transport.account, list(self._busy)
        self._more = False
        rows = await self.store.transact(lambda work: work.inbox.claim(account, BATCH, busy, CRASHES))
        self.under_way.update((row.id, row.attempts) for row in rows)
        self._more = self._more or bool(rows)
        return rows

    # -- handling ----------------------------------------------------------------------------------------------------

    async def _work_off(self, rows: Sequence[Received]) -> None:
        quick = [Prepared(row.id, row.incoming) for row in rows if row.incoming.attachment is None]
        for row in rows:
            if row.incoming.attachment is not None:
                self._fetch_aside(row)
        if quick:
            await self._handle(quick, self.alongside)

    async def _handle(self, batch: Sequence[Prepared], within: Within) -> None:
        account, now = self.transport.account, self.clock.now()

        def handle(work: Work) -> bool:
            self.conversation.handle(work, account, batch, now)
            return any(addressed != account for addressed in work.ledger.addressed())

        try:
            for_others = await _patiently(lambda: within(handle))
        except Exception as problem:  # noqa: BLE001 - the one boundary for bugs: everybody else in the batch is served
            await self._one_by_one(batch, problem)
            return
        self._finished(batch)
        if for_others:
            self.ring_all()

    async def _one_by_one(self, batch: Sequence[Prepared], problem: Exception) -> None:
        self._more = True  # what cannot even be told stays in the inbox
        if len(batch) == 1:
            await self._stumble(batch[0], problem)
        else:
            for item in batch:
                await self._handle([item], self.store.transact)
        self.ring_all()

    async def _stumble(self, item: Prepared, problem: Exception) -> None:
        error, now = secrets.token_hex(4), self.clock.now()
        log.error("error %s while handling inbox row %d", error, item.row, exc_info=problem)
        try:
            await _patiently(
                lambda: self.store.transact(lambda work: self.conversation.stumbled(work, item, error, now))
            )
        except Exception:  # a bug in saying so, too: the row stays in the inbox and is tried again
            log.exception("error %s could not be recorded", error)
            self.under_way.pop(item.row, None)
            await asyncio.sleep(LOOK_EVERY)
        else:
            self._finished([item])

    def _finished(self, batch: Sequence[Prepared]) -> None:
        for item in batch:
            self.under_way.pop(item.row, None)
        self.handled(len(batch))

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
        self.ring()

    async def _fetch(self, row: Received) -> None:
        try:
            async with self._fetching:
                item = await self._prepared(row)
        except Exception as problem:  # noqa: BLE001 - the boundary for bugs, as in `_handle`
            await self._one_by_one([Prepared(row.id, row.incoming)], problem)
        else:
            await self._handle([item], self.alongside)

    async def _prepared(self, row: Received) -> Prepared:
        incoming, now = row.incoming, self.clock.now()
        wanted = await _patiently(
            lambda: self.store.read(lambda work: self.conversation.wants_file(work, incoming, now))
        )
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


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """What the database says, however long it is away: that is nobody's bug, and what is claimed waits meanwhile. Who
    asks again after a commit that nobody could confirm finds the rows done.
    """
    while True:
        try:
            return await ask()
        except StoreAway:
            log.warning("the database is away, trying again")
            await asyncio.sleep(LOOK_EVERY)
