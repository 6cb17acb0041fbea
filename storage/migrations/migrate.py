"""Brings the schema up to date at start, under a lock, in one transaction; safe with several processes at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from storage.engine.connect import NotServed
from storage.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

LOCK = 0x556E7465
"""Key of the advisory lock that migrating processes queue up for ("Unte"). CockroachDB ignores such locks: there one
process migrates before the others start."""


def migrate(engine: Engine) -> None:
    """Run the missing migrations: all of them or, if anything fails, none. NotServed for a later version's database."""
    with _connection(engine) as connection, connection.begin():  # SQLite: BEGIN IMMEDIATE is the lock
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        if not is_current(connection):
            _upgrade(connection)


def _connection(engine: Engine) -> Connection:
    """Whoever waited for the lock must see what its holder did, so no snapshot may be older than the lock."""
    connection = engine.connect()
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="READ COMMITTED")
    return connection


def is_current(connection: Connection) -> bool:
    """Whether the newest step has been done."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.scalars(text("SELECT version_num FROM alembic_version")).all() == [HEAD]


def configuration() -> Config:
    """Alembic's settings, without a file."""
    from alembic.config import Config  # noqa: PLC0415 - takes time to import, and is needed only after an update

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    config = configuration()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:  # it knows no such step
        raise NotServed("it was made by a later version of this program, which is needed to open it") from None
