"""Sends what the ledger holds for one account: claims, paces, sends, and records receipts in batches."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.core.delivery import LeftBehind, Outcome, PutBack, after
from bot.core.errors import AccountProblem, DeliveryProblem, Verdict
from bot.core.messages import FileRef, Shipment
from bot.core.pacing import Pacer
from bot.core.ports import Clock, Delivery, Lane, Lease, Settlement, State, Store, Work
from bot.core.transport import Transport

log = logging.getLogger(__name__)

UNASKED = (Lane.CHECK_IN, Lane.ANNOUNCEMENT)
RECORD_EVERY = 0.025
"""Seconds between two batches of receipts: 25-34 thousand acks a second need batches (measured), people need
answers.
"""

HORIZON = 0.1
"""Seconds of unasked messages claimed ahead: what a crash leaves uncertain is never more than this and in flight."""

STALE = 1.0
"""Seconds after which a claim that waited for the pacer is given back: whoever said STOPP meanwhile is heard."""

LOOK_EVERY = 1.0
"""Seconds after which the ledger is looked at without having been woken."""

DRAIN = 5.0
"""Seconds that messages under way get to finish when the process is asked to stop."""

RESERVED = 4
"""Places in flight kept free for replies while unasked messages are under way."""


class Dispatcher:
    """The only sender of its account while the lease holds."""

    def __init__(self, transport: Transport, store: Store, clock: Clock) -> None:
        self._transport = transport
        self._store = store
        self._clock = clock
        self._abilities = transport.abilities
        self._pacer = Pacer(self._abilities.rate, clock.monotonic)
        self._bell = asyncio.Event()
        self._sending: dict[int, asyncio.Task[None]] = {}  # by contact (orphans by negative delivery id)
        self._pacing: set[int] = set()  # those of `_sending` that wait for their slot
        self._held: dict[int, float] = {}  # contact -> monotonic moment it may be written to again
        self._settled: list[Settlement] = []
        self._record_bell = asyncio.Event()
        self._stopping = False
        self._account_problem: AccountProblem | None = None

    def ring(self) -> None:
        """Something may be due."""
        self._bell.set()

    async def recover(self) -> None:
        """Decide about what a dead process left behind. Called once, before `run`, by the holder of the lease."""
        now = self._clock.now()
        account, memory = self._transport.account, self._abilities.idempotent_for

        def decide(work: Work) -> int:
            rows = work.ledger.left_behind(account)
            work.ledger.settle([after(LeftBehind(), row, now, memory) for row in rows], now)
            return len(rows)

        count = await self._store.transact(decide)
        if count:
            log.warning("%s: %d deliveries were under way when the last process ended", self._network, count)

    async def run(self, lease: Lease) -> None:
        """Dispatch until cancelled. Raises AccountProblem when the network refuses the account itself."""
        recorder = asyncio.create_task(self._record_forever())
        try:
            while self._account_problem is None:
                self._bell.clear()
                found = await self._round(lease)
                if not found:
                    await self._wait()
            raise self._account_problem
        finally:
            await self._drain(recorder)

    @property
    def _network(self) -> str:
        return self._transport.account.partition(":")[0]

    # -- claiming ----------------------------------------------------------------------------------------------------

    async def _round(self, lease: Lease) -> int:
        """Claim what may go out now, replies first, in one transaction; returns how many."""
        free = self._abilities.in_flight - len(self._sending)
        if free <= 0:
            return 0
        busy = [contact for contact in self._sending if contact > 0] + self._on_hold()
        unasked, now = min(free - RESERVED, self._pacer.budget(HORIZON)), self._clock.now()

        def claim(work: Work) -> list[Delivery]:
            account, fence = lease.account, lease.fence
            rows = list(work.ledger.claim(account, fence, (Lane.REPLY,), free, busy, now))
            if (room := min(unasked, free - RESERVED - len(rows))) > 0:
                taken = [*busy, *(row.contact for row in rows)]
                rows += work.ledger.claim(account, fence, UNASKED, room, taken, now)
            return rows

        claiming = asyncio.ensure_future(self._store.transact(claim))
        try:
            rows = await asyncio.shield(claiming)
        except asyncio.CancelledError:
            await self._put_back(claiming)
            raise
        for row in rows:
            self._sending[_key(row)] = asyncio.create_task(self._send(row))
        return len(rows)

    async def _put_back(self, claiming: asyncio.Future[list[Delivery]]) -> None:
        """Told to stop in the middle of a claim, which is committed all the same: nothing of it has been sent."""
        with contextlib.suppress(Exception):  # then nothing was claimed
            for row in await claiming:
                self._settle(row, PutBack())

    def _on_hold(self) -> list[int]:
        now = self._clock.monotonic()
        self._held = {contact: until for contact, until in self._held.items() if until > now}
        return list(self._held)

    async def _wait(self) -> None:
        account = self._transport.account
        due = await self._store.read(lambda work: work.ledger.next_due(account))
        seconds = LOOK_EVERY
        if due is not None and not self._sending:
            seconds = min(max((due - self._clock.now()).total_seconds(), 0.01), LOOK_EVERY)
        try:
            async with asyncio.timeout(seconds):  # wait_for may swallow being cancelled (Python 3.11)
                await self._bell.wait()
        except TimeoutError:
            return

    # -- sending -----------------------------------------------------------------------------------------------------

    async def _send(self, row: Delivery) -> None:
        outcome: Outcome
        handed_over = False
        try:
            if row.lane in UNASKED and not await self._slot(row):
                self._settle(row, PutBack())
                return
            handed_over = True
            outcome = await self._transport.send(self._shipment(row))
        except DeliveryProblem as problem:
            outcome = problem
        except asyncio.CancelledError:
            outcome = LeftBehind() if handed_over else PutBack()
        except Exception:  # a bug in an adapter must not stop the others; the message may be out
            log.exception("%s: sending delivery %d failed unexpectedly", self._network, row.id)
            outcome = DeliveryProblem(Verdict.UNCERTAIN, "unexpected error while sending")
        self._note(row, outcome)
        self._settle(row, outcome)

    def _shipment(self, row: Delivery) -> Shipment:
        unasked = row.lane in UNASKED
        return Shipment(
            row.id, row.address, row.outgoing, row.language, row.refs, row.edits, load=self._load, unasked=unasked
        )

    async def _load(self, file: FileRef) -> bytes:
        """A file's bytes, read only where the network does not have it yet."""
        try:
            found = await self._store.read(lambda work: work.files.get(file.id))
        except Exception:  # the database is away: nothing has been sent, so it is tried again
            log.exception("%s: file %d could not be read", self._network, file.id)
            raise DeliveryProblem(Verdict.UNSENT, "the file could not be read") from None
        if found is None:
            raise DeliveryProblem(Verdict.REFUSED, "the file is no longer kept")
        return found[1]

    async def _slot(self, row: Delivery) -> bool:
        """Wait for the pacer. False if that took so long that the person's wishes must be asked about again."""
        claimed_at = self._clock.monotonic()
        self._pacing.add(_key(row))
        await self._pacer.slot()
        self._pacing.discard(_key(row))
        return self._clock.monotonic() - claimed_at <= STALE

    def _settle(self, row: Delivery, outcome: Outcome) -> None:
        self._settled.append(after(outcome, row, self._clock.now(), self._abilities.idempotent_for))
        self._record_bell.set()

    def _note(self, row: Delivery, outcome: Outcome) -> None:
        """What an outcome means beyond its own delivery."""
        if not isinstance(outcome, DeliveryProblem):
            return
        log.info("%s: delivery %d: %s", self._network, row.id, outcome)
        if outcome.verdict is Verdict.THROTTLED:
            if row.contact:  # without one, the row waits by itself
                self._held[row.contact] = self._clock.monotonic() + outcome.retry_after
            if row.lane in UNASKED and not outcome.alone:
                self._pacer.pause(outcome.retry_after)
        elif outcome.verdict is Verdict.ACCOUNT:
            self._account_problem = AccountProblem(outcome.detail)

    # -- recording ---------------------------------------------------------------------------------------------------

    async def _record_forever(self) -> None:
        while not self._stopping:
            await self._record_bell.wait()
            await asyncio.sleep(RECORD_EVERY if len(self._settled) > 1 or len(self._sending) > 1 else 0)
            self._record_bell.clear()
            await self._record()

    async def _record(self) -> None:
        batch, self._settled = self._settled, []
        if not batch:
            return
        now = self._clock.now()
        wait = 0.1
        while True:
            try:
                await self._store.transact(lambda work: work.ledger.settle(batch, now))
                break
            except Exception:  # the database is away: what was sent must be recorded before anything else is
                log.exception("%s: receipts could not be stored, trying again", self._network)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 10.0)
        for settlement in batch:
            key = settlement.contact or -settlement.delivery
            self._sending.pop(key, None)
            self._pacing.discard(key)
            if settlement.state is State.QUEUED and settlement.not_before is not None and settlement.contact:
                hold = (settlement.not_before - now).total_seconds()
                self._held[settlement.contact] = max(
                    self._held.get(settlement.contact, 0.0), self._clock.monotonic() + hold
                )
        self._bell.set()

    async def _drain(self, recorder: asyncio.Task[None]) -> None:
        """Put back what waits for its slot, let what is in flight finish for a moment, then record what is known."""
        for key in self._pacing:
            self._sending[key].cancel()
        running = [task for task in self._sending.values() if not task.done()]
        if running:
            _, late = await asyncio.wait(running, timeout=DRAIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._stopping = True
        self._record_bell.set()
        await recorder
        await self._record()


def _key(row: Delivery) -> int:
    """One delivery under way per contact; a farewell has none and stands for itself."""
    return row.contact or -row.id
