"""Fault 40, in the database: whoever lost an account's lease is handed nothing, also in the middle of the takeover."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.delivery import LeftBehind, PutBack, after
from bot.core.messages import Batch, Incoming, Kind, Outgoing, Receipt
from bot.core.ports import Lane, Settlement, State
from storage import open_store
from storage.engine import connect

ACCOUNT = "telegram:1"
LEASE = timedelta(seconds=12)


async def lease(store, clock, owner):
    now = clock.now()
    return await store.transact(lambda work: work.accounts.lease(ACCOUNT, owner, now, now + LEASE))


async def claim(store, clock, fence, limit=1):
    return await store.transact(lambda work: work.ledger.claim(ACCOUNT, fence, list(Lane), limit, [], clock.now()))


async def write_to(store, clock, people: int) -> None:
    def add(work):
        for number in range(people):
            _, contact = work.people.meet(ACCOUNT, str(number), "de", clock.now())
            work.ledger.add(contact.id, Outgoing(str(number)), Lane.REPLY, clock.now())

    await store.transact(add)


@pytest.fixture(params=["sqlite", "postgresql"])
async def processes(request, database_url, clock):
    """Two processes on one database."""
    url = database_url(request.param)
    stores = [open_store(url, clock=clock, erasures_file=None) for _ in range(2)]
    for store in stores:
        await store.start()
    yield stores
    for store in stores:
        await store.close()


async def test_fault_40_after_a_takeover_the_old_holder_is_handed_nothing(processes, clock):
    old, new = processes
    await write_to(old, clock, 3)
    first = await lease(old, clock, "old")
    [sending] = await claim(old, clock, first.fence)
    clock.turn(seconds=13)
    second = await lease(new, clock, "new")
    assert await claim(old, clock, first.fence) == []
    left = await new.read(lambda work: work.ledger.left_behind(ACCOUNT))
    assert [row.id for row in left] == [sending.id]
    assert [row.outgoing.text for row in await claim(new, clock, second.fence, 9)] == ["1", "2"]


async def test_fault_40_the_old_holder_may_say_what_arrived_and_takes_nothing_from_the_new_ones_hands(processes, clock):
    old, new = processes
    await write_to(old, clock, 3)
    first = await lease(old, clock, "old")
    rows = await claim(old, clock, first.fence, 3)
    clock.turn(seconds=13)
    second = await lease(new, clock, "new")

    def decide(work):
        left = work.ledger.left_behind(ACCOUNT, second.fence)
        work.ledger.settle([after(PutBack(), row, clock.now(), 0) for row in left[:2]], clock.now(), second)
        work.ledger.settle([after(LeftBehind(), left[2], clock.now(), 0)], clock.now(), second)

    await new.transact(decide)
    assert [row.id for row in await claim(new, clock, second.fence, 3)] == [row.id for row in rows[:2]]
    outcomes = Receipt(("7",)), PutBack(), PutBack()  # to the second one the new holder is writing at this moment
    said = [after(outcome, row, clock.now(), 0) for outcome, row in zip(outcomes, rows, strict=True)]
    await old.transact(lambda work: work.ledger.settle(said, clock.now(), first))
    left = await new.read(lambda work: work.ledger.left_behind(ACCOUNT))
    assert [row.id for row in left] == [rows[1].id]
    assert [row.id for row in await claim(new, clock, second.fence, 3)] == [rows[2].id], "certainly not sent"


async def test_fault_40_what_the_new_holder_has_put_back_is_not_the_old_ones_any_more(processes, clock):
    old, new = processes
    await write_to(old, clock, 1)
    first = await lease(old, clock, "old")
    [row] = await claim(old, clock, first.fence, 1)
    clock.turn(seconds=13)
    second = await lease(new, clock, "new")
    put_back = after(PutBack(), row, clock.now(), 0)
    await new.transact(lambda work: work.ledger.settle([put_back], clock.now(), second))
    gone = Settlement(row.id, row.contact, State.UNREACHABLE, contact_gone=True)
    await old.transact(lambda work: work.ledger.settle([gone], clock.now(), first))
    assert [again.id for again in await claim(new, clock, second.fence, 1)] == [row.id]


async def test_fault_40_no_delivery_is_handed_out_twice_while_two_fight_for_the_account(processes, clock):
    await write_to(processes[0], clock, 60)
    handed_out = []

    async def fight(store, owner):
        for _ in range(30):
            held = await lease(store, clock, owner)
            if held is not None:
                handed_out.extend(row.id for row in await claim(store, clock, held.fence))
            clock.turn(seconds=7)

    await asyncio.gather(fight(processes[0], "a"), fight(processes[1], "b"))
    assert handed_out
    assert len(handed_out) == len(set(handed_out))


async def test_fault_40_a_takeover_waits_for_a_claim_that_is_being_committed(database_url, clock):
    """PostgreSQL: the claim holds the account's row, so the heir sees in `left_behind` whatever was handed out."""
    url = database_url("postgresql")
    old, new = (open_store(url, clock=clock, erasures_file=None) for _ in range(2))
    await old.start()
    await new.start()
    await write_to(old, clock, 1)
    first = await lease(old, clock, "old")
    claimed, go_on = threading.Event(), threading.Event()

    def slow(work):
        rows = work.ledger.claim(ACCOUNT, first.fence, list(Lane), 1, [], clock.now())
        claimed.set()
        assert go_on.wait(10)
        return rows

    later = clock.now() + timedelta(seconds=13)
    sending = asyncio.create_task(old.transact(slow))
    await asyncio.to_thread(claimed.wait, 10)
    taking = asyncio.create_task(new.transact(lambda work: work.accounts.lease(ACCOUNT, "new", later, later + LEASE)))
    await asyncio.sleep(0.3)
    assert not taking.done()
    go_on.set()
    [row] = await sending
    assert (await taking).fence == first.fence + 1
    assert [left.id for left in await new.read(lambda work: work.ledger.left_behind(ACCOUNT))] == [row.id]
    await old.close()
    await new.close()


async def test_fault_40_a_message_two_processes_handle_at_once_has_one_effect(processes, clock):
    """The old holder is still handling what the new one has claimed too: whoever commits second leaves nothing."""
    old, new = processes
    said = Incoming(ACCOUNT, "1", "anna", "anna", Kind.TEXT, clock.now(), 1, "hallo")
    await old.transact(lambda work: work.inbox.accept(ACCOUNT, Batch((said,)), clock.now()))
    [row] = await old.transact(lambda work: work.inbox.claim(ACCOUNT, 64, [], 3))
    assert [again.id for again in await new.transact(lambda work: work.inbox.claim(ACCOUNT, 64, [], 3))] == [row.id]

    def handle(work):
        work.people.meet(ACCOUNT, "anna", "de", clock.now())
        work.organisation.note(None, "effect", "", clock.now())
        work.inbox.done([row.id], clock.now())

    results = await asyncio.gather(
        *(store.transact(handle) for store in processes for _ in range(3)), return_exceptions=True
    )
    assert sum(result is None for result in results) == 1
    assert [deed.what for deed in await old.read(lambda work: work.organisation.deeds())] == ["effect"]


async def test_fault_40_a_holder_frozen_in_the_middle_of_a_claim_does_not_block_its_successor(
    database_url, clock, monkeypatch
):
    """The server lets go of a transaction in which nothing happens: a vanished machine cannot do so itself."""
    monkeypatch.setattr(connect, "POSTGRES_SESSION", "-c idle_in_transaction_session_timeout=1s")
    store = open_store(database_url("postgresql"), clock=clock, erasures_file=None)
    await store.start()
    frozen = store._engine.connect()
    try:
        await lease(store, clock, "old")
        frozen.execute(text("SELECT fence FROM accounts FOR SHARE"))
        clock.turn(seconds=13)
        taken = await asyncio.wait_for(lease(store, clock, "new"), 15)
        assert taken.fence == 2
    finally:
        frozen.invalidate()
        frozen.close()
        await store.close()
