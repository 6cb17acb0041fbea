"""Fault 34: the disk is full. Here no file of the process may grow, which its database meets in the same way."""

from __future__ import annotations

import asyncio
import random
import resource
from pathlib import Path

from storage import open_store
from tests.fakeapi.client import FakeApi, until
from tests.live.kills.fire import Fire
from tests.live.running import Program
from tests.storage_fixtures import MakeDatabase, TurnableClock

FULL, FREE = 1024, resource.RLIM_INFINITY
"""Bytes up to which a file may be written."""

PEOPLE = 240
WORDS = "Eine Nachricht an alle"
UNDER_WAY = ("sending", "sent")
"""The states of a copy that may have reached the network."""


def let_files_grow(program: Program, most: int) -> None:
    assert program.process is not None
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def test_fault_34_nothing_is_confirmed_while_the_disk_is_full_and_then_everything_is_answered(
    tmp_path: Path, fakeapi: FakeApi
) -> None:
    settings = {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url}
    program = Program(tmp_path, settings)
    program.start()
    try:
        await program.ready("telegram")
        anna = fakeapi.user(1002)
        anna.types("/start")
        assert "Guten Tag" in (await anna.sees()).words

        let_files_grow(program, FULL)
        anna.types("Wann ist das Treffen?")
        assert "disk is full" in await program.trouble("telegram", 60)
        assert len(anna.all()) == 1, "answered what could not be stored"

        let_files_grow(program, FREE)
        await program.ready("telegram", seconds=60)
        assert (await anna.sees(30)).words
        assert program.stop() == 0
    finally:
        program.kill()


async def fill_the_disk(fire: Fire, program: Program) -> None:
    """In the middle of the announcement. Then the sending stops, with nothing out that the ledger does not know of."""
    await until(lambda: len(fire.api.counts()["chats"]) >= PEOPLE // 3, seconds=60)
    let_files_grow(program, FULL)
    try:
        assert "disk is full" in await program.trouble("telegram", 60)
        sent = await asyncio.to_thread(fire.on_telegram, WORDS)
        told = await asyncio.to_thread(fire.told, 1)
        assert all(told[one] in UNDER_WAY for one, count in sent.items() if count), "sent what is not noted"
        await asyncio.sleep(1.0)
        assert await asyncio.to_thread(fire.on_telegram, WORDS) == sent, "sends on though it cannot note it"
        assert 0 < sent.total() < PEOPLE
    finally:
        let_files_grow(program, FREE)


async def test_fault_34_an_announcement_stops_while_the_disk_is_full_and_then_everybody_has_it_once(
    tmp_path: Path, database_url: MakeDatabase, fakeapi: FakeApi
) -> None:
    url = database_url("sqlite")
    settings = {"DATABASE__URL": url, "TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url}
    program = Program(tmp_path, settings)
    store = open_store(url, clock=TurnableClock(), erasures_file=tmp_path / "erased.txt")
    program.start()
    try:
        await program.ready("telegram")
        await store.start()
        fire = Fire([program], url, store, fakeapi, PEOPLE)
        fire.settle()
        filling = asyncio.create_task(fill_the_disk(fire, program))
        await fire.announce(lambda: False, random.Random(0))
        await filling
        assert (fire.toll.lost, fire.toll.doubled, fire.toll.copies) == (0, 0, PEOPLE)
        assert fire.toll.uncertain == 0, "the process lived on and knew what it had sent"
        assert program.stop() == 0
    finally:
        program.kill()
        await store.close()
