"""Serves one account as long as this process holds its lease: opens the network, receives, handles, dispatches."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.pace.waits import Doubling
from bot.core.ports import Clock, Holder, Lease, Store, Work
from bot.core.running.dispatching import Dispatcher
from bot.core.running.handling import Handler
from bot.core.running.receiving import receive
from bot.core.talking.conversation import Conversation
from bot.core.transport import Transport

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=9)
RENEW_EVERY, LOOK_EVERY = 3.0, 1.0
"""Seconds between two renewals, and between two looks of whoever waits. A dead process's accounts are taken over
within 15 s: 9 s of lease, a look or two, and the opening.
"""

RETRY_FIRST, RETRY_MOST = 1.0, 60.0
"""Seconds before an account in bad weather is tried again: doubled each time, from anew after it was well."""

AWAY = "the database takes nothing: it is away, locked, or its disk is full"

RETRY_ACCOUNT = 900.0
"""Seconds before an account is tried again that somebody has to mend: the loser of two pollers must not push back."""


@dataclass(slots=True)
class Service:
    """One account in this process. `state` says in one word how it is: waiting, opening, serving or trouble."""

    transport: Transport
    store: Store
    clock: Clock
    conversation: Conversation
    owner: str
    ring_all: Callable[[], None] = lambda: None
    handled: Callable[[int], None] = lambda _count: None
    is_dead: Callable[[str], bool] = lambda _holder: False
    state: str = "waiting"
    problem: str = ""
    _dispatcher: Dispatcher | None = None
    _waits: Doubling = field(default_factory=lambda: Doubling(RETRY_FIRST, RETRY_MOST))
    _under_way: dict[int, int] = field(default_factory=dict)  # rows of the inbox claimed and not handled, see `Handler`
    _untold: str = ""  # trouble that could not be stored while it lasted
    _good_until: float = 0.0  # monotonic moment at which the lease ends unless it is renewed
    _seen: tuple[Holder, float] | None = None  # the lease as it was last renewed, and when that was first seen

    def ring(self) -> None:
        """Something may be due for sending."""
        if self._dispatcher is not None:
            self._dispatcher.ring()

    async def run(self) -> None:
        """Serve until cancelled. Trouble of this account never leaves this function."""
        try:
            while True:
                pause = await self._serve_once()
                await asyncio.sleep(pause)
        finally:
            await self._release()

    async def _serve_once(self) -> float:
        """Serve until the lease is lost or something happens; the seconds to wait before the next time."""
        try:
            await self._serve(await self._wait_for_lease())
        except AccountProblem as problem:
            await self._in_trouble(str(problem))
            return RETRY_ACCOUNT
        except DeliveryProblem as problem:
            await self._in_trouble(problem.detail)
        except Exception as error:  # a bug or a database that is away: this account waits, the others go on
            log.exception("%s: stopped unexpectedly, starting again", self._name)
            await self._in_trouble(f"stopped unexpectedly ({type(error).__name__}), see the log")
        else:
            return RETRY_FIRST
        return self._waits.next()

    @property
    def _name(self) -> str:
        return self.transport.account.partition(":")[0]

    # -- lease -------------------------------------------------------------------------------------------------------

    async def _lease(self) -> Lease | None:
        return await self.store.transact(self._take_lease)

    def _take_lease(self, work: Work) -> Lease | None:
        """The lease, also from a holder that has surely died: a restart on the same machine need not wait. One that has
        not renewed it for its whole length on our own clock has lost it, whatever the wall clocks say.
        """
        now, account = self.clock.now(), self.transport.account
        lease = work.accounts.lease(account, self.owner, now, now + LEASE)
        if lease is None and self._is_gone(holder := work.accounts.holder(account)):
            work.accounts.release(account, holder.name)
            lease = work.accounts.lease(account, self.owner, now, now + LEASE)
        return lease

    def _is_gone(self, holder: Holder) -> bool:
        now = self.clock.monotonic()
        if self._seen is None or self._seen[0] != holder:
            self._seen = holder, now
        return self.is_dead(holder.name) or now - self._seen[1] > LEASE.total_seconds()

    async def _wait_for_lease(self) -> Lease:
        self.state = "waiting"
        told = False
        while True:
            asked_at = self.clock.monotonic()
            lease = await self._lease()
            if lease is not None:
                self._good_until = asked_at + LEASE.total_seconds()
                return lease
            if not told:
                told = True
                log.info("%s: waiting, as another process with the same database serves it", self._name)
            await asyncio.sleep(LOOK_EVERY)

    def _holds_lease(self) -> bool:
        """Counted from before it was asked for: the database counts from later, so nobody else holds it meanwhile."""
        return self.clock.monotonic() < self._good_until

    async def _renew_forever(self, lease: Lease) -> None:
        """Returns when the lease is lost. Expiry is measured on the clock that never jumps; on Linux it stands still
        while the machine is suspended, and only the next renewal, 3 s later at most, tells what others did meanwhile.
        """
        while (left := self._good_until - self.clock.monotonic()) > 0:
            await asyncio.sleep(min(RENEW_EVERY, left))
            asked_at = self.clock.monotonic()
            try:
                async with asyncio.timeout(max(self._good_until - asked_at, 0.0)):
                    renewed = await self._lease()
            except Exception:  # the database is away; the lease may still hold for a while
                log.exception("%s: lease could not be renewed", self._name)
                self.state, self.problem = "trouble", AWAY
                continue
            if renewed is None or renewed.fence != lease.fence:
                self._good_until = asked_at
                break
            self._good_until = asked_at + LEASE.total_seconds()
            if self.problem == AWAY:
                self.state, self.problem = "serving", ""
        log.warning("%s: the lease is lost", self._name)

    async def _release(self) -> None:
        account, owner, left = self.transport.account, self.owner, dict(self._under_way)
        await self.transport.close()

        def let_go(work: Work) -> None:
            if left and work.accounts.holder(account).name == owner:  # else they are somebody else's by now
                work.inbox.give_back(left)
            work.accounts.release(account, owner)

        await self.store.transact(let_go)

    # -- serving -----------------------------------------------------------------------------------------------------

    async def _serve(self, lease: Lease) -> None:
        self.state = "opening"
        files_refused = self.conversation.files_refused
        dispatcher = Dispatcher(self.transport, self.store, self.clock, self._hear, files_refused, self._holds_lease)
        handler = self._handler(dispatcher)
        renewing = asyncio.create_task(self._renew_forever(lease))
        tasks = [renewing]
        try:
            await self.transport.open()
            if renewing.done():  # opening took longer than the lease
                return
            await dispatcher.recover(lease)
            self._dispatcher = dispatcher
            await self._well()
            tasks += [
                asyncio.create_task(receive(self.transport, self.store, self.clock, handler)),
                asyncio.create_task(handler.run()),
                asyncio.create_task(dispatcher.run(lease)),
            ]
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # raises what ended it
        finally:
            self._dispatcher = None
            await _end(tasks[1:])  # what is under way is finished while the lease is still renewed
            await _end(tasks[:1])
            await self.transport.close()

    def _handler(self, dispatcher: Dispatcher) -> Handler:
        return Handler(
            self.transport,
            self.store,
            self.clock,
            self.conversation,
            self.ring_all,
            dispatcher.along,
            self.handled,
            self._under_way,
        )

    async def _hear(self, trouble: str) -> None:
        """The network does not answer, or does again (""): replies and receiving go on trying all the while."""
        await (self._in_trouble(trouble) if trouble else self._well())

    async def _well(self) -> None:
        self.state, self.problem = "serving", ""
        self._waits.fine()
        account, untold = self.transport.account, self._untold

        def write(work: Work) -> None:
            if untold:
                work.accounts.missed(account, untold)
            work.accounts.trouble(account, "")

        await self.store.transact(write)
        self._untold = ""
        log.info("%s: serving", self._name)

    async def _in_trouble(self, problem: str) -> None:
        self.state, self.problem = "trouble", problem
        log.error("%s: %s", self._name, problem)
        account = self.transport.account
        try:
            await self.store.transact(lambda work: work.accounts.trouble(account, problem))
        except Exception:  # the log has it already; owners hear of it when it is over
            log.exception("%s: trouble could not be stored", self._name)
            self._untold = problem


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
