"""Announcements under fire: SIGKILLs at random moments, on SQLite and PostgreSQL, Telegram and Matrix (Synapse)."""

from __future__ import annotations

import asyncio
import random
import tempfile
from pathlib import Path

from benchmarks.databases import postgres
from benchmarks.report import Row
from tests.fakeapi.client import FakeApi
from tests.live.kills.fire import AHEAD_MOST, Toll, play
from tests.live.kills.test_fire import fire
from tests.live.matrix.synapse import Synapse

KILLS = 100
"""On each database."""

PEOPLE, ROOMS = 300, 10


async def _under_fire(folder: Path, url: str, homeserver: Synapse, seed: int) -> Toll:
    with FakeApi() as api:
        async with fire(folder, url, api, homeserver, PEOPLE, ROOMS) as scene:
            return await play(scene, KILLS, seed)


def measure() -> list[Row]:
    """About half an hour."""
    seed, homeserver = random.SystemRandom().randrange(10**6), Synapse()
    homeserver.start()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            tolls = {"SQLite": asyncio.run(_under_fire(folder / "a", f"sqlite:///{folder}/a.db", homeserver, seed))}
            with postgres(folder) as url:
                tolls["PostgreSQL"] = asyncio.run(_under_fire(folder / "b", url, homeserver, seed))
    finally:
        homeserver.stop()
    return [row for where, toll in tolls.items() for row in _rows(where, toll, seed)]


def _rows(where: str, toll: Toll, seed: int) -> list[Row]:
    return [
        Row(f"kills, {where} (seed {seed})", toll.kills, "", at_least=KILLS),
        Row(f"copies, {where}", toll.copies, ""),
        Row(f"lost, {where}", toll.lost, "", at_most=0),
        Row(f"doubled, {where}", toll.doubled, "", at_most=0),
        Row(
            f"uncertain on Telegram, of {toll.under_way} being sent when killed, {where}",
            toll.uncertain,
            "",
            at_most=toll.under_way,
        ),
        Row(f"most under way on Telegram at one kill, {where}", toll.most, "", at_most=AHEAD_MOST),
        Row(f"uncertain and not listed, {where}", toll.uncertain - toll.listed, "", at_most=0),
        Row(f"uncertain on Matrix, {where}", toll.unsure, "", at_most=0),
    ]
