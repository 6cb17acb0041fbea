"""What operators run beside a running bot only looks at Telegram: how messages come in stays as it is."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.adapters.telegram import TelegramTransport
from bot.commands.administering import links
from bot.commands.checking import check
from bot.core.messages import Batch
from config.settings import Settings, TelegramSettings
from tests.fakeapi.client import FakeApi

HOOK = "https://bot.example/telegram/secret-path"
SECRET = "a-secret-of-the-test"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No database, and none is made."""
    monkeypatch.chdir(tmp_path)


def by_polling(fakeapi: FakeApi) -> Settings:
    return Settings(telegram=TelegramSettings(token=SecretStr(fakeapi.token), api_url=fakeapi.url))


def by_webhook(fakeapi: FakeApi, url: str = HOOK) -> Settings:
    more = {"mode": "webhook", "webhook_url": url, "webhook_secret": SecretStr(SECRET)}
    return Settings(telegram=TelegramSettings(token=SecretStr(fakeapi.token), api_url=fakeapi.url, **more))


async def told(settings: Settings) -> str:
    """What `check` says of Telegram."""
    (line,) = [line for fine, line in await check(settings) if fine and line.startswith("Telegram: logged in as ")]
    return line


@pytest.fixture
async def hooked(fakeapi: FakeApi) -> TelegramTransport:
    """The running bot, whose webhook is set."""
    running = TelegramTransport(
        fakeapi.token, api_url=fakeapi.url, mode="webhook", webhook_url=HOOK, webhook_secret=SECRET
    )
    await running.open()
    yield running
    await running.close()


async def test_fault_09_check_and_invite_leave_a_running_webhook_alone(fakeapi: FakeApi, hooked: TelegramTransport):
    line = await told(by_polling(fakeapi))
    assert "its webhook leads to bot.example now, `run` takes it away and polls" in line
    assert "secret-path" not in line
    assert f"https://t.me/{hooked.username}?start=CODE" in await links(by_polling(fakeapi), "CODE")
    other = await told(by_webhook(fakeapi, "https://new.example/hook"))
    assert "leads elsewhere at bot.example now, `run` sets it anew" in other
    assert (await told(by_webhook(fakeapi))).endswith(fakeapi.token.partition(":")[0]), "nothing to say"
    assert await hooked.webhook_found() == HOOK
    calls = fakeapi.counts()["calls"]
    assert (calls.get("setWebhook", 0), calls.get("deleteWebhook", 0)) == (1, 0)


async def test_fault_09_check_and_invite_leave_a_running_poller_alone(fakeapi: FakeApi, telegram: TelegramTransport):
    async def receive() -> Batch:
        async for batch in telegram.batches(""):
            if batch.incoming:
                return batch
        raise AssertionError("closed")

    receiving = asyncio.create_task(receive())
    line = await told(by_webhook(fakeapi))
    assert "no webhook is set now, `run` sets it: a process that polls stops then" in line
    assert len(await links(by_webhook(fakeapi), "CODE")) == 2
    assert (await told(by_polling(fakeapi))).endswith(telegram.account)
    assert await telegram.webhook_found() == ""
    fakeapi.user(1001).types("Hallo")
    assert [one.text for one in (await asyncio.wait_for(receiving, 10)).incoming] == ["Hallo"]
