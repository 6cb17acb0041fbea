"""The row of an announcement: looked up and changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from bot.domain.announcements.announcement import AnnouncementState
from storage.tables import announcements

if TYPE_CHECKING:
    from storage.engine.session import Session


class Kept:
    """What every part of `Announcements` needs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _change(self, announcement: int, expected: Sequence[AnnouncementState], **values: Any) -> bool:
        """Change it if its state is one of these; whether it was."""
        change = update(announcements).where(
            announcements.c.id == announcement, announcements.c.state.in_([state.value for state in expected])
        )
        return self._session.run(change.values(**values).execution_options(preserve_rowcount=True)).rowcount > 0

    def _row(self, announcement: int) -> Any:
        return self._session.run(select(announcements).where(announcements.c.id == announcement)).one_or_none()
