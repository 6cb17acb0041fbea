"""What a writer committed last, so that after a connection lost during COMMIT the answer is read, not guessed."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.engine.lasting import RELAX
from storage.tables import writers

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FORGET_AFTER = timedelta(days=7)


class Mark:
    """One row of `writers`. Its turn is raised in the same transaction as the work.

    Reading it with a row lock waits for a commit that the server may still be busy with, so the answer is final.
    """

    def __init__(self) -> None:
        self.id = secrets.token_hex(16)
        self.turn = 0

    def register(self, engine: Engine) -> None:
        """Write the row, and drop those of processes long gone."""
        now = datetime.now(UTC)
        with engine.begin() as connection:
            connection.execute(delete(writers).where(writers.c.at < now - FORGET_AFTER))
            new = insert(writers).values(id=self.id, turn=self.turn, at=now)
            connection.execute(new.on_conflict_do_nothing())  # the answer to an earlier try may have been lost

    def set(self, connection: Connection, *, relaxed: bool) -> None:
        """Raise the turn in this transaction; `relaxed`: its commit need not wait for the disk (see `lasting`)."""
        self.turn += 1
        now = datetime.now(UTC)
        raised = update(writers).where(writers.c.id == self.id).values(turn=self.turn, at=now)
        asked = raised.returning(RELAX) if relaxed else raised  # one way to the server and back instead of two
        if not connection.execute(asked).rowcount:
            connection.execute(insert(writers).values(id=self.id, turn=self.turn, at=now))

    def arrived(self, engine: Engine) -> bool:
        """Whether the transaction that raised the turn last has been committed."""
        with engine.connect().execution_options(isolation_level="READ COMMITTED") as connection:
            turn = connection.scalar(select(writers.c.turn).where(writers.c.id == self.id).with_for_update())
            connection.rollback()
        return turn == self.turn
