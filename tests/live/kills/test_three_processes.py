"""Fault 40: three processes on one PostgreSQL. Two are killed one after the other in the middle of an announcement, and
the next takes over each time.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

from storage import open_store
from tests.fakeapi.client import FakeApi
from tests.live.kills.fire import Fire
from tests.live.running import Program
from tests.storage_fixtures import MakeDatabase, TurnableClock

PEOPLE = 300
KILLS = 2
IN_FLIGHT = 32
TAKEOVER = 15.0
"""Seconds within which a dead process's account is served by another one (design.md)."""


@contextlib.contextmanager
def three(folder: Path, settings: dict[str, str]) -> Iterator[list[Program]]:
    programs = [Program(folder / f"process-{number}", settings) for number in (1, 2, 3)]
    for program in programs:
        program.start()
    try:
        yield programs
        assert [program.stop() for program in programs] == [0, 0, 0]
    finally:
        for program in programs:
            program.kill()


async def holder(programs: list[Program]) -> Program:
    """The one process that serves Telegram at the moment."""
    for _ in range(300):
        serving = []
        for program in programs:
            with contextlib.suppress(Exception):  # killed or still starting
                if (await program.parts())["telegram"]["ok"]:
                    serving.append(program)
        assert len(serving) <= 1, "two processes serve one account"
        if serving:
            return serving[0]
        await asyncio.sleep(0.1)
    raise AssertionError("nobody serves Telegram")


async def test_fault_40_the_exact_audience_is_served_once_though_two_of_three_are_killed(
    tmp_path: Path, database_url: MakeDatabase, fakeapi: FakeApi
) -> None:
    url = database_url("postgresql")
    settings = {
        "DATABASE__URL": url,
        "TELEGRAM__TOKEN": fakeapi.token,
        "TELEGRAM__API_URL": fakeapi.url,
    }
    store = open_store(url, clock=TurnableClock(), erasures_file=tmp_path / "erased.txt")
    await store.start()
    try:
        with three(tmp_path, settings) as programs:
            fire = Fire(programs, url, store, fakeapi, PEOPLE)
            fire.settle()
            killed: list[Program] = []

            async def kill_the_holder(after: int) -> float:
                """When so many have their copy; the seconds until another process serves the others."""
                while len(fakeapi.counts()["chats"]) < after:  # noqa: ASYNC110 - another process is watched
                    await asyncio.sleep(0.05)
                killed.append(await holder([program for program in programs if program not in killed]))
                killed[-1].kill()
                since = time.monotonic()
                await holder([program for program in programs if program not in killed])
                return time.monotonic() - since

            async def kill_one_after_the_other() -> list[float]:
                return [await kill_the_holder(PEOPLE * number // (KILLS + 1)) for number in range(1, KILLS + 1)]

            killing = asyncio.create_task(kill_one_after_the_other())
            await fire.announce(lambda: False, random.Random(0))
            took = await killing
            for program in killed:
                program.start()
                await program.ready()
        assert max(took) < TAKEOVER, took
        assert fire.toll.lost == 0
        assert fire.toll.doubled == 0
        assert fire.toll.copies == PEOPLE
        assert fire.toll.uncertain <= KILLS * IN_FLIGHT, "only what was in flight may be uncertain"
    finally:
        await store.close()
