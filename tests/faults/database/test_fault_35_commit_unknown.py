"""Fault 35: the connection to PostgreSQL is lost. Nothing is lost and nothing is done twice, also during a COMMIT."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import open_store
from storage.engine import weather
from storage.engine.writer import CommitUnknown
from storage.store import WRITERS
from tests.storage.wire import Cut, Wire

MANY = 300
KILL = text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name")


@pytest.fixture
def wire(database_url):
    # a Unix socket's path has at most 107 bytes: pytest's own folders are too deep
    with tempfile.TemporaryDirectory(prefix="wire") as folder:
        made = Wire(database_url("postgresql"), Path(folder))
        yield made
        made.close()


async def opened(url, clock):
    store = open_store(url, clock=clock, erasures_file=None)
    await store.start()
    return store


def note(what, clock):
    return lambda work: work.organisation.note(None, what, "", clock.now())


async def warm(store) -> None:
    """Every writer thread has its connection and its mark: the next COMMIT on the wire is the test's own."""
    started, go_on = threading.Semaphore(0), threading.Event()

    def hold(_work):
        started.release()
        assert go_on.wait(10)

    holding = []
    for _ in range(WRITERS):
        holding.append(asyncio.create_task(store.transact(hold)))
        assert await asyncio.to_thread(started.acquire, timeout=10)
    go_on.set()
    await asyncio.gather(*holding)


async def noted(store) -> list[str]:
    return [deed.what for deed in await store.read(lambda work: work.organisation.deeds(10 * MANY))]


@pytest.mark.parametrize("cut", list(Cut))
@pytest.mark.parametrize("functions", [1, 20])
async def test_fault_35_a_connection_lost_during_commit_doubles_nothing_and_loses_nothing(wire, clock, cut, functions):
    store = await opened(wire.url, clock)
    await warm(store)
    for turn in range(3):
        wire.armed = cut
        await asyncio.gather(*(store.transact(note(f"{turn}:{number}", clock)) for number in range(functions)))
    assert wire.cuts == 3
    expected = [f"{turn}:{number}" for turn in range(3) for number in range(functions)]
    assert sorted(await noted(store)) == sorted(expected)
    await store.close()


async def test_fault_35_what_was_returned_is_what_was_committed(wire, clock):
    """After a lost answer the results are those of the run that took place, not of a second one."""
    from bot.domain.people.member import Join

    store = await opened(wire.url, clock)
    await warm(store)
    join = Join("private", "Anna", "", "", "", listed=False)
    await store.transact(lambda work: work.members.add(join, clock.now()))
    wire.armed = Cut.AFTER
    member = await store.transact(lambda work: work.members.add(join, clock.now()))
    assert member.number == 2
    assert await store.read(lambda work: work.members.count()) == 2
    assert await store.read(lambda work: work.members.get(member.id)) == member
    await store.close()


async def test_fault_35_if_nobody_can_say_what_became_of_it_it_is_not_run_again(wire, clock, monkeypatch):
    store = await opened(wire.url, clock)
    await warm(store)
    monkeypatch.setattr(weather, "TRIES", 3)
    runs = []

    def count(work):
        runs.append(1)
        work.organisation.note(None, "once", "", clock.now())
        wire.dead = True  # from now on nobody gets through
        wire.armed = Cut.AFTER

    with pytest.raises(CommitUnknown):
        await store.transact(count)
    assert len(runs) == 1
    wire.dead = False
    assert sorted(await noted(store)) == ["once"]
    await store.transact(note("well again", clock))
    await store.close()


async def test_fault_35_backends_killed_at_random_lose_and_double_nothing(database_url, postgres_url, clock):
    url = database_url("postgresql")
    store = await opened(url, clock)
    working = [asyncio.create_task(store.transact(note(str(number), clock))) for number in range(MANY)]
    killer = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    killed = 0
    with killer.connect() as connection:
        while not all(task.done() for task in working) and killed < 25:
            killed += connection.execute(KILL, {"name": url.partition("?")[0].rpartition("/")[2]}).scalar_one()
            await asyncio.sleep(0.02)
            working += [asyncio.create_task(store.transact(note(f"{len(working)}-{n}", clock))) for n in range(5)]
    killer.dispose()
    await asyncio.gather(*working)
    found = await noted(store)
    assert killed > 0
    assert len(found) == len(set(found)) == len(working)
    await store.close()


async def test_fault_35_readers_come_back_too(database_url, postgres_url, clock):
    url = database_url("postgresql")
    store = await opened(url, clock)
    await store.transact(note("x", clock))
    await asyncio.gather(*(noted(store) for _ in range(8)))
    killer = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with killer.connect() as connection:
        connection.execute(KILL, {"name": url.partition("?")[0].rpartition("/")[2]})
    killer.dispose()
    assert await noted(store) == ["x"]
    await store.read(lambda work: work.inbox.waiting())
    await store.close()
