"""Reading beside the writers: read-only snapshots in a few threads."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from bot.core.errors import StoreAway
from storage.engine.session import Session
from storage.engine.weather import passing, pauses

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.core.ports import Work
    from storage.engine.writer import MakeWork


class Readers:
    """Threads with read-only connections."""

    def __init__(self, engine: Engine, make_work: MakeWork, threads: int) -> None:
        self._engine = engine
        self._make_work = make_work
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    async def run(self, fn: Callable[[Work], Any]) -> Any:
        """Run on a snapshot; writing raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._insist, fn)

    def stop(self) -> None:
        """Wait for what is under way. Blocks."""
        self._pool.shutdown(wait=True)

    def _insist(self, fn: Callable[[Work], Any]) -> Any:
        waits = pauses()
        while True:
            try:
                return self._once(fn)
            except Exception as error:
                if not passing(error):
                    raise
                if (pause := next(waits, None)) is None:
                    raise StoreAway from error
                time.sleep(pause)

    def _once(self, fn: Callable[[Work], Any]) -> Any:
        with self._engine.connect() as connection, connection.begin():
            session = Session(connection)
            result = fn(self._make_work(session))
            session.flush()  # a write kept back is refused by the database like any other
            return result
