"""Fault 42 in every corner: whatever is under way when the running parts are told to stop, nothing is left hanging."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Kind
from bot.core.ports import Lane
from bot.core.running import handling
from bot.core.transport import Abilities
from storage.engine.writer import StoreClosed


def picture(world, address):
    return world.wire.message(address, "", kind=Kind.PICTURE, attachment=Attachment("a", "image/jpeg"))


def wanting_pictures(world, monkeypatch):
    monkeypatch.setattr(world.conversation, "wants_file", lambda *_: True)


async def seconds_to_end(world):
    began = time.monotonic()
    await world.end()
    return time.monotonic() - began


async def test_fault_42_what_was_claimed_in_the_moment_of_stopping_is_not_left_as_uncertain(world):
    await world.queue("anna", "hello")
    transact, claimed, go_on = world.store.transact, threading.Event(), threading.Event()

    async def slow(fn):
        def held(work):
            result = fn(work)
            if isinstance(result, tuple) and result[1]:  # a round that has claimed something
                claimed.set()
                assert go_on.wait(10)
            return result

        return await transact(held)

    world.store.transact = slow
    world.start()
    assert await asyncio.to_thread(claimed.wait, 10)
    ending = asyncio.create_task(world.end())
    await asyncio.sleep(0.05)
    go_on.set()
    await ending
    assert world.wire.sent == []
    assert await world.states() == {"queued": 1}


async def test_fault_42_what_waits_for_its_slot_when_the_process_stops_is_put_back_at_once(world):
    world.wire.abilities = Abilities(rate=20)
    refused = []

    def behave(shipment):
        if not refused:
            refused.append(shipment.id)
            return DeliveryProblem(Verdict.THROTTLED, "429", retry_after=30)
        return None

    world.wire.behave, world.wire.latency = behave, 0.05
    for number in range(6):
        await world.queue(f"p{number}", "news", Lane.CHECK_IN)
    world.start()
    await world.until(lambda: refused)
    await asyncio.sleep(0.2)
    assert await seconds_to_end(world) < 3
    states = await world.states()
    assert states["queued"] + states.get("sent", 0) == 6


async def test_fault_42_a_picture_that_takes_for_ever_does_not_keep_the_process(world, monkeypatch):
    wanting_pictures(world, monkeypatch)
    monkeypatch.setattr(handling, "FINISH", 0.2, raising=False)
    fetching = asyncio.Event()

    async def fetch(_attachment, _limit):
        fetching.set()
        await asyncio.sleep(10)

    world.wire.fetch = fetch
    world.start()
    world.wire.arrives(picture(world, "anna"))
    await asyncio.wait_for(fetching.wait(), 5)
    assert await seconds_to_end(world) < 3
    assert await world.store.read(lambda work: work.inbox.waiting()) == 1


async def test_a_bug_in_fetching_a_picture_is_told_with_its_number(world, monkeypatch):
    wanting_pictures(world, monkeypatch)

    async def fetch(_attachment, _limit):
        raise RuntimeError("a bug in an adapter")

    world.wire.fetch = fetch
    world.start()
    world.wire.arrives(picture(world, "anna"))
    await world.until(lambda: world.wire.sent)
    assert "schiefgegangen" in world.wire.sent[0].outgoing.text
    assert await world.store.read(lambda work: work.inbox.waiting()) == 0


async def test_only_a_few_pictures_are_held_in_memory_at_a_time(world, monkeypatch):
    wanting_pictures(world, monkeypatch)
    under_way, most = 0, 0

    async def fetch(_attachment, _limit):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.02)
        under_way -= 1
        return b"no picture"

    world.wire.fetch = fetch
    world.start()
    world.wire.arrives(*(picture(world, f"p{number}") for number in range(20)))
    await world.until(lambda: len(world.wire.sent) == 20)
    assert most == handling.FETCHES


async def test_fault_42_a_closed_database_says_so_and_keeps_nobody_waiting(world):
    await world.store.close()
    with pytest.raises(StoreClosed):
        await asyncio.wait_for(world.store.transact(lambda _: None), 1)
