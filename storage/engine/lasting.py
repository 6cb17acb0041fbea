"""Which commits must outlast a power cut, and how: forced to the disk, or left to the next one that is.

The log of either database is written in order, so forcing one commit to the disk takes all earlier ones along.
Forced is whatever somebody outside is about to rely on: messages that a network is told are safe, deliveries that are
about to leave, and anything else unless it says otherwise. Not forced is what would simply be done again: claiming
from the inbox, and handling what was claimed. Its effects leave the house only through a later, forced claim.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column

if TYPE_CHECKING:
    from sqlalchemy import Connection

logger = logging.getLogger(__name__)

RELAX = func.set_config("synchronous_commit", "off", literal_column("true"))
"""For PostgreSQL, in a transaction that may be lost in a power cut: its commit does not wait for the disk."""


def keep(connection: Connection) -> None:
    """After a commit that must not be lost: wait until SQLite's log is on the disk (PostgreSQL has waited already).

    An fsync is all that `PRAGMA synchronous = FULL` adds to a commit; it works through any descriptor of the file.
    """
    file = connection.engine.url.database
    if connection.dialect.name != "sqlite" or file is None:
        return
    try:
        descriptor = os.open(Path(f"{file}-wal"), os.O_RDONLY)
    except FileNotFoundError:  # just moved into the database, which SQLite has forced to the disk
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def log_emptied(connection: Connection) -> bool:
    """Move SQLite's write-ahead log into the database and cut it to nothing, so that nothing erased is left in it.

    False if a reader still needs it after SQLite's own waiting; then it is tried again after the next commit.
    """
    if connection.dialect.name != "sqlite":
        return True
    raw = connection.connection.driver_connection
    if raw is None:
        return True
    try:
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        logger.warning("the write-ahead log could not be emptied yet: %s", error)
        return False
    return not busy
