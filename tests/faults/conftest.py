"""A small world for faults: the real core on a real SQLite file, with a scripted network and a few tiny routes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.messages import Outgoing
from bot.core.ports import Lane, Work
from bot.core.routing import Command, Fallback, Routes, Words
from bot.core.running.serving import Service
from bot.core.talking.conversation import Conversation
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.parts.clock import SystemClock
from config.profile import load_alliance
from config.texts import FluentTexts
from handlers import ROUTES as HANDLERS
from storage import DatabaseStore, open_store
from tests.fakes.telegram import FakeTelegram
from tests.stage import Stage, StageClock
from tests.wire import Wire


def echo(visit: Visit) -> None:
    """Say back what was written."""
    visit.say(text("plain-words", words=visit.incoming.text))


def stop(visit: Visit) -> None:
    visit.work.people.set_news(visit.person.id, wanted=False)


def boom(visit: Visit, rest: str) -> None:
    raise RuntimeError(f"a bug in a handler: {len(rest)}")


ROUTES = Routes((Fallback(echo), Command({"de": ("kaputt",)}, boom, None), Words(("stopp",), stop)))


@dataclass
class World:
    store: DatabaseStore
    wire: Wire
    conversation: Conversation
    handled: int = 0
    running: list[asyncio.Task[None]] = field(default_factory=list)

    def start(self, owner: str = "one") -> Service:
        service = Service(self.wire, self.store, SystemClock(), self.conversation, owner)
        service.ring_all = service.ring
        service.handled = self._count
        self.running.append(asyncio.create_task(service.run()))
        return service

    def _count(self, messages: int) -> None:
        self.handled += messages

    async def until(self, holds: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait for something to become true, at most so long."""
        for _ in range(int(seconds / 0.01)):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"did not happen within {seconds} s; sent: {[s.outgoing.text for s in self.wire.sent]}")

    async def queue(self, address: str, words: str, lane: Lane = Lane.REPLY) -> None:
        """Put a message into the ledger for this address."""

        def write(work: Work) -> None:
            now = SystemClock().now()
            found = work.people.find(self.wire.account, [address])
            _, contact = found.get(address) or work.people.meet(self.wire.account, address, "de", now)
            work.ledger.add(contact.id, Outgoing(words), lane, now)

        await self.store.transact(write)

    async def states(self) -> dict[str, int]:
        tally = await self.store.read(lambda work: dict(work.ledger.tally()))
        return {state: number for (_, state), number in tally.items() if number}

    async def until_states(self, wanted: dict[str, int]) -> None:
        """Wait until the ledger has exactly these numbers per state."""
        for _ in range(500):
            if await self.states() == wanted:
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"wanted {wanted}, found {await self.states()}")

    async def claim_and_die(self) -> None:
        """What a process does that is killed right after it claimed everything."""
        now = SystemClock().now()

        def claim(work: Work) -> int:
            lease = work.accounts.lease(self.wire.account, "dead", now - timedelta(60), now - timedelta(30))
            assert lease is not None
            return len(work.ledger.claim(self.wire.account, lease.fence, list(Lane), 100, [], now))

        assert await self.store.transact(claim) > 0

    async def end(self) -> None:
        for task in self.running:
            task.cancel()
        for task in self.running:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self.running.clear()


@pytest.fixture(scope="session")
def alliance():
    return load_alliance("loerrach")


@pytest.fixture(scope="session")
def texts(alliance):
    return FluentTexts(languages=alliance.languages, zone=alliance.zone)


@pytest.fixture
async def world(tmp_path: Path, database_url, alliance, texts) -> AsyncIterator[World]:
    store = open_store(database_url("sqlite"), clock=SystemClock(), erasures_file=tmp_path / "erased.txt")
    await store.start()
    wire = Wire()
    world = World(store, wire, Conversation(ROUTES, alliance, texts, {wire.account: wire.abilities}))
    try:
        yield world
    finally:
        await world.end()
        await store.close()


@pytest.fixture
async def stage(tmp_path: Path, database_url, alliance, texts) -> AsyncIterator[Stage]:
    """The whole core with the real handlers, on Telegram's fake."""
    clock = StageClock()
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=tmp_path / "erased.txt")
    await store.start()
    try:
        yield Stage(FakeTelegram(), store, alliance, texts, Routes(HANDLERS), clock)
    finally:
        await store.close()
