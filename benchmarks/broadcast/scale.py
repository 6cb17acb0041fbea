"""A million recipients: writing the rows, draining them, and the memory that takes; the network takes all at once."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.broadcast.outbox import deliver, house_at
from benchmarks.inbound.measuring import postgres
from benchmarks.report import Row
from bot.core.messages import Attachment, Batch, Receipt, Shipment
from bot.core.transport import Abilities
from tests.live.town import announce, enqueue, settle

MILLION, FEW, PART = 1_000_000, 10_000, 10_000
MB = 2**20


@dataclass
class Nothing:
    """The null network: takes everything at once. `watch` is called now and then with how many it took."""

    account: str = "telegram:1"
    abilities: Abilities = field(default_factory=lambda: Abilities(in_flight=256))
    taken: int = 0
    memory: list[tuple[int, int]] = field(default_factory=list)  # (taken, resident bytes)

    async def open(self) -> None:
        """Nothing to connect to."""

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """Nobody writes."""
        del cursor
        await asyncio.Event().wait()
        yield Batch(())

    async def send(self, shipment: Shipment) -> Receipt:
        """Taken."""
        self.taken += 1
        if self.taken % PART == 0:
            self.memory.append((self.taken, psutil.Process().memory_info().rss))
        return Receipt((str(shipment.id),))

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """Nobody sends pictures here."""
        raise LookupError(f"{attachment.ref}, {limit}")

    async def close(self) -> None:
        """Nothing to disconnect."""


async def _enqueued(url: str, folder: Path, count: int) -> tuple[float, float]:
    """Seconds, and growth of memory in MB."""
    async with house_at(url, folder) as house:
        settle(url, Nothing().account, count)
        number = await house.store.transact(announce)
        before, began = psutil.Process().memory_info().rss, time.monotonic()
        await enqueue(house.store, number)
        return time.monotonic() - began, (psutil.Process().memory_info().rss - before) / MB


async def _drained(url: str, folder: Path, network: Nothing, count: int) -> float:
    """Messages a second for the next so many of what waits."""
    async with house_at(url, folder) as house:
        to_come = (await house.store.read(lambda work: work.announcements.tally(1))).open
        began = time.monotonic()
        await deliver(house, network, 1, to_come - count)
        return network.taken / (time.monotonic() - began)


def growth(memory: list[tuple[int, int]]) -> float:
    """Percent by which memory grows from the first tenth to the end of a run."""
    settled = [rss for taken, rss in memory if taken >= memory[-1][0] // 10]
    return (settled[-1] - settled[0]) / settled[0] * 100 if settled else float("nan")


def measure() -> list[Row]:
    """All of it; about a quarter of an hour."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        few, many = f"sqlite:///{folder}/few.db", f"sqlite:///{folder}/many.db"
        asyncio.run(_enqueued(few, folder, FEW))
        seconds, grown = asyncio.run(_enqueued(many, folder, MILLION))
        with postgres(folder) as url:
            elsewhere, _ = asyncio.run(_enqueued(url, folder, MILLION))
        fast = asyncio.run(_drained(few, folder, Nothing(), FEW))
        deep = asyncio.run(_drained(many, folder, Nothing(), FEW))
        network = Nothing()
        asyncio.run(_drained(many, folder, network, MILLION - FEW))
    return [
        Row("enqueue 1,000,000, SQLite", seconds, "s", at_most=20.0),
        Row("enqueue 1,000,000, PostgreSQL", elsewhere, "s", at_most=40.0),
        Row("enqueue 1,000,000: memory growth", grown, "MB", at_most=20.0),
        Row("drain at 1,000,000 rows against 10,000", deep / fast, "x", at_least=0.6),
        Row("drain at 1,000,000 rows, null network", deep, "1/s"),
        Row("run of 1,000,000, null network: memory growth", growth(network.memory), "%", at_most=5.0),
    ]
