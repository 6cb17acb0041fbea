"""The webhook lets nobody in without the secret, and says yes only to what is stored (rows 21, 34, 50)."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable

import orjson
import pytest
from aiohttp import web

from bot.adapters.telegram import TelegramTransport, webhook
from bot.core.errors import AccountProblem
from bot.core.messages import Kind
from tests.adapters.telegram.translate.samples import said
from tests.fakeapi.client import FakeApi, until

SECRET = "a-secret-of-the-test"
HEADER = "x-telegram-bot-api-secret-token"
UPDATE = orjson.dumps(said({"text": "Hallo"}))


def transport(secret: str = SECRET, url: str = "https://bot.example/telegram/hook", **more: str) -> TelegramTransport:
    return TelegramTransport("4242:x", mode="webhook", webhook_url=url, webhook_secret=secret, **more)


def body(content: bytes = UPDATE) -> Callable[[], Awaitable[bytes]]:
    """What is read when it is asked for."""

    async def read() -> bytes:
        return content

    return read


@pytest.mark.parametrize("missing", [{"secret": ""}, {"url": ""}])
def test_fault_21_a_webhook_without_a_secret_or_an_address_does_not_start(missing: dict[str, str]):
    with pytest.raises(ValueError, match="webhook"):
        transport(**missing)


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: SECRET + "x"}, {HEADER: "ä"}])
async def test_fault_21_a_wrong_secret_is_403_before_anything_is_read(headers: dict[str, str]):
    async def read() -> bytes:
        pytest.fail("the body of a stranger is read")

    assert await transport().webhook(headers, read) == 403


async def test_fault_21_the_secret_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch):
    compared: list[tuple[bytes, bytes]] = []
    monkeypatch.setattr(hmac, "compare_digest", lambda one, two: bool(compared.append((one, two))))
    assert await transport().webhook({HEADER: SECRET}, body()) == 403
    assert compared == [(SECRET.encode(), SECRET.encode())]


@pytest.mark.parametrize(("sent", "status"), [(b"no json", 400), (b"\xff\xfe", 400), (b"[" * 5000 + b"]" * 5000, 413)])
async def test_fault_50_what_cannot_be_read_is_turned_away(sent: bytes, status: int):
    assert await transport().webhook({HEADER: SECRET}, body(sent)) == status


async def test_fault_50_nobody_without_the_secret_has_a_body_looked_into(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(webhook.orjson, "loads", pytest.fail)
    assert await transport().webhook({}, body(b"[" * 5000)) == 403


async def test_fault_34_a_request_is_answered_yes_only_after_the_batch_was_stored():
    door = transport()
    batches = door.batches("")
    coming = asyncio.ensure_future(anext(batches))
    await asyncio.sleep(0)
    answers = [asyncio.create_task(door.webhook({HEADER: SECRET}, body())) for _ in range(3)]
    batch = await coming
    assert [one.text for one in batch.incoming][:1] == ["Hallo"]
    await asyncio.sleep(0.05)
    assert not any(answer.done() for answer in answers)
    following = asyncio.ensure_future(anext(batches))  # asking for the next means: stored
    await asyncio.sleep(0.05)
    following.cancel()
    assert [await answer for answer in answers][: len(batch.incoming)] == [200] * len(batch.incoming)


async def test_fault_34_nobody_storing_means_come_again():
    door = transport()
    assert await door.webhook({HEADER: SECRET}, body()) == 503
    batches = door.batches("")
    coming = asyncio.ensure_future(anext(batches))
    await asyncio.sleep(0)
    answer = asyncio.create_task(door.webhook({HEADER: SECRET}, body()))
    await coming
    await door.close()  # taken, but never stored
    assert await answer == 503


async def test_fault_34_telegram_sends_again_what_was_not_stored(fakeapi: FakeApi):
    """The whole way: Telegram pushes, is refused, and pushes again until the update is stored."""
    outcomes: list[int] = []

    async def receive(request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        outcomes.append(await telegram.webhook(headers, request.read))
        return web.Response(status=outcomes[-1])

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    telegram = TelegramTransport(
        fakeapi.token,
        api_url=fakeapi.url,
        mode="webhook",
        webhook_url=f"http://127.0.0.1:{port}/hook",
        webhook_secret=SECRET,
    )
    assert telegram.webhook_path == "/hook"
    await telegram.open()
    fakeapi.user(1001).types("Hallo")
    await until(lambda: outcomes)
    batches = telegram.batches("")
    batch = await asyncio.wait_for(anext(batches), 10)
    assert [(one.kind, one.text) for one in batch.incoming] == [(Kind.TEXT, "Hallo")]
    following = asyncio.ensure_future(anext(batches))
    await until(lambda: 200 in outcomes)
    assert set(outcomes) == {503, 200}
    following.cancel()
    await telegram.close()
    await runner.cleanup()


async def test_fault_21_polling_takes_an_old_webhook_away(fakeapi: FakeApi):
    webhook = TelegramTransport(
        fakeapi.token, api_url=fakeapi.url, mode="webhook", webhook_url="http://127.0.0.1:9/h", webhook_secret=SECRET
    )
    await webhook.open()
    await webhook.close()
    assert fakeapi.counts()["webhook"] == "http://127.0.0.1:9/h"
    polling = TelegramTransport(fakeapi.token, api_url=fakeapi.url)
    await polling.open()
    assert fakeapi.counts()["webhook"] == ""
    await polling.close()


async def test_fault_21_a_webhook_that_telegram_cannot_reach_is_trouble(
    fakeapi: FakeApi, monkeypatch: pytest.MonkeyPatch
):
    """From here it looks like silence; Telegram says how it fares, and whether somebody else took the webhook."""
    monkeypatch.setattr(webhook, "WATCH_EVERY", 0.05)
    nobody = {"mode": "webhook", "webhook_url": "http://127.0.0.1:9/h", "webhook_secret": SECRET}
    telegram = TelegramTransport(fakeapi.token, api_url=fakeapi.url, **nobody)
    await telegram.open()
    coming = asyncio.ensure_future(anext(telegram.batches("")))
    await asyncio.sleep(0.2)
    assert not telegram.weather
    fakeapi.user(1001).types("Hallo")
    await until(lambda: "Connection refused" in telegram.weather)
    thief = TelegramTransport(fakeapi.token, api_url=fakeapi.url, **{**nobody, "webhook_url": "http://127.0.0.1:9/i"})
    await thief.open()
    with pytest.raises(AccountProblem, match="leads elsewhere"):
        await asyncio.wait_for(coming, 10)
    await thief.close()
    await telegram.close()
