"""Messages that quote somebody to somebody else: what becomes of them when the person quoted is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, literal_column, update

from storage.copies.leaving import OPEN
from storage.tables import deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_QUOTES = deliveries.c.about != literal_column("0")  # written out, as the partial index needs it


def wipe(session: Session, which: ColumnElement[bool]) -> None:
    """Nobody gets to read them any more: those still to be sent are gone, the others lose their words and file."""
    quoting = and_(_QUOTES, which)
    session.run(delete(deliveries).where(quoting, OPEN))
    session.run(update(deliveries).where(quoting).values(body="", file=None, about=0))
