"""Which commits wait for the disk: those that somebody outside is about to rely on, and no others."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.core.messages import Batch, Incoming, Kind, Outgoing
from bot.core.ports import Lane
from storage import open_store

ACCOUNT = "telegram:1"


def said(clock, number: int) -> Batch:
    return Batch((Incoming(ACCOUNT, str(number), f"p{number}", "x", Kind.TEXT, clock.now(), number, "hallo"),), "c")


@pytest.fixture(params=["sqlite", "postgresql"])
async def forced(request, database_url, clock, monkeypatch):
    """A store and a function that tells whether a transaction waited for the disk."""
    store = open_store(database_url(request.param), clock=clock, erasures_file=None)
    await store.start()
    seen: list[str] = []
    if request.param == "sqlite":
        real = os.fsync
        monkeypatch.setattr("storage.engine.lasting.os.fsync", lambda file: (seen.append("fsync"), real(file)))
    else:

        @event.listens_for(store._engine, "before_cursor_execute")
        def note(_connection, _cursor, statement, *_):
            seen.append(statement)

    async def waited(fn) -> bool:
        seen.clear()
        await store.transact(fn)
        if request.param == "sqlite":
            return "fsync" in seen
        return not any("set_config" in statement for statement in seen)

    yield store, waited
    await store.close()


async def test_what_a_network_is_told_is_safe_waits_for_the_disk(forced, clock):
    _, waited = forced
    assert await waited(lambda work: work.inbox.accept(ACCOUNT, said(clock, 1), clock.now()))


async def test_what_would_be_done_again_does_not_wait(forced, clock):
    store, waited = forced
    await store.transact(lambda work: work.inbox.accept(ACCOUNT, said(clock, 1), clock.now()))
    assert not await waited(lambda work: work.inbox.claim(ACCOUNT, 64, [], 3))

    def handle(work):
        _, contact = work.people.meet(ACCOUNT, "p1", "de", clock.now())
        work.ledger.add(contact.id, Outgoing("hallo"), Lane.REPLY, clock.now())
        work.inbox.done([1], clock.now())

    assert not await waited(handle)


async def test_what_is_about_to_leave_waits_for_the_disk(forced, clock):
    store, waited = forced
    lease = await store.transact(
        lambda work: work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(1))
    )

    def claim(work):
        return work.ledger.claim(ACCOUNT, lease.fence, list(Lane), 9, [], clock.now())

    assert not await waited(claim), "nothing leaves, nobody waits"

    def write(work):
        _, contact = work.people.meet(ACCOUNT, "anna", "de", clock.now())
        work.ledger.add(contact.id, Outgoing("hello"), Lane.REPLY, clock.now())

    await store.transact(write)
    assert await waited(claim)


async def test_anything_else_waits_for_the_disk(forced, clock):
    _, waited = forced
    assert await waited(lambda work: work.organisation.note(None, "x", "", clock.now()))


async def test_in_a_group_the_strictest_decides(forced, clock):
    import threading

    store, waited = forced
    started, go_on = threading.Semaphore(0), threading.Event()

    def hold(_work):
        started.release()
        assert go_on.wait(10)

    holding = []
    for _ in range(4):
        holding.append(asyncio.create_task(store.transact(hold)))
        await asyncio.to_thread(started.acquire, timeout=0.3)
    relaxed = asyncio.create_task(store.transact(lambda work: work.inbox.claim(ACCOUNT, 64, [], 3)))
    await asyncio.sleep(0)
    strict = asyncio.create_task(waited(lambda work: work.inbox.accept(ACCOUNT, said(clock, 1), clock.now())))
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(*holding, relaxed)
    assert await strict
