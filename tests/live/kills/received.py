"""What networks handed over, compared with the inbox: nobody's message may be missing there, though they repeat it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection
from pathlib import Path

from tests.fakeapi.client import FakeApi, until

SECONDS = 30.0
"""So long the bot may take to fetch what is still waiting for it; what is not in the inbox then was lost."""

ON_TELEGRAM = "select count(*) from inbox where account like 'telegram:%'"
ON_MATRIX = "select event from inbox where account like 'matrix:%'"


def rows(database: Path, query: str, *given: object) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(query, given).fetchall()


async def all_received_on_telegram(database: Path, api: FakeApi) -> None:
    """Every update that Telegram made has its row, handled or not: rows are kept for days."""

    def counted() -> tuple[int, int]:
        ((received,),) = rows(database, ON_TELEGRAM)
        return received, api.counts()["updates"]

    with contextlib.suppress(AssertionError):
        await until(lambda: counted()[0] == counted()[1], SECONDS)
    received, made = counted()
    assert received == made, f"{made - received} of {made} updates are not in the inbox"


async def all_received_on_matrix(database: Path, said: Collection[str]) -> None:
    """Every event that people sent, by its id, has its row."""

    def missing() -> set[str]:
        return set(said).difference(event for (event,) in rows(database, ON_MATRIX))

    with contextlib.suppress(AssertionError):
        await until(lambda: not missing(), SECONDS)
    assert not missing(), f"{len(missing())} of {len(said)} events are not in the inbox"
