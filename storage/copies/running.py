"""Which announcements are on their way: their copies are claimed one announcement after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, literal_column, or_, select

from bot.core.ports import State
from bot.domain.announcements.announcement import RUNNING, AnnouncementState, Step
from storage.copies.short import ALONG
from storage.engine.ready import Ready
from storage.ledger.rows import state_is
from storage.tables import announcements, deliveries

if TYPE_CHECKING:
    from storage.engine.session import Session

_RUNNING = [state.value for state in RUNNING]
_COMES_LATER = and_(
    announcements.c.round > literal_column("0"),
    exists().where(
        deliveries.c.announcement == announcements.c.id,
        or_(*(deliveries.c.step == literal_column(f"'{step.value}'") for step in (Step.CORRECTION, Step.NOTICE))),
        state_is(State.QUEUED),
    ),
)
"""Short messages that waited for the end of a pause or of quiet hours are left of a step that is over."""

_LEFT = (announcements.c.total - announcements.c.moved).label("left")
"""About so many copies are still to come: as many as when it was last looked at."""

_ON_THEIR_WAY = Ready(
    select(*(announcements.c[name] for name in ("id", "state", "step", "rate", "round", "audience")), _LEFT).where(
        or_(*(announcements.c.state == state for state in _RUNNING), announcements.c.step != "", _COMES_LATER)
    )
)
_CORRECTS = frozenset({Step.CORRECT.value, Step.CORRECTION.value})


@dataclass(frozen=True, slots=True)
class Running:
    """An announcement and the step of it whose copies go out now. `rate` in messages a second, 0 = no limit."""

    id: int
    step: str
    rate: float
    round: int  # whose words they are sent with
    audience: str  # who it is for, as kept


def running(session: Session) -> Sequence[Running]:
    """In the order in which they are claimed. Paused and cancelled ones are not among them; a later step goes on
    whatever the state.
    """
    return [one for *_, one in _in_turn(session)]


def ahead(session: Session, announcement: int, copies: int) -> dict[str, int]:
    """Copies of others that are claimed before those of one that has so many left to send, per account."""
    mine = (_turn(Step.SEND.value), copies, announcement)
    first = [one for *turn, one in _in_turn(session) if one.id != announcement and (*turn, one.id) < mine]
    theirs = [and_(deliveries.c.announcement == one.id, deliveries.c.step == one.step) for one in first]
    if not theirs:
        return {}
    counted = select(deliveries.c.account, func.count().label("copies")).where(or_(*theirs), state_is(State.QUEUED))
    return {row.account: row.copies for row in session.run(counted.group_by(deliveries.c.account))}


def _in_turn(session: Session) -> list[tuple[int, int, Running]]:
    """With what decides about the order: whose turn it is, and how many copies are left."""
    found = []
    for id_, state, step, rate, round_, audience, left in session.run(_ON_THEIR_WAY):
        steps = [Step.SEND.value] if state in _RUNNING else []
        if step:
            steps += {step, ALONG.get(Step(step), step)}
        elif round_:
            later = Step.NOTICE if state == AnnouncementState.WITHDRAWN.value else Step.CORRECTION
            steps.append(later.value)
        found += [(_turn(one), left, Running(id_, one, rate, round_, audience)) for one in steps]
    return sorted(found, key=lambda each: (*each[:2], each[2].id, each[2].step))


def _turn(step: str) -> int:
    """What is taken back goes first, then corrections, of whichever announcement: whoever has the old words waits for
    that. Of what is sent, that with the fewest copies left goes first (shortest remaining time): so a short one waits
    for none that takes hours, and each waits only for those that end before it.
    """
    if step == Step.SEND.value:
        return 2
    return 1 if step in _CORRECTS else 0
