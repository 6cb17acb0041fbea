"""Which announcements are on their way: their copies are claimed one announcement after the other, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, literal_column, or_, select

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

_ON_THEIR_WAY = Ready(
    select(announcements.c.id, announcements.c.state, announcements.c.step, announcements.c.rate, announcements.c.round)
    .where(or_(*(announcements.c.state == state for state in _RUNNING), announcements.c.step != "", _COMES_LATER))
    .order_by(announcements.c.id)
)


@dataclass(frozen=True, slots=True)
class Running:
    """An announcement and the step of it whose copies go out now. `rate` in messages a second, 0 = no limit."""

    id: int
    step: str
    rate: float
    round: int  # whose words they are sent with


def running(session: Session) -> Sequence[Running]:
    """Paused and cancelled ones are not among them; a later step goes on whatever the state, and goes first: whoever
    has the old words waits for the new ones, and of those there is an end.
    """
    found = []
    for id_, state, step, rate, round_ in session.run(_ON_THEIR_WAY):
        if step:
            with_it = {step, ALONG.get(Step(step), step)}
            found += [Running(id_, one, rate, round_) for one in sorted(with_it)]
        elif round_:
            later = Step.NOTICE if state == AnnouncementState.WITHDRAWN.value else Step.CORRECTION
            found.append(Running(id_, later.value, rate, round_))
        if state in _RUNNING:
            found.append(Running(id_, Step.SEND.value, rate, round_))
    return found
