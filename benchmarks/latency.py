"""Reply latency: the real program in its own process, the fake Bot API in another, people joining at a steady rate.

An echo bot on the same fake Bot API, in the same run, shows how long the network alone takes.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import psutil

from benchmarks.inbound.persons import Act, Somebody, Types
from benchmarks.report import Row
from tests.fakeapi.client import FakeApi
from tests.live.running import ROOT, Program

RATE = 50.0
"""Messages a second, each at its own moment whether or not the last was answered (no coordinated omission)."""

WARM_SECONDS, SECONDS = 6.0, 40.0
"""Before and while it counts; long enough for every step of joining to occur."""

PEOPLE = 200
"""At once, so everybody reads for four seconds before answering. Whoever has joined makes room for somebody new."""

ECHO_EVERY = 10
"""Messages of ours per message to the echo bot: it must not be a load of its own."""

ECHO_TOKEN, ECHO_CHATS = "4343:ECHO-token-for-benchmarks", 20
PATIENCE = 10.0
P50_MOST, P99_MOST = 15.0, 60.0
"""Milliseconds above the network's own."""


@dataclass
class Crowd:
    """People at the control interface of the fake Bot API. `said`: chat -> when something was said, by the clock."""

    session: aiohttp.ClientSession
    url: str
    token: str
    said: dict[int, list[float]] = field(default_factory=dict)

    async def says(self, chat: int, act: Act) -> None:
        """Type, or tap on what was offered last. TimeoutError if nothing is offered."""
        if isinstance(act, Types):
            self._now(chat)
            await self._control("says", chat=chat, text=act.words, language="de")
            return
        ref, data = await self._offered(chat, act.at)
        self._now(chat)
        await self._control("presses", chat=chat, language="de", message_id=ref, data=data)

    async def _offered(self, chat: int, at: int) -> tuple[int, str]:
        """Whoever sees no button yet waits for it; the answer that was late is in the figures either way."""
        for _ in range(int(PATIENCE / 0.05)):
            shown = await self.sent(chat)
            for message in shown[-1:]:
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                buttons = [button["callback_data"] for row in rows for button in row]
                if len(buttons) > at:
                    return message["message_id"], buttons[at]
            await asyncio.sleep(0.05)
        said = [message.get("text", "")[:40] for message in shown]
        raise TimeoutError(f"chat {chat} waits for an offer in vain, after {said}")

    async def sent(self, chat: int) -> list[dict[str, Any]]:
        """Everything the bot sent to this chat; "at" is the moment."""
        found: list[dict[str, Any]] = await self._control("sent", chat=chat)
        return found

    async def latencies(self, since: float) -> list[float]:
        """Milliseconds from each word or tap since then to the first message after it. RuntimeError if one lacks."""
        found = []
        for chat, said in self.said.items():
            answers = [message["at"] for message in await self.sent(chat)]
            for at, until in zip(said, [*said[1:], float("inf")], strict=True):
                answer = next((moment for moment in answers if at <= moment < until), None)
                if answer is None:
                    raise RuntimeError(f"chat {chat} got no answer before it spoke again")
                if at >= since:
                    found.append((answer - at) * 1000)
        return found

    def _now(self, chat: int) -> None:
        self.said.setdefault(chat, []).append(time.time())

    async def _control(self, action: str, **given: object) -> Any:
        body = orjson.dumps({"token": self.token, **given})
        async with self.session.post(f"{self.url}/control/{action}", data=body) as response:
            answer = orjson.loads(await response.read())
        if "problem" in answer:
            raise RuntimeError(answer["problem"])
        return answer["result"]


def script() -> Iterator[tuple[int, Act]]:
    """Who does what, one act per slot: seat by seat, and a new person where one has joined."""
    numbers = iter(range(10_001, 1_000_000))
    seats: list[tuple[int, Iterator[Act]]] = [(0, iter(())) for _ in range(PEOPLE)]
    while True:
        for at, (chat, acts) in enumerate(seats):
            act = next(acts, None)
            if act is not None:
                yield chat, act
                continue
            fresh = next(numbers)
            seats[at] = (fresh, Somebody(fresh).acts())
            yield fresh, next(seats[at][1])


async def play(ours: Crowd, echo: Crowd) -> float:
    """Everybody speaks at their moment. Returns when it began to count."""
    began = time.monotonic() + 0.1
    counted = time.time() + 0.1 + WARM_SECONDS
    async with asyncio.TaskGroup() as speaking:
        for slot, (chat, act) in zip(range(int((WARM_SECONDS + SECONDS) * RATE)), script(), strict=False):
            await asyncio.sleep(began + slot / RATE - time.monotonic())
            speaking.create_task(ours.says(chat, act))
            if slot % ECHO_EVERY == 0:
                await asyncio.sleep(0.5 / RATE)  # between two of ours
                speaking.create_task(echo.says(1 + slot // ECHO_EVERY % ECHO_CHATS, Types(f"{slot}")))
    return counted


async def _measure(api: FakeApi, program: Program) -> tuple[list[float], list[float], float]:
    """Ours, the echo bot's, and milliseconds the processor worked for one message of ours."""
    await program.ready("telegram")
    async with _crowds(api) as (ours, echo):
        worked = _worked(program)
        since = await play(ours, echo)
        await asyncio.sleep(2.0)  # the last answers
        worked = (_worked(program) - worked) * 1000 / sum(map(len, ours.said.values()))
        return await ours.latencies(since), await echo.latencies(since), worked


def _worked(program: Program) -> float:
    if program.process is None:
        raise RuntimeError("the program was not started")
    spent = psutil.Process(program.process.pid).cpu_times()
    return spent.user + spent.system


@asynccontextmanager
async def _crowds(api: FakeApi) -> AsyncIterator[tuple[Crowd, Crowd]]:
    url = f"http://127.0.0.1:{api._control}"  # noqa: SLF001 - the client blocks, and opens a connection per call
    async with aiohttp.ClientSession() as session:
        yield Crowd(session, url, api.token), Crowd(session, url, ECHO_TOKEN)


@contextmanager
def _echo_bot(api: FakeApi) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.echo", api.url, ECHO_TOKEN], cwd=ROOT)  # noqa: S603
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def measure() -> list[Row]:
    """One run. The network's own median is taken from our figures, and only that: its own outliers stay in ours."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, FakeApi() as api, _echo_bot(api):
        settings = {"TELEGRAM__TOKEN": api.token, "TELEGRAM__API_URL": api.url, "LOG__LEVEL": "INFO"}
        program = Program(Path(folder), settings)
        program.start()
        try:
            measured = asyncio.run(_measure(api, program))
            program.stop()
        finally:
            program.kill()
    return _rows(*measured)


def _rows(ours: Sequence[float], echo: Sequence[float], worked: float) -> list[Row]:
    own = statistics.median(echo)
    note = {"echo bot": "no database, no dialogue, no sealed buttons, no texts: what the network alone costs"}
    figures = []
    for name, at, most in (("p50", 50, P50_MOST), ("p99", 99, P99_MOST)):
        peer = {"echo bot": percentile(echo, at) - own}
        measured = f"reply at {RATE:g} messages/s above the network's own {own:.2f} ms, {name}"
        figures.append(Row(measured, percentile(ours, at) - own, "ms", at_most=most, peers=peer, notes=note))
    figures.append(Row("processor time per message, everything included", worked, "ms"))
    figures.append(Row("messages answered and counted", len(ours), "messages", at_least=RATE * 20))
    return figures


def percentile(values: Sequence[float], at: int) -> float:
    """The value that `at` percent do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[at - 1]
