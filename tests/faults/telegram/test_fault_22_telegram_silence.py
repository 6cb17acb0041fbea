"""22: with a webhook, too, it is noted until when Telegram could reach us: after a day it drops what it holds."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.telegram import TelegramTransport, webhook
from bot.adapters.telegram.polling import Cursor, Polled, Weather
from bot.core.messages import Kind
from tests.adapters.telegram.samples import said

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def written(now: datetime) -> str:
    """A webhook's cursor."""
    return f"0@{int(now.timestamp())}"


@pytest.mark.parametrize("before", ["0", "4711"])  # a webhook before, or polling
async def test_fault_22_after_a_day_of_silence_the_first_batch_tells_of_a_gap(before: str):
    telegram = TelegramTransport(
        "4242:x", mode="webhook", webhook_url="https://bot.example/hook", webhook_secret="a-secret", now=lambda: NOW
    )
    door = telegram._door
    assert door is not None
    batches = telegram.batches(f"{before}@{int((NOW - timedelta(hours=25)).timestamp())}")
    for kinds in ([Kind.GAP, Kind.TEXT], [Kind.TEXT]):
        coming = asyncio.ensure_future(anext(batches))
        await asyncio.sleep(0)
        answer = asyncio.create_task(door._hand_over(said({"text": "Hallo"})))
        batch = await coming
        assert ([one.kind for one in batch.incoming], batch.cursor) == (kinds, written(NOW))
    await telegram.close()
    assert await answer == 503


async def test_fault_22_quiet_hours_are_noted_and_hours_in_which_telegram_cannot_come_are_a_gap(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(webhook, "LOOK_EVERY", 0.005)
    now, weather, door = [NOW], Weather(), webhook.Door("a-secret")
    looks = webhook.knocked(door, Cursor(0, NOW), lambda: now[0], weather)

    async def nothing_comes() -> asyncio.Task[Polled]:
        coming = asyncio.ensure_future(anext(looks))
        await asyncio.sleep(0.05)
        assert not coming.done()
        return coming

    coming = await nothing_comes()
    now[0] += timedelta(hours=2)
    assert await coming == Polled((), Cursor(0, now[0]))
    weather.problem = "Telegram cannot deliver to the webhook"
    now[0] += timedelta(hours=30)
    coming = await nothing_comes()
    weather.fine()
    assert await coming == Polled((), Cursor(0, now[0]), NOW + timedelta(hours=2))
    await looks.aclose()
