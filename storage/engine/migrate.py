"""Brings the schema up to date at start, under a lock, in one transaction; safe with several processes at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

LOCK = 0x556E7465
"""Key of the advisory lock that migrating processes queue up for ("Unte"). CockroachDB ignores such locks: there one
process migrates before the others start."""


def migrate(engine: Engine) -> None:
    """Run the missing migrations: all of them or, if anything fails, none."""
    with engine.connect() as connection, connection.begin():  # SQLite: BEGIN IMMEDIATE is the lock
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        _upgrade(connection)


def configuration() -> Config:
    """Alembic's settings, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
