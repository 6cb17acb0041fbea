"""Three processes on one PostgreSQL: one is killed in the middle of an announcement, another takes over."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

from storage import open_store
from tests.fakeapi.client import FakeApi
from tests.live.fire import Fire
from tests.live.running import Program
from tests.storage_fixtures import MakeDatabase, TurnableClock

PEOPLE = 300
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


async def test_the_exact_audience_is_served_once_though_one_of_three_is_killed(
    tmp_path: Path, database_url: MakeDatabase, fakeapi: FakeApi
) -> None:
    url = database_url("postgresql")
    settings = {
        "DATABASE__URL": url,
        "TELEGRAM__TOKEN": fakeapi.token,
        "TELEGRAM__API_URL": fakeapi.url,
        "LOG__LEVEL": "INFO",
    }
    store = open_store(url, clock=TurnableClock(), erasures_file=tmp_path / "erased.txt")
    await store.start()
    try:
        with three(tmp_path, settings) as programs:
            fire = Fire(programs, url, store, fakeapi, PEOPLE)
            first = await holder(programs)
            fire.settle()

            async def kill_the_holder() -> float:
                while len(fakeapi.counts()["chats"]) < PEOPLE // 3:  # noqa: ASYNC110 - another process is watched
                    await asyncio.sleep(0.05)
                first.kill()
                since = time.monotonic()
                assert await holder([program for program in programs if program is not first]) is not first
                return time.monotonic() - since

            killing = asyncio.create_task(kill_the_holder())
            await fire.announce(lambda: False, random.Random(0))
            took = await killing
            first.start()
            await first.ready()
        assert took < TAKEOVER
        assert fire.toll.lost == 0
        assert fire.toll.doubled == 0
        assert fire.toll.copies == PEOPLE
        assert fire.toll.uncertain <= IN_FLIGHT, "only what was in flight may be uncertain"
    finally:
        await store.close()
