"""Reading beside the writers: read-only snapshots in a few threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any

from bot.core.errors import StoreAway
from storage.engine.session import Session
from storage.engine.weather import passing, tries

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.core.ports import Work
    from storage.engine.writer import MakeWork


class Readers:
    """Threads with read-only connections."""

    def __init__(self, engine: Engine, make_work: MakeWork, threads: int, stopping: Event) -> None:
        self._engine = engine
        self._make_work = make_work
        self._stopping = stopping
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    async def run(self, fn: Callable[[Work], Any]) -> Any:
        """Run on a snapshot; writing raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._insist, fn)

    def stop(self) -> None:
        """Wait for what is under way; `stopping` is set before, and what has not begun is given up. Blocks."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _insist(self, fn: Callable[[Work], Any]) -> Any:
        further = tries(self._stopping)
        while True:
            try:
                return self._once(fn)
            except Exception as error:
                if not passing(error):
                    raise
                if not next(further, 0):
                    raise StoreAway from error

    def _once(self, fn: Callable[[Work], Any]) -> Any:
        with self._engine.connect() as connection, connection.begin():
            session = Session(connection)
            result = fn(self._make_work(session))
            session.flush()  # a write kept back is refused by the database like any other
            return result
