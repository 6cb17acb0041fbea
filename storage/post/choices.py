"""What a contact was offered: looked up again for reactions, typed labels and typed numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, literal_column, or_, select, update

from bot.core.messages import Choice
from bot.core.ports import Lane, State
from storage.codec import decode_outgoing, decode_refs
from storage.engine.ready import Ready
from storage.ledger.rows import state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

WITHIN = 200
"""Only a contact's latest so many messages are looked at."""

_LATEST = Ready(
    select(deliveries.c.body, deliveries.c.refs, deliveries.c.edits)
    .where(
        deliveries.c.contact == bindparam("contact"),
        or_(state_is(State.SENT), state_is(State.SENDING), state_is(State.UNCERTAIN)),
    )
    .order_by(deliveries.c.id.desc())
    .limit(WITHIN)
)
_TAGGED = (
    select(deliveries.c.tag, deliveries.c.refs)
    .where(deliveries.c.contact == bindparam("contact"), deliveries.c.tag != literal_column("''"))
    .order_by(deliveries.c.id.desc())
    .limit(WITHIN)
)


def choices_of(session: Session, contact: int, ref: str) -> Sequence[str]:
    """The tokens offered with the message that has this ref now, quiet ones left out."""
    for row in _latest(session, contact):
        if ref in decode_refs(row.refs) or ref in decode_refs(row.edits):
            return [choice.token for choice in _loud(row)]
    return ()


def latest_choices(session: Session, contact: int) -> Sequence[Choice]:
    """The choices of the newest message that offers any, as it reads now, quiet ones left out. An edit stands where the
    message that it edits stands: how far a broadcast is comes every few seconds, and is no newer question.
    """
    edits: list[tuple[set[str], list[Choice]]] = []
    for row in _latest(session, contact):
        refs, edited = set(decode_refs(row.refs)), set(decode_refs(row.edits))
        now = next((shown for of, shown in edits if not of.isdisjoint(edited or refs)), None)
        if edited and now is None:
            edits.append((edited, _loud(row)))
        elif not edited and (choices := _loud(row) if now is None else now):
            return choices
    return ()


def close(session: Session, contact: int, tag: str, since: datetime) -> Sequence[str] | None:
    """The refs of the message with this tag, which it loses; None if there is none that young."""
    found = session.run(
        update(deliveries)
        .where(deliveries.c.contact == contact, deliveries.c.tag == tag, deliveries.c.tag != literal_column("''"))
        .where(deliveries.c.created_at >= since)
        .values(tag="")
        .returning(deliveries.c.refs)
    ).scalar()
    return None if found is None else decode_refs(found)


def tag_of(session: Session, contact: int, ref: str) -> str:
    """The tag of the message with this ref."""
    return next((row.tag for row in session.run(_TAGGED, {"contact": contact}) if ref in decode_refs(row.refs)), "")


def has_come(session: Session, contact: int, tag: str) -> bool:
    """Whether a message with this tag has certainly been sent."""
    of_tag = (deliveries.c.contact == contact, deliveries.c.tag == tag, deliveries.c.tag != literal_column("''"))
    return session.run(select(deliveries.c.id).where(*of_tag, state_is(State.SENT)).limit(1)).first() is not None


def replied(session: Session, contact: int, since: datetime, before: datetime) -> bool:
    """Whether a reply written at or after `since` had been sent before that moment, as far as is known. An edit is
    none: what it edits has been there already. What one transaction wrote is one reply here.
    """
    found = (
        select(deliveries.c.id)
        .where(deliveries.c.contact == contact, deliveries.c.lane == Lane.REPLY.value)
        .where(deliveries.c.replaces == "", deliveries.c.edits == "")
        .where(deliveries.c.created_at >= since, deliveries.c.settled_at < before)
        .where(or_(state_is(State.SENT), state_is(State.UNCERTAIN)))
        .limit(1)
    )
    return session.run(found).first() is not None


def _latest(session: Session, contact: int) -> Sequence[Any]:
    return session.run(_LATEST, {"contact": contact}).all()


def _loud(row: Any) -> list[Choice]:
    return [choice for choice in decode_outgoing(row.body).choices if not choice.quiet]
