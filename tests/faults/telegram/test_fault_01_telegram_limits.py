"""Telegram's limits and closed doors, seen by the transport (rows 1 to 4)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.telegram import TelegramTransport
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Kind
from tests.adapters.telegram.translate.samples import shipment
from tests.fakeapi.client import FakeApi


async def problem(telegram: TelegramTransport, to: int) -> DeliveryProblem:
    with pytest.raises(DeliveryProblem) as raised:
        await telegram.send(shipment("Hallo", to=to))
    return raised.value


async def test_fault_01_a_limit_tells_how_long_to_wait_and_stops_nobody_else(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("people", first=1001, count=2)
    fakeapi.fault("throttle", chat=1001, retry_after=7)
    limited, free = await asyncio.gather(problem(telegram, 1001), telegram.send(shipment("Hallo", to=1002)))
    assert (limited.verdict, limited.retry_after, len(free.refs)) == (Verdict.THROTTLED, 7.0, 1)
    assert fakeapi.user(1001).all() == []


async def test_fault_01_real_limits_are_verdicts_too(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("people", first=1001, count=40)
    fakeapi.control("limits", total=30, chat=1, group=20)
    sends = [telegram.send(shipment("Hallo", to=1001 + n)) for n in range(40)]
    done = await asyncio.gather(*sends, return_exceptions=True)
    refused = [one for one in done if isinstance(one, DeliveryProblem)]
    assert 1 <= len(refused) <= 10
    assert {(one.verdict, one.retry_after > 0) for one in refused} == {(Verdict.THROTTLED, True)}


async def test_fault_01_receiving_waits_as_long_as_it_is_told(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.user(1001).types("Hallo")
    fakeapi.fault("throttle", method="getUpdates", retry_after=2)
    begun = asyncio.get_running_loop().time()
    await anext(telegram.batches(""))
    assert asyncio.get_running_loop().time() - begun >= 2
    assert fakeapi.counts()["calls"]["getUpdates"] == 2


async def test_fault_02_blocked_is_unreachable_until_the_person_comes_back(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    anna = fakeapi.user(1001)
    anna.types("/start")
    anna.blocks()
    assert (await problem(telegram, 1001)).verdict is Verdict.UNREACHABLE
    anna.unblocks()
    found = (await anext(telegram.batches(""))).incoming
    assert [one.kind for one in found] == [Kind.TEXT, Kind.LEFT, Kind.JOINED]
    assert (await telegram.send(shipment("Willkommen zurück"))).refs


@pytest.mark.parametrize("state", ["unknown", "deactivated"])
async def test_fault_03_nobody_there_is_never_worth_another_try(
    fakeapi: FakeApi, telegram: TelegramTransport, state: str
):
    if state == "deactivated":
        fakeapi.control("state", chat=1001, state=state)
    assert (await problem(telegram, 1001)).verdict is Verdict.UNREACHABLE


async def test_fault_04_a_group_that_became_a_supergroup_names_its_new_address(
    fakeapi: FakeApi, telegram: TelegramTransport
):
    fakeapi.control("state", chat=-5005, state="moved", to=-1001234567890)
    moved = await problem(telegram, -5005)
    assert (moved.verdict, moved.moved_to) == (Verdict.MOVED, "-1001234567890")
    assert (await telegram.send(shipment("Hallo", to=int(moved.moved_to)))).refs


async def test_fault_04_the_notice_of_the_move_comes_in_too(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("says", chat=-5005, user=1001, fields={"migrate_to_chat_id": -1001234567890})
    fakeapi.control("says", chat=-1001234567890, user=1001, fields={"migrate_from_chat_id": -5005})
    (moved,) = (await anext(telegram.batches(""))).incoming
    assert (moved.kind, moved.address, moved.moved_to) == (Kind.MOVED, "-5005", "-1001234567890")


async def test_fault_01_paid_messages_have_a_limit_of_their_own(fakeapi: FakeApi):
    fakeapi.control("people", first=1001, count=60)
    fakeapi.control("limits", total=30, paid=1000)
    transport = TelegramTransport(fakeapi.token, api_url=fakeapi.url, rate=1000)
    await transport.open()
    try:
        unasked = [replace(shipment("Hallo", to=1001 + n), unasked=True) for n in range(60)]
        await asyncio.gather(*(transport.send(one) for one in unasked))
    finally:
        await transport.close()
    assert fakeapi.counts()["paid"] == 60
