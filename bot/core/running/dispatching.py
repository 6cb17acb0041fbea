"""Sends what the ledger holds for one account: each round records receipts and claims more, in one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.core.delivery import Outcome, PutBack, after
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef
from bot.core.pace.waits import Doubling
from bot.core.ports import Clock, Delivery, Lease, Settlement, Store, Work
from bot.core.running.bell import Bell
from bot.core.running.chains import Chains, Sorry
from bot.core.running.paces import HORIZON
from bot.core.running.rounds import Round
from bot.core.transport import Transport

log = logging.getLogger(__name__)

T = TypeVar("T")
Tell = Callable[[str], Awaitable[None]]

RECORD_EVERY = 0.05
"""Seconds that a receipt waits for others, unless a round comes by anyway: 25-34 thousand acks a second need batches
(measured).
"""

RECORD_MANY = 32
"""Receipts that wait for no others. A contact holds its place in flight until its receipt is recorded: if all of them
wait, all are sent at once, and a third of the time nothing is on its way (measured: 1,800 instead of 3,400 a second).
"""

LOOK_EVERY = 1.0
"""Seconds after which the ledger is looked at without having been woken."""

AGAIN_FIRST, AGAIN_MOST = 0.1, 10.0
"""Seconds between tries to record the last receipts while the database is away."""


async def nobody(_problem: str) -> None:
    """Nobody wants to hear of trouble."""


def always() -> bool:
    """A lease that nobody else can take."""
    return True


class Dispatcher:
    """The only sender of its account, and as long as the lease is `held`. `tell` hears when the network does not answer
    (any more), and "" when it does again; `sorry` puts words in the place of files that a network refused.
    """

    def __init__(
        self,
        transport: Transport,
        store: Store,
        clock: Clock,
        tell: Tell = nobody,
        sorry: Sorry = lambda words, _language: words,
        held: Callable[[], bool] = always,
    ) -> None:
        self._transport = transport
        self._store = store
        self._clock = clock
        self._bell = Bell()
        self._chains = Chains(transport, clock, self._settle, self._load, self._known, sorry, held)
        self._settled: list[Settlement] = []
        self._lease: Lease | None = None
        self._tell = tell
        self._told = ""
        self._mislaid = False  # a round may have claimed what nobody knows of
        self._turn = asyncio.Lock()  # one round at a time: the next must know what this one has claimed

    def ring(self) -> None:
        """Something may be due."""
        self._bell.ring()

    async def recover(self, lease: Lease) -> None:
        """Decide about what a dead process left behind. Called once, before `run`, by the holder of the lease."""
        count = await self._decide(lease, self._chains.left_behind)
        if count:
            log.warning("%s: %d deliveries were under way when the last process ended", self._network, count)

    async def _decide(self, lease: Lease, outcome: Callable[[Delivery], Outcome]) -> int:
        """What becomes of all that is marked as under way and is not."""
        now, known = self._clock.now(), self._chains.ids
        memory = self._transport.abilities.idempotent_for

        def decide(work: Work) -> int:
            rows = [row for row in work.ledger.left_behind(lease.account, lease.fence) if row.id not in known]
            work.ledger.settle([after(outcome(row), row, now, memory) for row in rows], now)
            return len(rows)

        return await self._store.transact(decide)

    async def run(self, lease: Lease) -> None:
        """Dispatch until cancelled. Raises AccountProblem when the network refuses the account itself."""
        self._lease = lease
        try:
            while self._chains.account_problem is None:
                self._bell.clear()
                async with self._turn:
                    await self._round(lease, lambda _work: None)
                await self._tell_of_trouble()
                await self._bell.wait(LOOK_EVERY)
            raise self._chains.account_problem
        finally:
            self._lease = None
            await self._drain(lease)

    async def _tell_of_trouble(self) -> None:
        trouble = self._chains.trouble or self._transport.weather
        if trouble != self._told:
            self._told = trouble
            await self._tell(trouble)

    async def along(self, fn: Callable[[Work], T]) -> T:
        """Run somebody else's function in one transaction with a round, so that what it queues leaves with its commit.

        While a round is under way the two do not wait for each other: the function runs alone, the next round follows.
        """
        if self._lease is None or self._turn.locked():
            result = await self._store.transact(fn)
            self._bell.ring()
            return result
        async with self._turn:
            return await self._round(self._lease, fn)

    @property
    def _network(self) -> str:
        return self._transport.account.partition(":")[0]

    # -- rounds ------------------------------------------------------------------------------------------------------

    async def _round(self, lease: Lease, fn: Callable[[Work], T]) -> T:
        """A round, and the function between its recording and its claiming: it sees what was sent, we what it wrote."""
        if self._mislaid:
            await self._put_back_mislaid(lease)
        plan = self._plan(lease)

        def work_off(work: Work) -> tuple[T, list[Delivery]]:
            plan.record(work)
            return fn(work), plan.claim(work)

        doing = asyncio.ensure_future(self._store.transact(work_off))
        try:
            result, rows = await asyncio.shield(doing)
        except asyncio.CancelledError:
            await self._let_finish(plan, doing)
            raise
        except Exception:
            self._settled[:0] = plan.settled
            self._mislaid = True
            self._bell.ring_in(RECORD_EVERY)
            raise
        self._chains.recorded(plan.settled)
        self._chains.start(rows)
        self._look_again(plan, rows)
        return result

    async def _put_back_mislaid(self, lease: Lease) -> None:
        """A round whose commit is unknown may have claimed rows that were never handed to us, nor to the network."""
        if count := await self._decide(lease, lambda _row: PutBack()):
            log.warning("%s: %d deliveries had been claimed without our knowing", self._network, count)
        self._mislaid = False

    def _plan(self, lease: Lease) -> Round:
        settled, self._settled = self._settled, []
        chains, over = self._chains, self._chains.over_with(settled)
        places = chains.free(over), chains.unasked(), chains.busy(over)
        return Round(lease, settled, *places, self._clock.now(), chains.rooms())

    async def _let_finish(self, plan: Round, doing: asyncio.Future[tuple[T, list[Delivery]]]) -> None:
        """Told to stop in the middle of a round, which is committed all the same: nothing of it has been sent."""
        try:
            _, rows = await doing
        except Exception:  # noqa: BLE001 - what is known is recorded at the end
            self._settled[:0] = plan.settled
            self._mislaid = True
            return
        self._chains.recorded(plan.settled)
        for row in rows:
            self._chains.settle(row, PutBack())

    def _look_again(self, plan: Round, rows: list[Delivery]) -> None:
        """When more may be due: at once if the look was cut off, soon if the pacer was asked for more than it had."""
        if 0 < plan.free <= len(rows) and self._chains.free(set()) > 0:
            self._bell.ring()
        if plan.unasked < plan.free and len(rows) >= plan.unasked and self._chains.under_way:
            self._bell.ring_in(HORIZON / 2)
        if (pause := self._chains.pause()) is not None:
            self._bell.ring_in(max(pause, 0.01))

    def _settle(self, settlement: Settlement) -> None:
        self._settled.append(settlement)
        many = len(self._settled) >= RECORD_MANY
        self._bell.ring_in(0.0 if many or self._chains.account_problem else RECORD_EVERY)

    async def _load(self, file: FileRef) -> bytes:
        """A file's bytes, read only where the network does not have it yet."""
        try:
            found = await self._store.read(lambda work: work.files.get(file.id))
        except Exception:  # the database is away: nothing has been sent, so it is tried again
            log.exception("%s: file %d could not be read", self._network, file.id)
            raise DeliveryProblem(Verdict.UNSENT, "the file could not be read", ours=True) from None
        if found is None:
            raise DeliveryProblem(Verdict.REFUSED, "the file is no longer kept")
        return found[1]

    async def _known(self, file: FileRef) -> str:
        """What the network calls it since an earlier process; "" also while the database is away: it goes up again."""
        account = self._transport.account
        try:
            return await self._store.read(lambda work: work.files.uploaded(account, file.id))
        except Exception:
            log.exception("%s: nobody knows whether file %d is there", self._network, file.id)
            return ""

    # -- ending ------------------------------------------------------------------------------------------------------

    async def _drain(self, lease: Lease) -> None:
        """Finish what is under way, then record what is known; a round in somebody's transaction ends first."""
        async with self._turn:
            await self._chains.finish()
            self._bell.stop()
            await self._record(lease)

    async def _record(self, lease: Lease) -> None:
        """Again and again while the database is away: what was sent must be recorded before anything else is."""
        batch, now, waits = self._settled, self._clock.now(), Doubling(AGAIN_FIRST, AGAIN_MOST)
        while batch or self._mislaid:
            try:
                await self._store.transact(lambda work: work.ledger.settle(batch, now, lease))
                self._chains.recorded(batch)
                if self._mislaid:
                    await self._put_back_mislaid(lease)
            except Exception:
                log.exception("%s: receipts could not be stored, trying again", self._network)
                await asyncio.sleep(waits.next())
            else:
                return
