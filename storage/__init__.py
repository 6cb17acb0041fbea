"""The database: the only place that knows SQL. Everything outside sees `DatabaseStore` through the ports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.engine.connect import NotServed
from storage.places import prove_file
from storage.store import DatabaseStore

UTC = ZoneInfo("UTC")

if TYPE_CHECKING:
    from bot.core.ports import Clock


def open_store(url: str, *, clock: Clock, erasures_file: Path | None, zone: ZoneInfo = UTC) -> DatabaseStore:
    """A store for a SQLite (`sqlite:///folder/name.db`) or PostgreSQL (`postgresql://...`) URL; nothing is touched
    before `start`, except that SQLite's folder is made. `erasures_file` remembers erasures outside of the database;
    quiet hours are hours of `zone`. NotServed for an address that cannot be used, OSError if the folder cannot be made.
    """
    return DatabaseStore(url, clock, erasures_file, zone)


__all__ = ["UTC", "DatabaseStore", "NotServed", "open_store", "prove_file"]
