"""A million recipients: writing the rows, draining them, and the memory that takes; the network takes all at once.

Every figure is measured in a fresh process, so that no memory that was used before hides what grows.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

import psutil

from benchmarks.broadcast.outbox import deliver, house_at
from benchmarks.databases import postgres
from benchmarks.report import Row
from bot.core.messages import Attachment, Batch, Receipt, Shipment
from bot.core.transport import Abilities
from bot.domain.announcements.announcement import AnnouncementState as S
from tests.live.town import announce, enqueue, settle

MILLION, FEW, PART = 1_000_000, 10_000, 2_000
MB = 2**20
ROUNDS = 3


@dataclass
class Nothing:
    """The null network: takes everything at once. `watch` is called now and then with how many it took."""

    account: str = "telegram:1"
    weather: str = ""
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

    async def probe(self) -> None:
        """It always answers."""

    async def fetch(self, attachment: Attachment, limit: int) -> bytes:
        """Nobody sends pictures here."""
        raise LookupError(f"{attachment.ref}, {limit}")

    async def close(self) -> None:
        """Nothing to disconnect."""


async def _enqueue(url: str, folder: Path) -> tuple[float, float]:
    """Seconds, and growth of memory in MB."""
    async with house_at(url, folder) as house:
        number = await house.store.transact(announce)
        before, began = psutil.Process().memory_info().rss, time.monotonic()
        await enqueue(house.store, number)
        return time.monotonic() - began, (psutil.Process().memory_info().rss - before) / MB


def enqueued(url: str, folder: Path) -> tuple[float, float]:
    """Another announcement is written for everybody: seconds, and growth of memory in MB."""
    return asyncio.run(_enqueue(url, folder))


async def _drain(url: str, folder: Path, count: int, since: float) -> tuple[float, float]:
    """Messages a second for the next so many of what waits, and by how many percent memory grows."""
    network = Nothing()
    async with house_at(url, folder) as house:
        now = house.clock.now()
        for other in range(2, ROUNDS + 1):  # written to be measured; only the first one is sent
            await house.store.transact(lambda work, n=other: work.announcements.move(n, S.PAUSED, (S.SENDING,), now))
        to_come = (await house.store.read(lambda work: work.announcements.tally(1))).open
        began = time.monotonic()
        await deliver(house, network, 1, max(to_come - count, 0))
        return network.taken / (time.monotonic() - began), growth(network.memory, since)


def drained(url: str, folder: Path, count: int, since: float = 0.1) -> tuple[float, float]:
    """So many copies of the first announcement go out: messages a second, and growth of memory in percent, from when so
    much of the run is over.
    """
    return asyncio.run(_drain(url, folder, count, since))


async def _open(url: str, folder: Path) -> None:
    async with house_at(url, folder):
        pass


def settled(url: str, folder: Path, count: int) -> None:
    """A database with so many who follow."""
    asyncio.run(_open(url, folder))
    settle(url, Nothing().account, count)


def growth(memory: list[tuple[int, int]], since: float) -> float:
    """Percent by which memory grows from then to the end of a run."""
    settled = [rss for taken, rss in memory if taken >= memory[-1][0] * since]
    return (settled[-1] - settled[0]) / settled[0] * 100 if settled else float("nan")


P = ParamSpec("P")
T = TypeVar("T")


def alone(fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run it in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(fn, *args, **kwargs).result()


def _rounds(url: str, folder: Path) -> tuple[float, float]:
    """The medians of three announcements being written one after the other for the same million."""
    rounds = [alone(enqueued, url, folder) for _ in range(ROUNDS)]
    return statistics.median(seconds for seconds, _ in rounds), statistics.median(grown for _, grown in rounds)


def measure() -> list[Row]:
    """All of it; about half an hour."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        few, many = f"sqlite:///{folder}/few.db", f"sqlite:///{folder}/many.db"
        alone(settled, few, folder, FEW)
        alone(enqueued, few, folder)
        alone(settled, many, folder, MILLION)
        seconds, grown = _rounds(many, folder)
        with postgres(folder) as url:
            alone(settled, url, folder, MILLION)
            elsewhere, grown_there = _rounds(url, folder)
        fast, _ = alone(drained, few, folder, FEW)
        deep, _ = alone(drained, many, folder, FEW)
        _, over_the_run = alone(drained, many, folder, MILLION - FEW)
    return [
        Row("enqueue 1,000,000, SQLite", seconds, "s", at_most=20.0),
        Row("enqueue 1,000,000, PostgreSQL", elsewhere, "s", at_most=40.0),
        Row("enqueue 1,000,000, SQLite: memory growth", grown, "MB", at_most=20.0),
        Row("enqueue 1,000,000, PostgreSQL: memory growth", grown_there, "MB", at_most=20.0),
        Row("drain at 1,000,000 rows against 10,000", deep / fast, "x", at_least=0.6),
        Row("drain at 1,000,000 rows, null network", deep, "1/s"),
        Row("run of 1,000,000, null network: memory growth after the first tenth", over_the_run, "%", at_most=5.0),
    ]
