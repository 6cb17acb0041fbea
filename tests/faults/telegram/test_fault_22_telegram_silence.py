"""22: with a webhook, too, it is noted until when Telegram could reach us: after a day it drops what it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from telegram import WebhookInfo

from bot.adapters.telegram import TelegramTransport, webhook
from bot.adapters.telegram.polling import Cursor, Polled
from bot.adapters.telegram.request import NotSent
from bot.core.messages import Kind
from bot.core.pace.waits import WayIn
from tests.adapters.telegram.translate.samples import said

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
URL = "https://bot.example/hook"


def written(now: datetime) -> str:
    """A webhook's cursor."""
    return f"0@{int(now.timestamp())}"


@pytest.mark.parametrize("before", ["0", "4711"])  # a webhook before, or polling
async def test_fault_22_after_a_day_of_silence_the_first_batch_tells_of_a_gap(before: str):
    telegram = TelegramTransport("4242:x", mode="webhook", webhook_url=URL, webhook_secret="a-secret", now=lambda: NOW)
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


class Hook:
    """What Telegram says of our webhook; `away` while there is no way to ask it."""

    def __init__(self) -> None:
        self.away, self.pending, self.error = False, 0, ""

    async def get_webhook_info(self) -> WebhookInfo:
        if self.away:
            raise NotSent("no route to host")
        return WebhookInfo(URL, False, self.pending, last_error_message=self.error or None)


def cut_off(hook: Hook) -> None:
    hook.away = True


def unreachable(hook: Hook) -> None:
    hook.pending, hook.error = 1, "Connection refused"


@pytest.mark.parametrize("silence", [cut_off, unreachable])
async def test_fault_22_quiet_hours_are_noted_and_hours_in_which_telegram_cannot_come_are_a_gap(
    monkeypatch: pytest.MonkeyPatch, silence: Callable[[Hook], None]
):
    for name, wait in (("LOOK_EVERY", 0.01), ("WATCH_EVERY", 0.001)):
        monkeypatch.setattr(webhook, name, wait)
    now, way_in, door, hook = [NOW], WayIn(0.001, 0.001), webhook.Door("a-secret"), Hook()
    watching = asyncio.create_task(webhook.watch(hook, URL, way_in))
    looks = webhook.knocked(door, Cursor(0, NOW), lambda: now[0], way_in)

    async def nothing_comes() -> asyncio.Task[Polled]:
        coming = asyncio.ensure_future(anext(looks))
        await asyncio.sleep(0.05)
        assert not coming.done()
        return coming

    coming = await nothing_comes()
    now[0] += timedelta(hours=2)
    assert await coming == Polled((), Cursor(0, now[0]))
    silence(hook)
    coming = await nothing_comes()
    for _ in range(30):
        now[0] += timedelta(hours=1)
        await asyncio.sleep(0.02)
    assert way_in.problem
    assert not coming.done()
    hook.away, hook.pending = False, 0
    assert await coming == Polled((), Cursor(0, now[0]), NOW + timedelta(hours=2))
    assert not way_in.problem
    watching.cancel()
    await looks.aclose()


async def test_fault_22_how_telegram_fares_is_known_before_the_first_quiet_minute_is_over():
    way_in, hook = WayIn(), Hook()
    unreachable(hook)
    watching = asyncio.create_task(webhook.watch(hook, URL, way_in))
    await asyncio.sleep(0)
    assert "Connection refused" in way_in.problem
    watching.cancel()
