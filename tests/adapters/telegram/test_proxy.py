"""The way to Telegram through a proxy that the environment names."""

from __future__ import annotations

import asyncio
import base64

import pytest

from bot.adapters.telegram import TelegramTransport
from bot.adapters.telegram.request import proxy_for
from bot.core.errors import DeliveryProblem, Verdict


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch):
    """A proxy that hears what is asked of it and closes the door."""
    heard: list[str] = []

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("https_proxy", f"http://anna:secret@127.0.0.1:{port}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with server:
        yield heard


async def opened(api_url: str | None = None) -> Verdict:
    transport = TelegramTransport("4242:x", api_url=api_url)
    with pytest.raises(DeliveryProblem) as problem:
        await transport.open()
    await transport.close()
    assert "secret" not in f"{problem.value!r} {problem.value.detail}"
    return problem.value.verdict


async def test_telegram_is_reached_through_the_proxy_and_its_refusal_is_weather(proxy: list[str]):
    assert await opened() is Verdict.UNSENT
    (asked,) = proxy
    assert asked.startswith("CONNECT api.telegram.org:443 ")
    assert f"Proxy-Authorization: Basic {base64.b64encode(b'anna:secret').decode()}" in asked
    assert "4242" not in asked


async def test_an_own_server_of_the_bot_api_is_reached_directly(proxy: list[str]):
    assert await opened(api_url="https://127.0.0.1:9") is Verdict.UNSENT
    assert proxy == []


async def test_an_address_can_be_excepted(proxy: list[str], monkeypatch: pytest.MonkeyPatch):
    assert proxy_for("https://api.telegram.org")
    monkeypatch.setenv("no_proxy", "api.telegram.org")
    assert proxy_for("https://api.telegram.org") is None
    assert proxy == []
