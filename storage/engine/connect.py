"""Engines for both databases: one for writing, one for reading, with what each connection is set to."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

logger = logging.getLogger(__name__)

SQLITE_WAIT_MS = 5_000
"""How long SQLite itself waits for another process's lock before the transaction is tried again."""

SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout = {SQLITE_WAIT_MS}",
    "PRAGMA journal_mode = WAL",
    # FULL, not NORMAL: NORMAL survives kill -9, but a power cut may take back commits since the last checkpoint, and
    # by then the networks have been told that those messages are safe. Group commit shares the price of the fsync.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # erased means overwritten, not only unlinked
    "PRAGMA temp_store = MEMORY",  # no copy of anybody's words in a temporary file
    "PRAGMA cache_size = -16000",  # kB per connection
)


def writing_engine(url: str, connections: int) -> Engine:
    """The engine of the writer threads. SQLite: creates the folders above the file."""
    if is_sqlite(url):
        _make_parents(url)
        return _sqlite(url, "BEGIN IMMEDIATE", connections)
    return _postgres(url, connections)


def reading_engine(url: str, connections: int) -> Engine:
    """The engine of the reader threads; its connections cannot write."""
    if is_sqlite(url):
        engine = _sqlite(url, "BEGIN", connections)
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
        return engine
    return _postgres(url, connections).execution_options(postgresql_readonly=True)


def log_emptied(connection: Connection) -> bool:
    """Move SQLite's write-ahead log into the database and cut it to nothing, so that nothing erased is left in it.

    False if a reader still needs it after SQLite's own waiting; then it is tried again after the next commit.
    """
    raw = connection.connection.driver_connection
    if raw is None or connection.dialect.name != "sqlite":
        return True
    try:
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        logger.warning("the write-ahead log could not be emptied yet: %s", error)
        return False
    return not busy


def is_sqlite(url: str) -> bool:
    """Whether the URL names a SQLite file."""
    return make_url(url).get_backend_name() == "sqlite"


def _make_parents(url: str) -> None:
    file = make_url(url).database
    if not file or file == ":memory:":
        raise ValueError("SQLite needs a file: sqlite:///folder/name.db")
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

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres(url: str, connections: int) -> Engine:
    return create_engine(
        url,
        isolation_level="REPEATABLE READ",
        pool_size=connections,
        max_overflow=0,
        connect_args={"connect_timeout": 10, "application_name": "unterhaken"},
    )
