"""The writer threads: functions queue up, up to 64 share a transaction, and each learns its own result."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from bot.core.errors import StoreAway
from storage.engine.lasting import keep, log_emptied
from storage.engine.marks import Mark
from storage.engine.session import Session
from storage.engine.weather import lost, passing, rivalled, tries

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from bot.core.ports import Work

GROUP = 64
"""Functions per transaction: beyond this the commit is no longer what costs (measured 6.1k/s against 3.5k/s alone)."""

MakeWork = Callable[[Session], "Work"]


@dataclass(slots=True)
class Job:
    """One function waiting for its transaction."""

    fn: Callable[[Work], Any]
    future: Future[Any] = field(default_factory=Future)


class Writers:
    """The threads that write. One for SQLite, several for PostgreSQL; all take from the same queue."""

    def __init__(self, engine: Engine, make_work: MakeWork, threads: int, stopping: Event) -> None:
        self._engine = engine
        self._make_work = make_work
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads = [Thread(target=self._serve, name=f"writer-{n}", daemon=True) for n in range(threads)]
        self._marked = engine.dialect.name != "sqlite"
        self._stopping = stopping
        self.asked = 0  # how many functions were queued so far

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let what is queued finish, then end the threads; `stopping` is set before. Blocks. Nothing happens if they
        were never started.
        """
        started = [thread for thread in self._threads if thread.ident is not None]
        for _ in started:
            self._jobs.put(None)
        for thread in started:
            thread.join()

    async def run(self, fn: Callable[[Work], Any]) -> Any:
        """Queue a function and wait until it is committed."""
        if self._stopping.is_set():
            raise StoreClosed
        job = Job(fn)
        self.asked += 1
        self._jobs.put(job)
        return await asyncio.wrap_future(job.future)

    def _serve(self) -> None:
        writer = Writer(self._engine, self._make_work, Mark() if self._marked else None, self._stopping)
        while (first := self._jobs.get()) is not None:
            group, ended = self._more(first)
            writer.write(group)
            if ended:
                self._jobs.put(None)
        writer.close()

    def _more(self, first: Job) -> tuple[list[Job], bool]:
        group = [first]
        while len(group) < GROUP:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job is None:
                return group, True
            group.append(job)
        return group, False


class StoreClosed(Exception):
    """The database has been let go of; nothing is written any more."""


class CommitUnknown(StoreAway):
    """The connection was lost during COMMIT and the database did not come back to say what became of it, or what was
    committed could not be forced to the disk.

    Nothing is run again: whoever called reads by key what is there (the inbox and the ledger are built for that).
    """


class Writer:
    """What one thread does: run a group, commit, tell the results; apart if one fails; again if it was only weather."""

    def __init__(self, engine: Engine, make_work: MakeWork, mark: Mark | None, stopping: Event) -> None:
        self._engine = engine
        self._make_work = make_work
        self._mark = mark
        self._stopping = stopping
        self._connection: Connection | None = None
        self._registered = mark is None
        self._log_due = False

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def write(self, group: list[Job]) -> None:
        """Every job's future is done when this returns."""
        wanted = [job for job in group if job.future.set_running_or_notify_cancel()]
        if len(wanted) > 1 and self._together(wanted):
            return
        for job in wanted:
            try:
                job.future.set_result(self._insist([job])[0])
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits for this function
                job.future.set_exception(error)

    def _together(self, jobs: list[Job]) -> bool:
        """All in one transaction; False if nothing was written because one of them failed."""
        try:
            results = self._insist(jobs)
        except StoreAway as error:
            for job in jobs:
                job.future.set_exception(error)
        except BaseException:  # noqa: BLE001 - each is run alone next and gets its own error
            return False
        else:
            for job, result in zip(jobs, results, strict=True):
                job.future.set_result(result)
        return True

    def _insist(self, jobs: list[Job]) -> list[Any]:
        """Run and commit, again while the trouble is passing. If it stays too long: StoreAway, or, where the database
        is there and only others are in the way, its own error.
        """
        further = tries(self._stopping)
        while True:
            try:
                return self._once(jobs)
            except Exception as error:
                self._drop(error)
                if not passing(error):
                    raise
                if not next(further, 0):
                    if rivalled(error) and not self._stopping.is_set():
                        raise
                    raise StoreAway from error

    def _once(self, jobs: list[Job]) -> list[Any]:
        connection = self._connect()
        session = Session(connection)
        committing = False
        try:
            with connection.begin():
                results = self._work_off(session, jobs)
                if self._mark is not None:
                    self._mark.set(connection, relaxed=not session.must_last)
                committing = True
        except Exception as error:
            self._drop(error)
            if not (committing and lost(error) and self._arrived()):
                raise
        if session.must_last:
            _keep(connection)
        session.committed()
        self._log_due = self._log_due or session.empty_log
        if self._log_due:
            self._log_due = not log_emptied(connection)
        return results

    def _work_off(self, session: Session, jobs: list[Job]) -> list[Any]:
        work = self._make_work(session)
        results = []
        for job in jobs:
            session.redoable = False
            results.append(job.fn(work))
            session.must_last = session.must_last or not session.redoable
        session.flush()
        return results

    def _arrived(self) -> bool:
        """After a connection lost during COMMIT: whether it took place."""
        if self._mark is None:
            return False
        further = tries(self._stopping)
        while True:
            try:
                return self._mark.arrived(self._engine)
            except Exception as error:
                if not passing(error) or not next(further, 0):
                    raise CommitUnknown from error

    def _connect(self) -> Connection:
        if self._connection is None:
            if self._mark is not None and not self._registered:
                self._mark.register(self._engine)
                self._registered = True
            self._connection = self._engine.connect()
        return self._connection

    def _drop(self, error: BaseException) -> None:
        """A connection that failed is not trusted again."""
        if self._connection is not None:
            if lost(error):
                self._connection.invalidate()
            self._connection.close()
            self._connection = None


def _keep(connection: Connection) -> None:
    """It is committed: an error here must not look as if nothing had been written, or it would be run again."""
    try:
        keep(connection)
    except OSError as error:
        raise CommitUnknown from error
