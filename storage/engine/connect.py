"""Engines for both databases: one for writing, one for reading, with what each connection is set to."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from bot.core.pace.waits import Doubling

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

SQLITE_WAIT_MS = 5_000
"""How long SQLite itself waits for another process's lock before the transaction is tried again."""

SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout = {SQLITE_WAIT_MS}",
    # A commit survives kill -9, but not a power cut. Those that anybody outside relies on are forced to the disk after
    # the commit (storage.engine.lasting): an fsync costs 3 ms where it was measured, a commit without it 0.1 ms.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # erased means overwritten, not only unlinked
    "PRAGMA temp_store = MEMORY",  # no copy of anybody's words in a temporary file
    "PRAGMA cache_size = -8000",  # kB per connection
)


FROZEN_SECONDS = 5
"""A transaction in which nothing happens for so long is of a process that is frozen, or gone with its machine: the
server lets go of its locks, so that another process can take over within 15 s."""

POSTGRES_SESSION = (
    f"-c idle_in_transaction_session_timeout={FROZEN_SECONDS}s"
    " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2"
)
POSTGRES_CLIENT = {
    "connect_timeout": 10,
    "application_name": "unterhaken",
    # a server that does not answer is noticed by the same time (libpq: seconds, and milliseconds for the last one)
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 10_000,
}

SERVED = frozenset({"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"})
"""Databases with the drivers that this code is written for; another driver would not do what is promised here."""


class NotServed(ValueError):
    """A database's address that cannot be used. The message quotes nothing of it: it may hold a password."""


def writing_engine(url: str, connections: int) -> Engine:
    """The engine of the writer threads. SQLite: creates the folders above the file. Raises NotServed, OSError."""
    try:
        _refuse_others(url)
        if is_sqlite(url):
            _make_parents(url)
            return _sqlite(url, "BEGIN IMMEDIATE", connections)
        return _postgres(url, connections)
    except NotServed:
        raise
    except (ArgumentError, ValueError):  # from SQLAlchemy, which quotes what it cannot read
        raise NotServed("its address cannot be read") from None


def reading_engine(url: str, connections: int) -> Engine:
    """The engine of the reader threads; its connections cannot write."""
    if is_sqlite(url):
        engine = _sqlite(url, "BEGIN", connections)
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
        return engine
    return _postgres(url, connections).execution_options(postgresql_readonly=True)


def _refuse_others(url: str) -> None:
    if make_url(url).drivername not in SERVED:
        raise NotServed("it must begin with sqlite:/// or postgresql://")


def is_sqlite(url: str) -> bool:
    """Whether the URL names a SQLite file."""
    return make_url(url).get_backend_name() == "sqlite"


def _make_parents(url: str) -> None:
    file = make_url(url).database
    if not file or file == ":memory:":
        raise NotServed("SQLite needs a file: sqlite:///folder/name.db")
    Path(file).parent.mkdir(parents=True, exist_ok=True)


def _sqlite(url: str, begin: str, connections: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        # autocommit in the driver: transactions begin where we say so, never deferred by surprise
        connect_args={"isolation_level": None, "check_same_thread": False, "cached_statements": 512},
    )

    @event.listens_for(engine, "connect")
    def _set_up(raw: Any, _record: object) -> None:
        for pragma in SQLITE_PRAGMAS:
            raw.execute(pragma)
        _log_ahead(raw)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _log_ahead(raw: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. Only the first connection to a new file changes anything; while several are the
    first, SQLite refuses all but one at once, however long it is told to wait.
    """
    pauses, until = Doubling(0.005, 0.1, jitter=1.0), time.monotonic() + SQLITE_WAIT_MS / 1000
    while True:
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(pauses.next())
        else:
            return


def _postgres(url: str, connections: int) -> Engine:
    own = make_url(url).query.get("options", "")
    return create_engine(
        url,
        isolation_level="REPEATABLE READ",
        pool_size=connections,
        max_overflow=0,
        connect_args=POSTGRES_CLIENT | {"options": f"{POSTGRES_SESSION} {own}"},
    )
