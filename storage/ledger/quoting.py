"""Messages that quote somebody: what becomes of them when that person is erased, or deletes what was quoted."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, literal_column, or_, select, update

from storage.codec import decode_outgoing
from storage.copies.leaving import OPEN
from storage.tables import contacts, deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_QUOTES = deliveries.c.about != literal_column("0")  # written out, as the partial index needs it


def wipe(session: Session, which: ColumnElement[bool]) -> None:
    """Nobody gets to read them any more: those still to be sent are gone, the others lose their words and file."""
    quoting = and_(_QUOTES, which)
    session.run(delete(deliveries).where(quoting, OPEN))
    session.run(update(deliveries).where(quoting).values(body="", file=None, about=0))


def unsay(session: Session, person: int, words: Collection[str]) -> None:
    """What quotes any of these words to others, or was said to the person themselves, is emptied. Only what is kept as
    said about them or to them is looked through: a few hundred messages.
    """
    session.flush()
    theirs = deliveries.c.contact.in_(select(contacts.c.id).where(contacts.c.person == person))
    kept = select(deliveries.c.id, deliveries.c.body).where(or_(theirs, deliveries.c.about == person))
    saying = [row.id for row in session.run(kept.where(deliveries.c.body != "")) if _says(row.body, words)]
    which = deliveries.c.id.in_(saying)
    wipe(session, which)
    session.run(update(deliveries).where(which, ~OPEN).values(body="", file=None))


def _says(body: str, words: Collection[str]) -> bool:
    said = decode_outgoing(body)
    shown = "\n".join((said.text, *(choice.label for choice in said.choices)))
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", shown) for one in words)
