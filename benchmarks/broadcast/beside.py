"""How fast a reply comes while an announcement goes to 100,000: the real program on the fake Bot API, with 50 ms of
latency. The clock runs from the release on, so that the writing of the rows counts too. Medians of three runs.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import islice
from pathlib import Path

import aiohttp

from benchmarks.broadcast.outbox import house_at
from benchmarks.broadcast.telegram import LATENCY, PEERS, ROUNDS
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
    with _api() as api:
        script_ = "benchmarks/broadcast/peers/ptb_bot.py"
        command = [str(ROOT / PEERS), script_, api.url, api.token, str(FIRST), str(RECIPIENTS)]
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed but for a port
        try:
            return asyncio.run(_theirs(api))
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _run() -> tuple[list[float], list[float], int]:
    with tempfile.TemporaryDirectory(prefix="bench-") as name, _api() as api:
        folder = Path(name)
        settings = {"TELEGRAM__TOKEN": api.token, "TELEGRAM__API_URL": api.url, "LOG__LEVEL": "INFO"}
        program = Program(folder, settings)
        program.start()
        try:
            asyncio.run(program.ready("telegram"))
            account = f"telegram:{api.token.partition(':')[0]}"
            settle(f"sqlite:///{folder}/data/unterhaken.db", account, RECIPIENTS, FIRST)
            found = asyncio.run(_ours(api, folder))
            program.stop()
        finally:
            program.kill()
    return found


@contextmanager
def _api() -> Iterator[FakeApi]:
    with FakeApi() as api:
        api.control("bot", anybody=True)
        api.control("fault", kind="late", method="send", times=10**9, seconds=LATENCY)
        yield api


def measure() -> list[Row]:
    """About five minutes."""
    runs = [_run() for _ in range(ROUNDS)]
    calm = statistics.median(percentile(idle, 99) for idle, _, _ in runs)
    waited = statistics.median(percentile(busy, 99) - percentile(idle, 99) for idle, busy, _ in runs)
    theirs = {PEER: statistics.median(_peer() for _ in range(ROUNDS)) - calm}
    return [
        Row("reply during 100,000, p99 above the idle p99", waited, "ms", at_most=100.0, peers=theirs, notes=NOTE),
        Row("reply idle, p99", calm, "ms"),
        Row("copies that went out meanwhile", min(sent for _, _, sent in runs), "", at_least=29 * SECONDS),
    ]
