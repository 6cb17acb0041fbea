"""Sending simulated: the real dispatcher over a ledger in memory, in a loop whose time passes as fast as it can."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from bot.core.messages import Outgoing
from bot.core.ports import Delivery, Lane, Lease, Settlement, State
from bot.core.running.chains import Sorry
from bot.core.running.dispatching import Dispatcher
from tests.wire import Wire

BEGAN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class _Skipping(selectors.DefaultSelector):
    """Nobody calls from outside: instead of waiting the clock is put forward."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        found = super().select(0)
        if not found and timeout is not None and timeout > 0:
            self.now += timeout
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.now + 1000.0


def simulate(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a scene to its end in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(scene())


class LoopClock:
    """The loop's clock, as the core asks for it."""

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.monotonic() - 1000)

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()


@dataclass
class Row:
    delivery: Delivery
    not_before: datetime
    state: State = State.QUEUED


@dataclass
class MemoryLedger:
    """As much of the ledger as a dispatcher sees. `rates` are those of slowed announcements; a higher `fence` is a new
    holder, who is sending everything that is under way.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    queued: set[int] = field(default_factory=set)
    rates: dict[int, float] = field(default_factory=dict)
    claims: int = 0
    fence: int = 1

    def put(self, outgoing: Outgoing, lane: Lane, now: datetime, announcement: int | None = None, **more: Any) -> int:
        number = len(self.rows) + 1
        contact = more.pop("contact", number)
        row = Delivery(number, contact, str(contact), lane, "de", outgoing, 0, (), (), None, announcement)
        self.rows[number] = Row(replace(row, **more), now)
        self.queued.add(number)
        return number

    def claim(
        self,
        account: str,
        fence: int,
        lanes: Sequence[Lane],
        limit: int,
        busy: Sequence[int],
        now: datetime,
        rooms: Mapping[tuple[int, float], int],
    ) -> list[Delivery]:
        found: list[Delivery] = []
        taken, left = set(busy), dict(rooms)
        for number in sorted(self.queued, key=self._turn):
            row = self.rows[number]
            one, rate = row.delivery, self.rates.get(row.delivery.announcement or 0, 0.0)
            due = row.not_before <= now and one.lane in lanes
            if not due or one.contact in taken or len(found) >= limit:
                continue
            key = (one.announcement or 0, rate)
            if rate and left.setdefault(key, max(1, int(rate * 0.1))) <= 0:
                continue
            if rate:
                left[key] -= 1
            taken.add(one.contact)
            row.state, self.claims = State.SENDING, self.claims + 1
            self.queued.discard(number)
            found.append(replace(one, rate=rate, first_try_at=one.first_try_at or now))
            row.delivery = replace(one, attempts=one.attempts + 1, first_try_at=one.first_try_at or now)
        return found

    def _turn(self, number: int) -> tuple[Lane, datetime, int]:
        return self.rows[number].delivery.lane, self.rows[number].not_before, number

    def settle(self, settlements: Iterable[Settlement], now: datetime, lease: Lease | None = None) -> None:
        lost = lease is not None and lease.fence != self.fence
        for one in settlements:
            row = self.rows[one.delivery]
            if lost and row.state is not State.UNCERTAIN and one.state is not State.SENT:
                continue
            row.state, row.not_before = one.state, one.not_before or row.not_before
            if row.state is State.QUEUED:
                self.queued.add(one.delivery)
            if not one.counts_as_try:
                row.delivery = replace(row.delivery, attempts=row.delivery.attempts - 1)

    def left_behind(self, account: str, fence: int | None = None) -> list[Delivery]:
        return [row.delivery for row in self.rows.values() if row.state is State.SENDING]

    def count(self, state: State) -> int:
        return sum(row.state is state for row in self.rows.values())


@dataclass
class Sending:
    """A dispatcher at work on a wire. `told` is what it said about the network, with the second it said so."""

    wire: Wire
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    clock: LoopClock = field(default_factory=LoopClock)
    told: list[tuple[float, str]] = field(default_factory=list)
    after_commit: Callable[[], None] = lambda: None
    sorry: Sorry = lambda words, _language: words
    lease_is_held: bool = True

    async def transact(self, fn: Callable[[Any], Any]) -> Any:
        await asyncio.sleep(0.002)
        result = fn(self)
        self.after_commit()
        return result

    async def tell(self, problem: str) -> None:
        self.told.append((self.seconds, problem))

    @property
    def seconds(self) -> float:
        return self.clock.monotonic() - 1000

    async def __aenter__(self) -> Self:
        self.dispatcher = Dispatcher(self.wire, self, self.clock, self.tell, self.sorry, lambda: self.lease_is_held)
        self.task = asyncio.create_task(self.dispatcher.run(Lease(self.wire.account, 1, BEGAN)))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)

    def queue(self, count: int, lane: Lane = Lane.ANNOUNCEMENT, announcement: int | None = 1, **more: Any) -> None:
        outgoing = more.pop("outgoing", Outgoing("news"))
        for _ in range(count):
            self.ledger.put(outgoing, lane, self.clock.now(), announcement, **more)

    async def replies(self, every: float) -> None:
        """People keep writing and are answered, for ever."""
        while True:
            await asyncio.sleep(every)
            self.queue(1, Lane.REPLY, None, outgoing=Outgoing("reply"))
            self.dispatcher.ring()

    def sent(self, words: str = "news") -> int:
        return sum(shipment.outgoing.text == words for shipment in self.wire.sent)
