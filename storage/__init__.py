"""The database: the only place that knows SQL. Everything outside sees `DatabaseStore` through the ports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from storage.store import DatabaseStore

if TYPE_CHECKING:
    from bot.core.ports import Clock


def open_store(url: str, *, clock: Clock, erasures_file: Path | None) -> DatabaseStore:
    """A store for a SQLite (`sqlite:///folder/name.db`) or PostgreSQL (`postgresql://...`) URL; nothing is touched
    before `start`, except that SQLite's folder is made. `erasures_file` remembers erasures outside of the database.
    """
    return DatabaseStore(url, clock, erasures_file)


__all__ = ["DatabaseStore", "open_store"]
