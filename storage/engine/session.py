"""One transaction as the repositories see it: statements run in it, and writes kept back until they can go together."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, overload

from sqlalchemy.dialects import postgresql, sqlite

from storage.engine.ready import Parameters, Ready, Rows

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult, Executable, Table

logger = logging.getLogger(__name__)


class Session:
    """A connection inside a transaction. `before_commit` writes what was kept back, `after_commit` waits for safety."""

    __slots__ = ("after_commit", "before_commit", "connection", "empty_log", "must_last", "redoable", "sqlite")

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.sqlite = connection.dialect.name == "sqlite"
        self.empty_log = False  # set when something was erased: SQLite's write-ahead log must not keep it
        self.must_last = False  # set when a network is about to rely on what is committed
        self.redoable = False  # set when what is committed would simply be done again if it were lost
        self.before_commit: list[Callable[[], None]] = []
        self.after_commit: list[Callable[[], None]] = []

    @overload
    def run(self, statement: Ready, parameters: Parameters | None = None) -> Rows: ...
    @overload
    def run(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[*tuple[Any, ...]]: ...
    def run(
        self, statement: Executable | Ready, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]] | Rows:
        """Run one statement, for one set of parameters or many."""
        if isinstance(statement, Ready):
            return statement.run(self.connection, parameters)
        return self.connection.execute(statement, parameters)

    def scalar(self, statement: Executable | Ready, parameters: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        if isinstance(statement, Ready):
            return statement.run(self.connection, parameters).scalar()
        return self.connection.scalar(statement, parameters)

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that knows ON CONFLICT; both databases spell it alike."""
        return sqlite.insert(table) if self.sqlite else postgresql.insert(table)

    def flush(self) -> None:
        """Write everything that was kept back, so that any table can be read."""
        for write in self.before_commit:
            write()

    def committed(self) -> None:
        """Do what waited for the commit. A failure here takes nothing back, so it is only reported."""
        for act in self.after_commit:
            try:
                act()
            except Exception:
                logger.exception("after a commit")
