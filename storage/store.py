"""The database as the core's `Store`: migrations at start, writer and reader threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from storage.engine.connect import is_sqlite, reading_engine, writing_engine
from storage.engine.reader import Readers
from storage.engine.session import Session
from storage.engine.writer import Writers
from storage.migrations.migrate import migrate
from storage.privacy.memory import SECRET, ErasuresFile, complete_file
from storage.work import DatabaseWork

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from bot.core.ports import Clock, Work

T = TypeVar("T")

WRITERS = 4
"""Writer threads on PostgreSQL; SQLite has one writer by nature."""

READERS = 4


class DatabaseStore:
    """`Store` of bot.core.ports. Between `start` and `close` it may be used from one event loop or several."""

    def __init__(self, url: str, clock: Clock, erasures_file: Path | None, zone: ZoneInfo) -> None:
        self._clock = clock
        self._zone = zone
        self._erased = ErasuresFile(erasures_file)
        self._engine = writing_engine(url, WRITERS + 1)
        writers = 1 if is_sqlite(url) else WRITERS
        self._reading = reading_engine(url, READERS)
        self._stopping = Event()
        self._writers = Writers(self._engine, self._work, writers, self._stopping)
        self._readers = Readers(self._reading, self._work, READERS, self._stopping)

    async def start(self) -> None:
        """Migrate under a lock, make the keys that every backup must hold, and begin to serve."""
        await asyncio.to_thread(migrate, self._engine)
        self._writers.start()
        await self.transact(lambda work: work.vault.secret(SECRET))
        await asyncio.to_thread(self._complete_erasures)

    async def close(self) -> None:
        """Finish what is queued and let go of the database. Safe to call after a failed start."""
        await asyncio.to_thread(self._stop)

    async def transact(self, fn: Callable[[Work], T]) -> T:
        """Run in one read-write transaction, perhaps shared with others; committed when this returns."""
        result: T = await self._writers.run(fn)
        return result

    async def read(self, fn: Callable[[Work], T]) -> T:
        """Run on a read-only snapshot; whoever writes here gets the database's error."""
        result: T = await self._readers.run(fn)
        return result

    @property
    def asked(self) -> int:
        """How many functions `transact` was given so far."""
        return self._writers.asked

    def _work(self, session: Session) -> DatabaseWork:
        return DatabaseWork(session, self._erased, self._zone)

    def _complete_erasures(self) -> None:
        with self._reading.connect() as connection, connection.begin():
            complete_file(Session(connection), self._erased)

    def _stop(self) -> None:
        self._stopping.set()
        self._writers.stop()
        self._readers.stop()
        self._engine.dispose()
        self._reading.dispose()
