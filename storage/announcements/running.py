"""Which announcements are on their way: their copies are claimed one announcement after the other, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from bot.domain.announcements.announcement import RUNNING, Step
from storage.engine.ready import Ready
from storage.tables import announcements

if TYPE_CHECKING:
    from storage.engine.session import Session

_RUNNING = [state.value for state in RUNNING]
_ON_THEIR_WAY = Ready(
    select(announcements.c.id, announcements.c.state, announcements.c.step, announcements.c.rate)
    .where(or_(*(announcements.c.state == state for state in _RUNNING), announcements.c.step != ""))
    .order_by(announcements.c.id)
)


@dataclass(frozen=True, slots=True)
class Running:
    """An announcement and the step of it whose copies go out now. `rate` in messages a second, 0 = no limit."""

    id: int
    step: str
    rate: float


def running(session: Session) -> Sequence[Running]:
    """Paused and cancelled ones are not among them; a later step goes on whatever the state."""
    found = []
    for id_, state, step, rate in session.run(_ON_THEIR_WAY):
        if state in _RUNNING:
            found.append(Running(id_, Step.SEND.value, rate))
        if step:
            found.append(Running(id_, step, rate))
    return found
