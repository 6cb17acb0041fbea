"""Our own way in as it runs in production: `receive`, the inbox, `Handler`, the real routes, the real database.

A wave is one message of every person. While persons read and choose, the clock stands still.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from benchmarks.inbound.persons import Act, Somebody, Types
from benchmarks.inbound.spent import Spent, Stopwatch
from bot.core.messages import Attachment, Batch, Choice, Incoming, Kind, Press, Receipt, Shipment
from bot.core.ports import Lease, Work
from bot.core.running.dispatching import Dispatcher
from bot.core.running.handling import Handler
from bot.core.running.receiving import receive
from bot.core.transport import Abilities
from bot.parts.house import House, settle_in
from config.settings import DatabaseSettings, Settings

ACCOUNT = "telegram:1"
BATCH = 100
"""Most updates one getUpdates hands out (Bot API)."""

IN_FLIGHT = 256
"""Sends at once: where Telegram's throughput ends (measured, see the Telegram adapter)."""

WAVE_MOST = 120.0
"""Seconds after which a wave is given up."""


@dataclass
class Feed:
    """A network that has everything ready and takes everything at once; what it was last offered is what people tap."""

    account: str = ACCOUNT
    weather: str = ""
    abilities: Abilities = field(default_factory=lambda: Abilities(in_flight=IN_FLIGHT, closes_questions=True))
    waiting: asyncio.Queue[Batch] = field(default_factory=asyncio.Queue)
    offered: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    async def open(self) -> None:
        """Nothing to connect to."""

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """What `waiting` holds."""
        del cursor
        while True:
            yield await self.waiting.get()

    async def send(self, shipment: Shipment) -> Receipt:
        """Taken."""
        if shipment.outgoing.choices:
            self.offered[shipment.address] = shipment.outgoing.choices
        return Receipt(shipment.edits or (str(shipment.id),))

    async def probe(self) -> None:
        """It always answers."""

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """Nobody sends pictures here."""
        raise LookupError(f"{attachment.ref}, {limit}")

    async def close(self) -> None:
        """Nothing to disconnect."""


@dataclass
class Ours:
    """One process of ours. `sending`: the dispatcher works while the clock runs, else only between the waves."""

    house: House
    feed: Feed
    lease: Lease
    sending: bool = False
    position: int = 0
    unhandled: int = 0
    handled: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, persons: list[Somebody]) -> Spent:
        """Everybody joins, wave by wave. RuntimeError if somebody is not a member at the end."""
        before = await self.house.store.read(lambda work: work.members.count())
        scripts = [(person, list(person.acts())) for person in persons]
        spent = Spent(0, 0.0, 0.0)
        for step in range(max(len(acts) for _, acts in scripts)):
            wave = [self._message(person, acts[step]) for person, acts in scripts if step < len(acts)]
            spent += await self._wave(wave)
        joined = await self.house.store.read(lambda work: work.members.count()) - before
        if joined != len(persons):
            raise RuntimeError(f"of {len(persons)} persons {joined} joined: their script does not fit the dialogue")
        return spent

    def count(self, messages: int) -> None:
        """So many messages more are handled and committed."""
        self.unhandled -= messages
        if self.unhandled <= 0:
            self.handled.set()

    async def _wave(self, messages: list[Incoming]) -> Spent:
        parts = [messages[at : at + BATCH] for at in range(0, len(messages), BATCH)]
        self.unhandled = len(messages)
        self.handled.clear()
        watch = Stopwatch()
        outgoing = asyncio.create_task(self._deliver()) if self.sending else None
        for part in parts:
            self.feed.waiting.put_nowait(Batch(tuple(part), str(part[-1].position)))
        await asyncio.wait_for(self.handled.wait(), WAVE_MOST)
        if outgoing is not None:
            await outgoing
            return watch.stop(len(messages))
        spent = watch.stop(len(messages))
        await self._deliver()
        return spent

    async def _deliver(self) -> None:
        """Dispatch until everything is handled and nothing is left to send."""
        dispatcher = Dispatcher(self.feed, self.house.store, self.house.clock)
        running = asyncio.create_task(dispatcher.run(self.lease))
        try:
            async with asyncio.timeout(WAVE_MOST):
                while not self.handled.is_set() or await self.house.store.read(_under_way):
                    dispatcher.ring()
                    await asyncio.wait([running], timeout=0.01)
                    if running.done():
                        running.result()  # raises what ended it
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    def _message(self, person: Somebody, act: Act) -> Incoming:
        self.position += 1
        address = str(person.chat)
        typed = isinstance(act, Types)
        return Incoming(
            account=ACCOUNT,
            event=str(self.position),
            address=address,
            sender=address,
            kind=Kind.TEXT if typed else Kind.PRESS,
            at=datetime.now(UTC),
            position=self.position,
            text=act.words if isinstance(act, Types) else "",
            press=None if isinstance(act, Types) else Press(self.feed.offered[address][act.at].token, "1"),
            language="de",
        )


@asynccontextmanager
async def ours(url: str, folder: Path, *, sending: bool = False) -> AsyncIterator[Ours]:
    """Our assistant on an empty database, receiving and handling."""
    settings = Settings.model_construct(
        alliance="loerrach", erasures_file=folder / "erased.txt", database=DatabaseSettings(url=SecretStr(url))
    )
    house, feed = House.build(settings), Feed()
    await house.store.start()
    now = house.clock.now()
    lease = await house.store.transact(lambda work: work.accounts.lease(ACCOUNT, "bench", now, now + timedelta(days=1)))
    if lease is None:
        raise RuntimeError("the database is not empty: somebody holds the account")
    settle_in()
    running = Ours(house, feed, lease, sending)
    handler = Handler(
        feed,
        house.store,
        house.clock,
        house.conversation((feed,)),
        ring_all=lambda: None,
        alongside=house.store.transact,
        handled=running.count,
    )
    tasks = [
        asyncio.create_task(handler.run()),
        asyncio.create_task(receive(feed, house.store, house.clock, handler)),
    ]
    try:
        yield running
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await house.store.close()


def _under_way(work: Work) -> int:
    return sum(count for (_, state), count in work.ledger.tally().items() if state in {"queued", "sending"})
