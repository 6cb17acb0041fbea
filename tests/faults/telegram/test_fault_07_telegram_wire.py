"""What is known after a broken wire, and what is not (rows 7, 8, 10)."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.telegram import TelegramTransport, request
from bot.core.errors import DeliveryProblem, Verdict
from tests.adapters.telegram.translate.samples import PNG, shipment
from tests.fakeapi.client import FakeApi
from tests.stage import kept, picture


async def verdict(telegram: TelegramTransport, *, with_picture: bool = False) -> Verdict:
    more = {"files": (PNG,), "load": kept(picture())} if with_picture else {}
    with pytest.raises(DeliveryProblem) as raised:
        await telegram.send(shipment("Hallo", **more))
    return raised.value.verdict


@pytest.fixture(autouse=True)
def anna(fakeapi: FakeApi):
    fakeapi.control("people", first=1001, count=1)
    return fakeapi.user(1001)


@pytest.mark.parametrize("with_picture", [False, True])
async def test_fault_07_sent_but_the_answer_is_lost_is_uncertain_and_not_repeated(
    fakeapi: FakeApi,
    telegram: TelegramTransport,
    anna,
    with_picture: bool,
):
    fakeapi.fault("lose")
    assert await verdict(telegram, with_picture=with_picture) is Verdict.UNCERTAIN
    assert len(anna.all()) == 1


async def test_fault_07_cut_off_before_anything_was_done_looks_the_same_and_is_uncertain_too(
    fakeapi: FakeApi, telegram: TelegramTransport, anna
):
    fakeapi.fault("drop")
    assert await verdict(telegram) is Verdict.UNCERTAIN
    assert anna.all() == []


async def test_fault_07_no_answer_in_time_is_uncertain(
    fakeapi: FakeApi, telegram: TelegramTransport, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(request, "READ_SECONDS", 0.2)
    fakeapi.fault("late", seconds=0.6)
    assert await verdict(telegram) is Verdict.UNCERTAIN


async def test_fault_07_an_edit_may_be_repeated(fakeapi: FakeApi, telegram: TelegramTransport, anna):
    sent = await telegram.send(shipment("alt"))
    fakeapi.fault("lose", method="edit")
    with pytest.raises(DeliveryProblem) as raised:
        await telegram.send(shipment("neu", edits=sent.refs))
    assert raised.value.verdict is Verdict.UNSENT
    assert await telegram.send(shipment("neu", edits=sent.refs)) == sent
    assert [(shown.words, shown.edits) for shown in anna.all()] == [("neu", 1)]


async def test_fault_08_a_refused_connection_is_known_to_be_unsent(fakeapi: FakeApi, telegram: TelegramTransport, anna):
    fakeapi.control("refuse", seconds=0.4)
    await asyncio.sleep(0.1)
    assert await verdict(telegram) is Verdict.UNSENT
    await asyncio.sleep(0.5)
    assert (await telegram.send(shipment("Hallo"))).refs
    assert len(anna.all()) == 1


async def test_fault_08_no_free_connection_in_time_is_known_to_be_unsent(
    fakeapi: FakeApi, anna, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.adapters.telegram.transport.CONNECTIONS", 1)
    monkeypatch.setattr(request, "CONNECT_SECONDS", 0.2)
    telegram = TelegramTransport(fakeapi.token, api_url=fakeapi.url)
    await telegram.open()
    fakeapi.fault("late", seconds=0.6)
    slow = asyncio.create_task(telegram.send(shipment("die erste")))
    await asyncio.sleep(0.1)
    assert await verdict(telegram) is Verdict.UNSENT
    assert (await slow).refs
    assert [shown.words for shown in anna.all()] == ["die erste"]
    await telegram.close()


@pytest.mark.parametrize("kind", ["html", "nonsense", "status"])
async def test_fault_10_a_broken_answer_after_the_body_went_out_is_uncertain(
    fakeapi: FakeApi, telegram: TelegramTransport, kind: str
):
    fakeapi.fault(kind)
    with pytest.raises(DeliveryProblem) as raised:
        await telegram.send(shipment("Hallo"))
    assert raised.value.verdict is Verdict.UNCERTAIN
    assert "html" not in raised.value.detail.lower()
    assert "not json" not in raised.value.detail


async def test_fault_10_receiving_backs_off_and_recovers(fakeapi: FakeApi, telegram: TelegramTransport, anna):
    fakeapi.fault("html", method="getUpdates", times=2)
    anna.types("Hallo")
    begun = asyncio.get_running_loop().time()
    batch = await asyncio.wait_for(anext(telegram.batches("")), 10)
    took = asyncio.get_running_loop().time() - begun
    assert [one.text for one in batch.incoming] == ["Hallo"]
    assert fakeapi.counts()["calls"]["getUpdates"] == 3
    assert took >= 3  # one second, then two: never more than one request a second
