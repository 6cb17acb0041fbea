"""Short messages of their own for whoever was told by a digest: it tells of other things too, so it is not changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, func, literal, literal_column, or_, select

from bot.core.ports import State
from bot.domain.announcements.announcement import Step
from bot.domain.announcements.digests import DIGEST
from storage.copies.bundles import is_digest
from storage.copies.copying import EMPTY, fixed
from storage.ledger.rows import state_is
from storage.tables import deliveries

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

SHORT = {Step.CORRECT: Step.CORRECTION, Step.WITHDRAW: Step.NOTICE}
"""What they get while a step is written."""

ALONG = {Step.WITHDRAWAL: Step.NOTICE}
"""What goes out together with a step."""


def write(session: Session, row: Any, step: Step, last: int, now: datetime) -> None:
    """For the digests of the next part of the ledger. A notice takes the place of a short correction they have."""
    of = deliveries.alias("digest")
    same = fixed(row.id, SHORT[step], now, row.round) | {name: literal_column("''") for name in EMPTY[2:]}
    if step is Step.WITHDRAW:
        found = corrections(row.id, of)
        same |= {"edits": case((found.is_(None), literal("", Text)), else_=bracketed(found))}
    taken = ("account", "contact", "person", "address", "language", "place")
    part = (of.c.id > row.step_to, of.c.id <= last, is_digest(of.c.tag), _tells(of, row.id), _may_have_arrived(of))
    rows = select(*(of.c[name] for name in taken), *same.values()).where(*part).order_by(of.c.id)
    session.run(session.insert(deliveries).from_select([*taken, *same], rows).on_conflict_do_nothing())


def _tells(of: Any, announcement: int) -> ColumnElement[bool]:
    items = literal(",", Text) + func.substr(of.c.tag, len(DIGEST) + 1, type_=Text)
    told: ColumnElement[bool] = items.like(f"%,{announcement}.%")
    return told


def _may_have_arrived(of: Any) -> ColumnElement[bool]:
    """What only waits is written anew instead."""
    states = (State.SENT, State.SENDING, State.UNCERTAIN)
    return or_(of.c.refs != "", *(state_is(state, of) for state in states))


def told_on(session: Session, row: Any, fallen_back: int) -> int:
    """How many of them the step under way has reached."""
    step = ALONG.get(Step(row.step), Step(row.step))
    of = (deliveries.c.announcement == row.id, deliveries.c.round == row.round, deliveries.c.step == step.value)
    sent = session.scalar(select(func.count()).where(*of, state_is(State.SENT)))
    return int(sent) - (fallen_back if step is Step.CORRECTION else 0)


# -- the numbers of messages -----------------------------------------------------------------------------------------


def corrections(announcement: Any, of: Any) -> ColumnElement[Any]:
    """The messages by which the recipient of a row got short corrections: the inside of a list in JSON, or NULL."""
    more = deliveries.alias("more")
    theirs = (more.c.announcement == announcement, more.c.person == of.c.person, more.c.place == of.c.place)
    found: ColumnElement[Any] = (
        select(func.aggregate_strings(listed(more.c.refs), ","))
        .where(*theirs, more.c.step == Step.CORRECTION.value, more.c.state == State.SENT.value, more.c.refs != "")
        .scalar_subquery()
    )
    return found


def listed(refs: ColumnElement[Any]) -> ColumnElement[str]:
    """The inside of a list in JSON."""
    return func.substr(refs, 2, func.length(refs) - 2, type_=Text)


def bracketed(inside: ColumnElement[Any]) -> ColumnElement[str]:
    """A list in JSON of what is inside."""
    return literal("[", Text) + inside + literal("]", Text)
