"""The alliance in counts, for organisers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.overview import Figures
from bot.domain.pledge import PledgeState
from bot.domain.story import StoryState
from storage.alliance.leavings import left_since
from storage.tables import announcements, check_ins, members, persons, pledges, questions, stories

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Table

    from storage.engine.session import Session


class Overview:
    """`Overview` of bot.domain.overview."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def figures(self, since: datetime, now: datetime) -> Figures:
        self._session.flush()
        first, last = since.astimezone(UTC).date(), now.astimezone(UTC).date()
        asked = check_ins.c.asked_at >= since
        return Figures(
            joined=self._count(members, members.c.joined_at >= since),
            left=left_since(self._session, first, last),
            resting=self._count(members, members.c.paused_at.is_not(None)),
            followers=self._count(persons, persons.c.follows, persons.c.member.is_(None)),
            questions=self._count(questions, questions.c.answered_at.is_(None)),
            pledges=self._count(pledges, pledges.c.state == PledgeState.ACTIVE.value),
            asked=self._count(check_ins, asked),
            answered=self._count(check_ins, asked, check_ins.c.answered_at.is_not(None)),
            stories={StoryState(state): count for state, count in self._by(stories.c.state)},
            announcements={AnnouncementState(state): count for state, count in self._by(announcements.c.state)},
        )

    def _count(self, table: Table, *where: ColumnElement[bool]) -> int:
        return int(self._session.scalar(select(func.count()).select_from(table).where(*where)))

    def _by(self, column: Column[Any]) -> Any:
        return self._session.run(select(column, func.count()).group_by(column))
