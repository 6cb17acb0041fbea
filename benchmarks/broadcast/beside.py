"""How fast a reply comes while an announcement goes to 100,000: the real program on the fake Bot API."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path

import aiohttp

from benchmarks.broadcast.outbox import house_at
from benchmarks.broadcast.telegram import PEERS
from benchmarks.inbound.persons import Types
from benchmarks.latency import Crowd, percentile, script
from benchmarks.report import Row
from tests.fakeapi.client import FakeApi
from tests.live.running import ROOT, Program
from tests.live.town import announce, settle

RECIPIENTS, FIRST = 100_000, 5_000_000
RATE, SECONDS = 10.0, 30.0
PEER_SECONDS = 10.0
PATIENCE = 5.0
PEER = "PTB, the loop inside a handler"
NOTE = {PEER: "answers nobody until its loop is through: what is told is how long the measurement lasted"}


async def _speak(crowd: Crowd, slots: islice) -> list[float]:
    """Milliseconds until each answer; at RATE messages a second."""
    began, since = time.monotonic(), time.time()
    async with asyncio.TaskGroup() as speaking:
        for slot, (chat, act) in enumerate(slots):
            await asyncio.sleep(began + slot / RATE - time.monotonic())
            speaking.create_task(crowd.says(chat, act))
    await asyncio.sleep(2.0)
    return await crowd.latencies(since)


@asynccontextmanager
async def _crowd(api: FakeApi, token: str) -> AsyncIterator[Crowd]:
    async with aiohttp.ClientSession() as session:
        yield Crowd(session, f"http://127.0.0.1:{api._control}", token)  # noqa: SLF001 - the client's own blocks


async def _ours(api: FakeApi, folder: Path) -> tuple[list[float], list[float], int]:
    """Idle, during the announcement, and how many copies went out meanwhile."""
    url = f"sqlite:///{folder}/data/unterhaken.db"
    acts = script()
    async with _crowd(api, api.token) as crowd:
        await _speak(crowd, islice(acts, int(5 * RATE)))  # warm
        idle = await _speak(crowd, islice(acts, int(SECONDS * RATE)))
        async with house_at(url, folder) as house:
            await house.store.transact(announce)
        await asyncio.sleep(10.0)  # the rows are being written and the first copies go out
        busy = await _speak(crowd, islice(acts, int(SECONDS * RATE)))
    sent = sum(int(chat) >= FIRST for chat in api.counts()["chats"])
    return idle, busy, sent


async def _theirs(api: FakeApi) -> float:
    """Milliseconds until the slowest answer; as long as the measurement lasted if there was none."""
    async with _crowd(api, api.token) as crowd:
        await crowd.says(1, Types("Hallo"))
        await asyncio.sleep(2.0)
        await crowd.says(1, Types("/broadcast"))
        await asyncio.sleep(1.0)
        said = time.time()
        await crowd.says(2, Types("Hallo"))
        await asyncio.sleep(PEER_SECONDS)
        answers = [message["at"] for message in await crowd.sent(2)]
    return ((answers[0] if answers else time.time()) - said) * 1000


def _peer() -> float:
    with FakeApi() as api:
        api.control("bot", anybody=True)
        script_ = "benchmarks/broadcast/peers/ptb_bot.py"
        command = [str(ROOT / PEERS), script_, api.url, api.token, str(FIRST), str(RECIPIENTS)]
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed but for a port
        try:
            return asyncio.run(_theirs(api))
        finally:
            process.terminate()
            process.wait(PATIENCE)


def measure() -> list[Row]:
    """One run of each."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, FakeApi() as api:
        api.control("bot", anybody=True)
        folder = Path(name)
        settings = {"TELEGRAM__TOKEN": api.token, "TELEGRAM__API_URL": api.url, "LOG__LEVEL": "INFO"}
        program = Program(folder, settings)
        program.start()
        try:
            asyncio.run(program.ready("telegram"))
            settle(
                f"sqlite:///{folder}/data/unterhaken.db", f"telegram:{api.token.partition(':')[0]}", RECIPIENTS, FIRST
            )
            idle, busy, sent = asyncio.run(_ours(api, folder))
            program.stop()
        finally:
            program.kill()
    waited = percentile(busy, 99) - percentile(idle, 99)
    return [
        Row(
            "reply during 100,000, p99 above the idle p99",
            waited,
            "ms",
            at_most=100.0,
            peers={PEER: _peer()},
            notes=NOTE,
        ),
        Row("reply idle, p99", percentile(idle, 99), "ms"),
        Row("copies that went out meanwhile", sent, "", at_least=30 * SECONDS),
    ]
