"""Announcements: drafts, states and schedules; their copies are in copying.py, their counters in counting.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, delete, insert, literal, select, update

from bot.domain.announcements.announcement import (
    CHANGEABLE,
    REPEATS,
    Announcement,
    AnnouncementState,
    Chore,
    Draft,
    Step,
    Words,
)
from bot.domain.announcements.audience import Left
from storage.announcements.rows import announcement_of, as_row
from storage.codec import dumps
from storage.copies.sending import Sending
from storage.tables import announcement_files, announcements, contents, files

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_REWRITABLE = (*CHANGEABLE, AnnouncementState.REQUESTED)
_BEGINS = (AnnouncementState.ENQUEUING, AnnouncementState.SENDING)
_RELEASED = (AnnouncementState.SCHEDULED, *_BEGINS)
_ENDS = (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN)


class Announcements(Sending):
    """`Announcements` of the domain."""

    # -- drafts and states -------------------------------------------------------------------------------------------

    def add(
        self, author: int, draft: Draft, state: AnnouncementState, now: datetime, *, requested_by: int | None = None
    ) -> int:
        fixed = {"total": 0, "bundled": 0, "enqueued_to": 0, "enqueued": False, "rate": 0.0, "round": 0, "step": ""}
        row = as_row(draft) | fixed | {"author": author, "requested_by": requested_by, "recurrence": ""}
        row |= {"started_at": now if state in _BEGINS else None, "asked": requested_by == author}
        new = insert(announcements).values(**row, state=state.value, created_at=now).returning(announcements.c.id)
        announcement = int(self._session.scalar(new))
        self._keep_files(announcement, draft.files)
        if state in _RELEASED:
            self._give_files_away(announcement)
        return announcement

    def _keep_files(self, announcement: int, numbers: Sequence[int]) -> None:
        self._session.run(delete(announcement_files).where(announcement_files.c.announcement == announcement))
        if numbers:
            rows = [{"announcement": announcement, "position": at, "file": file} for at, file in enumerate(numbers)]
            self._session.run(insert(announcement_files), rows)

    def get(self, announcement: int) -> Announcement | None:
        row = self._row(announcement)
        return None if row is None else announcement_of(row, self._files_of([announcement]).get(announcement, ()))

    def listed(
        self, states: Sequence[AnnouncementState], limit: int = 10, *, author: int | None = None
    ) -> Sequence[Announcement]:
        wanted = select(announcements).where(announcements.c.state.in_([state.value for state in states]))
        wanted = wanted if author is None else wanted.where(announcements.c.author == author)
        rows = self._session.run(wanted.order_by(announcements.c.id.desc()).limit(limit)).all()
        sent_along = self._files_of([row.id for row in rows])
        return [announcement_of(row, sent_along.get(row.id, ())) for row in rows]

    def rewrite(self, announcement: int, draft: Draft, author: int) -> bool:
        changed = self._change(
            announcement,
            _REWRITABLE,
            **as_row(draft),
            asked=_same(draft.words),
            state=AnnouncementState.DRAFT.value,
            author=author,
            released_by=None,
        )
        if changed:
            self._keep_files(announcement, draft.files)
        return changed

    def reword(self, announcement: int, words: Words) -> None:
        named = {"language": words.language, "second_language": words.second_language}
        said = {"body": words.body, "second_body": words.second_body}
        self._change(announcement, tuple(AnnouncementState), **named, **said, asked=_same(words))

    def move(
        self,
        announcement: int,
        to: AnnouncementState,
        expected: Sequence[AnnouncementState],
        now: datetime,
        *,
        released_by: int | None = None,
        acted_by: int | None = None,
    ) -> bool:
        who = {"released_by": released_by, "acted_by": acted_by}
        values: dict[str, Any] = {"state": to.value, **{name: one for name, one in who.items() if one is not None}}
        if to in _BEGINS:
            values |= {"started_at": now, "moved_at": now}
        if to in _ENDS:
            begun = announcements.c.started_at.is_not(None)
            values |= {"chore": case((begun, Chore.CANCEL.value), else_=""), "chore_to": 0}
        if not self._change(announcement, expected, **values):
            return False
        if to in _RELEASED:
            self._give_files_away(announcement)
        return True

    def _give_files_away(self, announcement: int) -> None:
        """What goes to everybody belongs to the alliance, and stays when the organiser who sent it is erased."""
        of = select(announcement_files.c.file).where(announcement_files.c.announcement == announcement)
        self._session.run(update(files).where(files.c.id.in_(of)).values(owner=None))

    def schedule(self, announcement: int, send_at: datetime | None, recurrence: str) -> None:
        self._change(announcement, _REWRITABLE, send_at=send_at, recurrence=recurrence)

    def due(self, now: datetime) -> Sequence[int]:
        waiting = announcements.c.state == AnnouncementState.SCHEDULED.value
        due = select(announcements.c.id).where(waiting, announcements.c.send_at <= now).order_by(announcements.c.id)
        return self._session.run(due).scalars().all()

    def repeat(self, announcement: int, now: datetime) -> int:
        kept = self.get(announcement)
        if kept is None:
            raise LookupError(f"there is no announcement {announcement}")
        turn = replace(kept.draft, answers=(*kept.draft.answers, (REPEATS, str(announcement))))
        copy = self.add(kept.author, turn, AnnouncementState.ENQUEUING, now, requested_by=kept.requested_by)
        self._change(copy, _BEGINS, released_by=kept.released_by)
        same = ("step", "language", "rank", "body")
        rows = select(literal(copy, contents.c.announcement.type), *(contents.c[name] for name in same))
        mine = rows.where(contents.c.announcement == announcement, contents.c.step == Step.SEND.value)
        self._session.run(insert(contents).from_select(["announcement", *same], mine))
        return copy

    def leave_out(self, announcement: int, left: Mapping[Left, int]) -> None:
        self._change(
            announcement, tuple(AnnouncementState), left_out=dumps({why.value: count for why, count in left.items()})
        )

    def set_rate(self, announcement: int, rate: float) -> None:
        self._change(announcement, tuple(AnnouncementState), rate=rate)

    def write(self, announcement: int, step: Step, contents_: Mapping[str, str]) -> None:
        of = (contents.c.announcement == announcement, contents.c.step == step.value)
        self._session.run(delete(contents).where(*of))
        rows = [
            {"announcement": announcement, "step": step.value, "language": language, "rank": rank, "body": body}
            for rank, (language, body) in enumerate(contents_.items())
        ]
        if rows:
            self._session.run(insert(contents), rows)

    def _files_of(self, these: Sequence[int]) -> dict[int, tuple[int, ...]]:
        kept = select(announcement_files).where(announcement_files.c.announcement.in_(these))
        found: dict[int, tuple[int, ...]] = {}
        for row in self._session.run(kept.order_by(announcement_files.c.position)) if these else ():
            found[row.announcement] = (*found.get(row.announcement, ()), row.file)
        return found


def _same(words: Words) -> ColumnElement[bool]:
    """Whether it has the words of who asked for it also with these."""
    return and_(announcements.c.asked, announcements.c.body == words.body)
