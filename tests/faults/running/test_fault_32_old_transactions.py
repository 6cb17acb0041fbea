"""Fault 32: a transaction id that the network has forgotten is not used again; what it stood for is uncertain."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Outgoing
from bot.core.ports import Lane
from bot.core.running.dispatching import Dispatcher
from bot.core.transport import Abilities
from storage import DatabaseStore
from tests.storage_fixtures import TurnableClock
from tests.wire import Wire

DAY = 86_400.0


@pytest.fixture
def wire() -> Wire:
    """A network that remembers what it was sent for a day, and loses its answer."""
    network = Wire(Abilities(idempotent_for=DAY))
    network.behave = lambda _: DeliveryProblem(Verdict.UNCERTAIN, "the answer was lost")
    return network


async def write(store: DatabaseStore, wire: Wire, clock: TurnableClock) -> None:
    """One message to one person."""

    def add(work):
        _, contact = work.people.meet(wire.account, "anna", "de", clock.now())
        work.ledger.add(contact.id, Outgoing("once"), Lane.REPLY, clock.now())

    await store.transact(add)


async def claim_and_die(store: DatabaseStore, wire: Wire, clock: TurnableClock) -> int:
    """What a process does that is killed right after the network took the message; returns the shipment's id."""

    def claim(work):
        lease = work.accounts.lease(wire.account, "dead", clock.now(), clock.now() + timedelta(seconds=1))
        return work.ledger.claim(wire.account, lease.fence, list(Lane), 10, [], clock.now())

    [row] = await store.transact(claim)
    return row.id


async def serve(store: DatabaseStore, wire: Wire, clock: TurnableClock, until: Callable[[], object]) -> None:
    """A new process: it recovers and dispatches until something holds, then stops in order."""
    now = clock.now()
    lease = await store.transact(lambda work: work.accounts.lease(wire.account, "heir", now, now + timedelta(days=9)))
    assert lease is not None
    dispatcher = Dispatcher(wire, store, clock)
    await dispatcher.recover(lease)
    running = asyncio.create_task(dispatcher.run(lease))
    for _ in range(300):
        if until():
            break
        await asyncio.sleep(0.01)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def states(store: DatabaseStore) -> dict[str, int]:
    tally = await store.read(lambda work: dict(work.ledger.tally()))
    return {state: number for (_, state), number in tally.items() if number}


def counting(wire: Wire) -> list[int]:
    """The shipments the network sees from now on."""
    seen: list[int] = []
    behave = wire.behave

    def count(shipment):
        seen.append(shipment.id)
        return behave(shipment)

    wire.behave = count
    return seen


async def test_fault_32_left_sending_for_more_than_a_day_it_is_uncertain_and_not_resent(store, wire, clock):
    await write(store, wire, clock)
    await claim_and_die(store, wire, clock)
    clock.turn(days=1, seconds=1)
    seen = counting(wire)
    rounds = iter(range(50))
    await serve(store, wire, clock, lambda: next(rounds) == 49)
    assert seen == []
    assert await states(store) == {"uncertain": 1}
    [row] = await store.read(lambda work: work.ledger.uncertain())
    assert row.outgoing.text == "once", "organisers see what it was, and decide"


async def test_fault_32_within_the_day_it_is_resent_under_the_same_id(store, wire, clock):
    await write(store, wire, clock)
    first = await claim_and_die(store, wire, clock)
    wire.behave = lambda _: None
    clock.turn(hours=23)
    seen = counting(wire)
    await serve(store, wire, clock, lambda: clock.turn(seconds=2) and seen)
    assert seen == [first]
    assert await states(store) == {"sent": 1}


async def test_fault_32_a_try_late_in_the_day_is_the_last_one(store, wire, clock):
    """Uncertain, queued again, uncertain again: the day counts from the first try, not from the last."""
    await write(store, wire, clock)
    seen = counting(wire)
    await serve(store, wire, clock, lambda: seen)
    assert await states(store) == {"queued": 1}
    clock.turn(hours=12)
    await serve(store, wire, clock, lambda: len(seen) > 1)
    assert await states(store) == {"queued": 1}
    clock.turn(hours=11, minutes=59, seconds=59)
    await serve(store, wire, clock, lambda: len(seen) > 2)
    assert await states(store) == {"uncertain": 1}, "the next try would come after the day"
    assert len(seen) == 3
    clock.turn(days=1)
    rounds = iter(range(50))
    await serve(store, wire, clock, lambda: next(rounds) == 49)
    assert len(seen) == 3


async def test_fault_32_queued_again_and_found_after_the_day_it_is_not_resent(store, wire, clock):
    """The process was away in between: an earlier try may have arrived, and the network would take it for new."""
    await write(store, wire, clock)
    seen = counting(wire)
    await serve(store, wire, clock, lambda: seen)
    assert await states(store) == {"queued": 1}
    clock.turn(days=1, seconds=1)
    rounds = iter(range(50))
    await serve(store, wire, clock, lambda: next(rounds) == 49)
    assert len(seen) == 1
    assert await states(store) == {"uncertain": 1}
