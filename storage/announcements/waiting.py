"""Until when the last of an audience waits: in quiet hours, in a pause, for a digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func

from bot.domain.announcements.announcement import Draft
from bot.domain.announcements.audience import Waits
from bot.domain.announcements.wishes import Calendar, Rhythm
from storage.announcements.audience import is_bundled, is_quiet, lately, recipients
from storage.tables import wishes

if TYPE_CHECKING:
    from storage.engine.session import Session

_PAUSED, _DAILY, _WEEKLY = "paused", "daily", "weekly"


def waits(session: Session, draft: Draft, calendar: Calendar) -> Waits:
    """What those in the audience wait for who do not get it at that moment."""
    people = recipients(draft.audience, draft.topic)
    bundled = is_bundled(calendar, lately(session, calendar))
    spans = people.where(~bundled, is_quiet(calendar.hour)).with_only_columns(wishes.c.quiet_from, wishes.c.quiet_to)
    what_for = case(
        (and_(wishes.c.paused_until.is_not(None), wishes.c.paused_until > calendar.now), _PAUSED),
        (wishes.c.rhythm == Rhythm.DAILY.value, _DAILY),
        else_=_WEEKLY,
    ).label("what_for")
    gathered = people.where(bundled).with_only_columns(what_for, func.max(wishes.c.paused_until)).group_by(what_for)
    ends = {row[0]: row[1] for row in session.run(gathered)}
    return Waits(
        tuple((since, until) for since, until in session.run(spans.distinct())),
        ends.get(_PAUSED),
        daily=_DAILY in ends,
        weekly=_WEEKLY in ends,
    )
