"""Short messages of their own for whoever was told by a digest: it tells of other things too, so it is not changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, case, func, literal, literal_column, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import Step
from bot.domain.announcements.digests import DIGEST
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

RETRIED_WITHIN = timedelta(hours=1)
"""What waits for longer after a try that failed, waits because of a wish."""

REPLACED = "replaced by later words"
"""What a short message is marked with that is not sent any more."""


def is_digest(tag: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a message of this name is a digest."""
    return tag.like(literal_column(f"'{DIGEST}%'"))


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
    """With the round of its words or, as named before rounds were, without."""
    items = literal(",", Text) + func.substr(of.c.tag, len(DIGEST) + 1, type_=Text) + literal(",", Text)
    return or_(items.like(f"%,{announcement}.%"), items.like(f"%,{announcement},%"))


def _may_have_arrived(of: Any) -> ColumnElement[bool]:
    """What only waits is written anew instead."""
    states = (State.SENT, State.SENDING, State.UNCERTAIN)
    return or_(of.c.refs != "", *(state_is(state, of) for state in states))


# -- after the step --------------------------------------------------------------------------------------------------


def comes_later(now: datetime) -> ColumnElement[bool]:
    """Whether a message waits because of a wish: tries that failed are repeated sooner, and hold the step up."""
    later = deliveries.c.not_before > now
    wished = or_(deliveries.c.attempts == 0, deliveries.c.not_before > now + RETRIED_WITHIN)
    return and_(deliveries.c.step.in_([step.value for step in SHORT.values()]), later, wished)


def let_go(session: Session, now: datetime, *which: ColumnElement[bool]) -> None:
    """Of these, short messages that still wait are not sent: the words of now come another way."""
    ended = {"state": State.CANCELLED.value, "problem": REPLACED, "settled_at": now}
    of = (deliveries.c.step.in_([step.value for step in SHORT.values()]), deliveries.c.edits == "")
    session.run(update(deliveries).where(*which, *of, state_is(State.QUEUED)).values(ended))


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
