"""The fake Bot API server for every test that wants it: one process per run, a bot of its own per test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest

from bot.adapters.telegram import TelegramTransport
from tests.fakeapi.client import FakeApi


@pytest.fixture(scope="session")
def fakeapi_server() -> Iterator[tuple[FakeApi, count[int]]]:
    with FakeApi() as api:
        yield api, count(5001)


@pytest.fixture
def fakeapi(fakeapi_server: tuple[FakeApi, count[int]]) -> Iterator[FakeApi]:
    """A bot that nobody else uses; no faults are left over, and no call was refused by the table."""
    server, numbers = fakeapi_server
    api = server.bot(f"{next(numbers)}:FAKE-token-for-tests")
    yield api
    api.control("clear")
    assert api.counts()["complaints"] == []


@pytest.fixture
async def telegram(fakeapi: FakeApi) -> AsyncIterator[TelegramTransport]:
    """The real transport, open, on the fake server."""
    transport = TelegramTransport(fakeapi.token, api_url=fakeapi.url)
    await transport.open()
    yield transport
    await transport.close()
