"""Fault 41, sending: processes are killed in the middle of announcements on Telegram and Matrix. A sample; `make bench
ARGS=kills` does the full count.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import DatabaseStore, open_store
from tests.fakeapi.client import FakeApi
from tests.live.kills.fire import AHEAD_MOST, Fire, play
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.live.running import Program
from tests.storage_fixtures import MakeDatabase, TurnableClock

__all__ = ["synapse"]

PEOPLE, ROOMS, KILLS = 90, 4, 3


@contextlib.asynccontextmanager
async def fire(
    folder: Path, url: str, api: FakeApi, homeserver: Synapse, people: int, rooms: int
) -> AsyncIterator[Fire]:
    """One process on both networks, people on Telegram, and some in rooms who have met the assistant."""
    bot = homeserver.user(f"unterhaken-fire-{random.SystemRandom().randrange(10**9)}")
    settings = {
        "DATABASE__URL": url,
        "TELEGRAM__TOKEN": api.token,
        "TELEGRAM__API_URL": api.url,
        "MATRIX__HOMESERVER": homeserver.url,
        "MATRIX__USER_ID": bot.user_id,
        "MATRIX__PASSWORD": bot.password,
    }
    program = Program(folder, settings)
    store: DatabaseStore = open_store(url, clock=TurnableClock(), erasures_file=folder / "erased.txt")
    program.start()
    try:
        await program.ready("telegram", "matrix")
        await store.start()
        async with contextlib.AsyncExitStack() as stack:
            there = []
            for _ in range(rooms):
                account = homeserver.user(f"fire-{random.SystemRandom().randrange(10**9)}")
                person = await stack.enter_async_context(MatrixPerson(homeserver, account))
                room = await person.opens(bot.user_id)
                await person.hears(room)
                there.append((person, room))
            scene = Fire([program], url, store, api, people, there)
            scene.settle()
            yield scene
        await program.ready("telegram", "matrix")  # before that it does not hear that it is to stop
        assert program.stop() == 0
    finally:
        program.kill()
        await store.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_41_kills_in_the_middle_of_announcements(
    kind: str, tmp_path: Path, database_url: MakeDatabase, fakeapi: FakeApi, synapse: Synapse
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    url = database_url(kind)
    async with fire(tmp_path, url, fakeapi, synapse, PEOPLE, ROOMS) as scene:
        toll = await play(scene, KILLS, seed)
    assert toll.kills >= KILLS
    assert (toll.lost, toll.doubled) == (0, 0), f"seed {seed}: {toll}"
    assert toll.copies == toll.announcements * (PEOPLE + ROOMS)
    assert toll.uncertain <= toll.under_way, f"seed {seed}: more uncertain than in flight: {toll}"
    assert toll.most <= AHEAD_MOST, f"seed {seed}: far too many claimed ahead: {toll}"
    assert toll.unsure == 0, f"seed {seed}: what may be sent again was not: {toll}"
    assert toll.listed == toll.uncertain
