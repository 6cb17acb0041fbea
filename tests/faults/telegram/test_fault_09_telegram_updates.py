"""Trouble with what comes in from Telegram (rows 9, 11 to 14, 16, 18, 22, 28)."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.adapters.telegram import TelegramTransport
from bot.core.errors import AccountProblem
from bot.core.messages import Batch, Content, Incoming, Kind
from bot.parts.house import House
from bot.parts.networks import make_networks
from config.settings import Settings, TelegramSettings
from tests.adapters.telegram.translate.samples import ANNA, GROUP, PRIVATE, said
from tests.fakeapi.client import FakeApi, until
from tests.fakeapi.server import updates


async def first(telegram: TelegramTransport, cursor: str = "") -> Batch:
    return await asyncio.wait_for(anext(telegram.batches(cursor)), 10)


async def one(telegram: TelegramTransport) -> Incoming:
    (found,) = (await first(telegram)).incoming
    return found


async def test_fault_09_of_two_pollers_one_stops_and_says_so(fakeapi: FakeApi, telegram: TelegramTransport):
    second = TelegramTransport(fakeapi.token, api_url=fakeapi.url)
    await second.open()

    async def receive(transport: TelegramTransport) -> str:
        try:
            async for _ in transport.batches(""):
                pass
        except AccountProblem as problem:
            return str(problem)
        return "closed"

    tasks = [asyncio.create_task(receive(transport)) for transport in (telegram, second)]
    done, going = await asyncio.wait(tasks, timeout=20, return_when=asyncio.FIRST_COMPLETED)
    assert len(done) == len(going) == 1
    assert "Another process" in done.pop().result()
    fakeapi.user(1001).types("Hallo")
    await asyncio.sleep(0.2)
    assert not going.copy().pop().done()
    await telegram.close()
    await second.close()
    await asyncio.wait(going, timeout=5)


async def test_fault_11_the_same_update_three_times_has_one_event_key(fakeapi: FakeApi, telegram: TelegramTransport):
    raw = said({"text": "einmal"})
    fakeapi.control("raw", updates=[raw, raw, raw])
    found = (await first(telegram)).incoming
    assert {entry.event for entry in found} == {"77"}


async def test_fault_12_out_of_order_updates_carry_the_networks_order(fakeapi: FakeApi, telegram: TelegramTransport):
    shuffled = [{**said({"text": str(number)}), "update_id": number} for number in (3, 1, 2)]
    fakeapi.control("raw", updates=shuffled)
    batch = await first(telegram)
    assert [entry.text for entry in sorted(batch.incoming, key=lambda entry: entry.position)] == ["1", "2", "3"]
    assert batch.cursor.startswith("4@")


async def test_fault_13_an_edited_message_is_an_edit_and_nothing_else(fakeapi: FakeApi, telegram: TelegramTransport):
    anna = fakeapi.user(1001)
    anna.types("/mitmachen")
    anna.edits("/loeschen")
    typed, edited = (await first(telegram)).incoming
    assert (typed.kind, edited.kind, edited.text) == (Kind.TEXT, Kind.EDIT, "/loeschen")
    assert typed.event != edited.event


async def test_fault_13_a_live_location_that_moves_says_nothing(fakeapi: FakeApi, telegram: TelegramTransport):
    moved = {**said(updates.CONTENTS["location"]), "update_id": 8}
    moved["edited_message"] = {**moved.pop("message"), "edit_date": 1_800_000_000}
    fakeapi.control("raw", updates=[moved, {**said({"text": "gut"}), "update_id": 9}])
    assert [entry.text for entry in (await first(telegram)).incoming] == ["gut"]


async def test_fault_14_every_press_is_answered_even_on_an_old_keyboard(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.user(1001).presses_data(3, "old~seal")
    found = await one(telegram)
    assert found.press is not None
    assert found.press.token == "old~seal"
    await until(lambda: len(fakeapi.counts()["answered"]) == 1)


async def test_fault_14_an_answer_that_fails_does_not_hold_up_the_press(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.fault("late", method="answerCallbackQuery", seconds=5)
    fakeapi.user(1001).presses_data(3, "yes~seal")
    begun = asyncio.get_running_loop().time()
    await one(telegram)
    assert asyncio.get_running_loop().time() - begun < 2


@pytest.mark.parametrize(
    "more",
    [
        {"chat": -5005, "as_chat": -5005, "text": "/team"},
        {"chat": -5005, "as_chat": -1009, "text": "@{me} /team"},
    ],
)
async def test_fault_16_anonymous_admins_are_nobody(
    fakeapi: FakeApi, telegram: TelegramTransport, more: dict[str, object]
):
    fakeapi.control("says", **{**more, "text": str(more["text"]).format(me=telegram.username)})
    found = await one(telegram)
    assert (found.sender, found.private, found.addressed, found.text) == ("", False, False, "")


async def test_fault_16_what_is_posted_in_a_channel_is_nothing_to_us(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("says", chat=-1005005, kind="channel_post", text=f"/team@{telegram.username}")
    fakeapi.control("says", chat=-5005, user=1001, text=f"/help@{telegram.username}")
    command = await one(telegram)
    assert command.text == "/help"


async def test_fault_16_chatter_in_a_group_is_not_kept(fakeapi: FakeApi, telegram: TelegramTransport):
    fakeapi.control("says", chat=-5005, user=1001, text="Wer bringt Kuchen mit?")
    fakeapi.control("says", chat=-5005, user=1001, text=f"/help@{telegram.username}")
    chatter, command = (await first(telegram)).incoming
    assert (chatter.addressed, chatter.text) == (False, "")
    assert (command.addressed, command.text, command.private) == (True, "/help", False)


async def test_fault_16_a_command_for_another_bot_of_the_group_is_not_ours(
    fakeapi: FakeApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    part = TelegramSettings(token=SecretStr(fakeapi.token), api_url=fakeapi.url)
    house = House.build(Settings(telegram=part))
    telegram = make_networks(house, b"key", "installation").telegram
    assert telegram is not None
    await telegram.open()
    for words in ("/ban", "/ban @somebody", "/meine-zusagen", "/meinezusagen", "/uebersicht@other_bot"):
        fakeapi.control("says", chat=-5005, user=1001, text=words)
    foreign, foreign_too, ours, ours_too, others = (await first(telegram)).incoming
    assert not any(one.addressed or one.text for one in (foreign, foreign_too, others))
    assert ours.addressed
    assert ours_too.addressed
    await telegram.close()
    await house.store.close()


@pytest.mark.parametrize("content", list(updates.CONTENTS))
async def test_fault_18_whatever_else_people_send_has_a_name(
    fakeapi: FakeApi, telegram: TelegramTransport, content: str
):
    fakeapi.user(1001).sends(content)
    found = await one(telegram)
    assert found.kind is Kind.UNSUPPORTED
    assert found.text in set(Content)
    assert (found.attachment is not None) == (content == "document"), "only a document may be asked for"


async def test_fault_22_a_day_of_silence_is_reported_once(fakeapi: FakeApi):
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    telegram = TelegramTransport(fakeapi.token, api_url=fakeapi.url, now=lambda: now)
    await telegram.open()
    fakeapi.user(1001).types("Hallo")
    fresh = f"5@{int((now - timedelta(hours=23)).timestamp())}"
    stale = f"5@{int((now - timedelta(hours=25)).timestamp())}"
    assert [entry.kind for entry in (await first(telegram, fresh)).incoming] == [Kind.TEXT]
    batches = telegram.batches(stale)
    batch = await anext(batches)
    assert [entry.kind for entry in batch.incoming] == [Kind.GAP, Kind.TEXT]
    assert batch.incoming[0].text.startswith("2026-11-21T11:00")
    fakeapi.user(1001).types("noch da?")
    assert [entry.kind for entry in (await anext(batches)).incoming] == [Kind.TEXT]
    await telegram.close()


async def test_fault_28_a_malformed_update_is_put_aside_and_the_rest_goes_on(
    fakeapi: FakeApi, telegram: TelegramTransport, caplog: pytest.LogCaptureFixture
):
    broken = {"update_id": 8, "message": {"message_id": 1, "date": "geheim", "chat": PRIVATE, "from": ANNA}}
    whole = {**said({"text": "gut"}, where=GROUP), "update_id": 9}
    fakeapi.control("raw", updates=[broken, 7, "x", {"update_id": "eight"}, whole])
    batch = await first(telegram)
    aside = [entry for entry in batch.incoming if entry.kind is Kind.MALFORMED]
    assert [entry.position for entry in batch.incoming if entry not in aside] == [9]
    assert len(aside) == 4
    assert '"date": "str:6"' in aside[0].text
    assert all("geheim" not in entry.text for entry in aside)
    assert batch.cursor.startswith("10@")
    assert "update 8 is malformed" in caplog.text
    assert "geheim" not in caplog.text
