"""Later steps of an announcement: deliveries that correct or withdraw its copies, written in parts of the ledger."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, case, exists, func, literal, literal_column, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import AnnouncementState, Step, Written
from storage.announcements.rows import NOT_KNOWN, is_written
from storage.copies import short
from storage.copies.copying import EMPTY, fixed, last_delivery
from storage.copies.counting import given_up
from storage.ledger.rows import state_is
from storage.tables import accounts, announcements, deliveries, places

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

BEFORE = {Step.CORRECTION: Step.CORRECT, Step.WITHDRAWAL: Step.WITHDRAW}
GIVES_WAY = ("", Step.CORRECT.value, Step.CORRECTION.value)
"""What may be under way when everything is taken back: a correction ends there."""

_S = AnnouncementState
FROM = {state.value for state in (_S.ENQUEUING, _S.SENDING, _S.PAUSED, _S.DONE, _S.CANCELLED)}
"""States from which a step may begin: something was sent, and is not withdrawn."""


def begin(session: Session, row: Any, step: Step) -> dict[str, Any] | None:
    """What the announcement's row becomes when the step is taken up; None if it must not be."""
    if step in BEFORE:
        goes = row.step == BEFORE[step].value and is_written(row)
        return {"step": step.value, "step_to": row.step_until, "step_until": NOT_KNOWN} if goes else None
    if row.state not in FROM or row.step not in (GIVES_WAY if step is Step.WITHDRAW else ("",)):
        return None
    _let_claims_end(session)
    concerned = {"step_to": row.copies_from, "step_until": NOT_KNOWN}
    return {"step": step.value, "round": row.round + 1} | concerned


def _let_claims_end(session: Session) -> None:
    """Whoever is claiming copies with the words of now commits first, and whoever begins later reads the new ones:
    claims hold their account until they commit. SQLite has one writer anyway.
    """
    if not session.sqlite:
        session.run(update(accounts).values(fence=accounts.c.fence))


def follow_up(session: Session, row: Any, now: datetime, chunk: int) -> Written:
    """Write the deliveries for the next part of the ledger. It is walked by its numbers: no index is as cheap."""
    until = last_delivery(session) if row.step_until == NOT_KNOWN else row.step_until
    step, last = Step(row.step), min(row.step_to + chunk, until)
    under_way = None if step in BEFORE else first_under_way(session, row.id, row.round)
    if under_way is not None:
        last = min(last, under_way - 1)
    last = max(last, row.step_to)
    if last > row.step_to:
        _write(session, row, step, last, now)
    if (last, until) != (row.step_to, row.step_until):
        known = update(announcements).where(announcements.c.id == row.id)
        session.run(known.values(step_to=last, step_until=until))
    if last >= until:
        return Written.ALL
    return Written.MORE if last > row.step_to else Written.WAITS


def _write(session: Session, row: Any, step: Step, last: int, now: datetime) -> None:
    if step in (Step.CORRECT, Step.CORRECTION):
        short.let_go(session, now, deliveries.c.announcement == row.id, deliveries.c.round < row.round)
    of = deliveries.alias("copy")
    same = fixed(row.id, step, now, row.round) | {name: literal_column("''") for name in EMPTY[2:]}
    same |= {"edits": _edits(of, step)}
    address = func.coalesce(select(places.c.address).where(places.c.id == of.c.place).scalar_subquery(), of.c.address)
    taken = ("account", "contact", "person", "address", "language", "place")
    values = [address if name == "address" else of.c[name] for name in taken]
    part = (of.c.id > row.step_to, of.c.id <= last, unindexed(of.c.announcement) == row.id)
    rows = select(*values, *same.values()).where(*part, *_concerned(of, row, step)).order_by(of.c.id)
    new = session.insert(deliveries).from_select([*taken, *same], rows)
    session.run(new.on_conflict_do_nothing())
    if step in short.SHORT:
        short.write(session, row, step, last, now)


def _concerned(of: Any, row: Any, step: Step) -> list[ColumnElement[bool]]:
    """The deliveries a step follows up on."""
    if step in BEFORE:
        before = and_(of.c.step == BEFORE[step].value, of.c.round == row.round)
        return [before, _did_not_work(of)]
    sent = [of.c.step == Step.SEND.value, of.c.state == State.SENT.value, of.c.refs != ""]
    return [*sent, of.c.worded < row.round] if step is Step.CORRECT else sent


def _did_not_work(of: Any) -> ColumnElement[bool]:
    """Refused, or tried for days; spelled so that the index on what was missed is taken."""
    return or_(state_is(State.REFUSED, of), and_(state_is(State.CANCELLED, of), given_up(of)))


def _edits(of: Any, step: Step) -> ColumnElement[Any]:
    """The messages to change: none for a short message of its own, else the copy; taken back with it are the short
    messages that corrected it.
    """
    if step is Step.CORRECTION:
        return literal_column("''")
    copy = case((of.c.edits != "", of.c.edits), else_=of.c.refs)
    if step is not Step.WITHDRAW:
        return copy
    found = short.corrections(of.c.announcement, of)
    return case((found.is_(None), copy), else_=short.bracketed(short.listed(copy) + literal(",", Text) + found))


def fallen_back(session: Session, row: Any) -> int:
    """Of the copies for which the step before was refused, those the step under way was sent for. Refusals are few and
    found by an index, what followed them by the unique one.
    """
    before = BEFORE.get(Step(row.step))
    refused, after = deliveries.alias("refused"), deliveries.alias("after")
    if before is None:
        return 0
    same = (after.c[name] == refused.c[name] for name in ("announcement", "person", "place", "round"))
    of = (refused.c.announcement == row.id, refused.c.step == before.value, refused.c.round == row.round)
    sent = (after.c.step == row.step, after.c.state == State.SENT.value)
    counted = select(func.count()).where(*of, _did_not_work(refused), *same, *sent)
    return int(session.scalar(counted))


# -- what is under way -----------------------------------------------------------------------------------------------


def unindexed(column: Any) -> ColumnElement[Any]:
    """The same values, but no index on them is taken: SQLite keeps no statistics and would prefer it to a better one,
    and walk through all copies of an announcement.
    """
    return func.coalesce(column, 0)


def _being_sent(announcement: int) -> list[ColumnElement[bool]]:
    """Copies that a network may see any moment: few, and found by account."""
    claimed = deliveries.c.account.in_(select(accounts.c.id))
    return [claimed, state_is(State.SENDING), unindexed(deliveries.c.announcement) == announcement]


def first_under_way(session: Session, announcement: int, round_: int) -> int | None:
    """The first copy that was claimed with earlier words and may be sent any moment: a step must not pass it by."""
    earlier = (deliveries.c.step == Step.SEND.value, deliveries.c.worded < round_)
    found: int | None = session.scalar(select(func.min(deliveries.c.id)).where(*_being_sent(announcement), *earlier))
    return found


def is_open(session: Session, announcement: int, step: Step, now: datetime) -> bool:
    """Whether anything of a step, or what goes out with it, still waits or is being sent; short messages that wait for
    the end of a pause or of quiet hours come after it.
    """
    of_it = deliveries.c.step.in_(sorted({step.value, short.ALONG.get(step, step).value}))
    waits = exists().where(
        deliveries.c.announcement == announcement, of_it, state_is(State.QUEUED), ~short.comes_later(now)
    )
    sending = exists().where(*_being_sent(announcement), of_it)
    return bool(session.scalar(select(or_(waits, sending))))
