"""Announcements: drafts, states and schedules; their copies are in copying.py, their counters in counting.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, literal, or_, select, update

from bot.core.ports import State
from bot.domain.announcements.announcement import (
    CHANGEABLE,
    RUNNING,
    Announcement,
    AnnouncementState,
    Draft,
    Outcome,
    Step,
    Tally,
    Words,
)
from bot.domain.announcements.audience import Reach, Waits
from bot.domain.announcements.wishes import Calendar
from storage.announcements import copying, counting
from storage.announcements.rows import announcement_of, as_row
from storage.announcements.waiting import waits
from storage.codec import decode_refs
from storage.tables import announcement_files, announcements, contents, deliveries, files

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_REWRITABLE = (*CHANGEABLE, AnnouncementState.REQUESTED)
_BEGINS = (AnnouncementState.ENQUEUING, AnnouncementState.SENDING)
_RELEASED = (AnnouncementState.SCHEDULED, *_BEGINS)
_ENDS = (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN)
_GOES_ON = [state.value for state in (AnnouncementState.DONE, AnnouncementState.PAUSED, *_BEGINS)]
"""Copies may be queued again: neither what is not released yet nor what has been stopped or taken back."""

LOOKED_AT = 50
"""Of a contact's announcements the latest so many may be replied to."""


class Announcements:
    """`Announcements` of the domain."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- drafts and states -------------------------------------------------------------------------------------------

    def add(
        self, author: int, draft: Draft, state: AnnouncementState, now: datetime, *, requested_by: int | None = None
    ) -> int:
        fixed = {"total": 0, "bundled": 0, "enqueued_to": 0, "enqueued": False, "rate": 0.0, "round": 0, "step": ""}
        row = as_row(draft) | fixed | {"author": author, "requested_by": requested_by, "recurrence": ""}
        row |= {"started_at": now if state in _BEGINS else None}
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
        self._change(announcement, tuple(AnnouncementState), **named, **said)

    def move(
        self,
        announcement: int,
        to: AnnouncementState,
        expected: Sequence[AnnouncementState],
        now: datetime,
        *,
        released_by: int | None = None,
    ) -> bool:
        values: dict[str, Any] = {"state": to.value}
        if released_by is not None:
            values["released_by"] = released_by
        if to in _BEGINS:
            values["started_at"] = now
        if to in _ENDS:
            values["enqueued"] = True  # no more are written
        if not self._change(announcement, expected, **values):
            return False
        if to in _ENDS:
            copying.cancel(self._session, announcement, now)
        elif to in _RELEASED:
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
        copy = self.add(kept.author, kept.draft, AnnouncementState.ENQUEUING, now, requested_by=kept.requested_by)
        self._change(copy, _BEGINS, released_by=kept.released_by)
        same = ("step", "language", "rank", "body")
        rows = select(literal(copy, contents.c.announcement.type), *(contents.c[name] for name in same))
        mine = rows.where(contents.c.announcement == announcement, contents.c.step == Step.SEND.value)
        self._session.run(insert(contents).from_select(["announcement", *same], mine))
        return copy

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

    # -- copies ------------------------------------------------------------------------------------------------------

    def reach(self, draft: Draft, calendar: Calendar) -> Reach:
        self._session.flush()
        return counting.reach(self._session, draft, calendar)

    def waits(self, draft: Draft, calendar: Calendar) -> Waits:
        self._session.flush()
        return waits(self._session, draft, calendar)

    def enqueue(self, announcement: int, calendar: Calendar, chunk: int = 10_000) -> bool:
        found = self._row(announcement)
        if found is None or found.enqueued or found.state != AnnouncementState.ENQUEUING.value:
            return True
        self._session.flush()
        draft = announcement_of(found, ()).draft
        done = copying.enqueue(self._session, announcement, draft, found.enqueued_to, calendar, chunk)
        if done:
            self._change(announcement, (AnnouncementState.ENQUEUING,), state=AnnouncementState.SENDING.value)
        return done

    def begin(self, announcement: int, step: Step) -> bool:
        row = self._row(announcement)
        before = copying.BEFORE.get(step)
        if row is None or not row.enqueued or row.step != (before or ""):
            return False
        return self._change(
            announcement,
            tuple(AnnouncementState),
            step=step.value,
            enqueued=False,
            enqueued_to=0,
            round=row.round + (0 if before else 1),
        )

    def follow_up(self, announcement: int, now: datetime, chunk: int = 10_000) -> bool:
        row = self._row(announcement)
        if row is None or not row.step or row.enqueued:
            return True
        self._session.flush()
        step = Step(row.step)
        return copying.follow_up(self._session, announcement, step, row.round, row.enqueued_to, now, chunk)

    def end(self, announcement: int) -> None:
        self._change(announcement, tuple(AnnouncementState), step="")

    def unfinished(self) -> Sequence[int]:
        running = announcements.c.state.in_([state.value for state in RUNNING])
        still = select(announcements.c.id).where(or_(running, announcements.c.step != ""))
        return self._session.run(still.order_by(announcements.c.id)).scalars().all()

    def open_in(self, announcement: int, step: Step) -> int:
        self._session.flush()
        row = self._row(announcement)
        if row is None:
            return 0
        counted = (
            select(func.count())
            .select_from(deliveries)
            .where(
                deliveries.c.announcement == announcement,
                deliveries.c.step == step.value,
                deliveries.c.round == (0 if step is Step.SEND else row.round),
                deliveries.c.state.in_([State.QUEUED.value, State.SENDING.value]),
            )
        )
        return int(self._session.scalar(counted))

    # -- what became of them -----------------------------------------------------------------------------------------

    def tally(self, announcement: int) -> Tally:
        self._session.flush()
        row = self._row(announcement)
        settled = counting.settled(self._session, announcement)
        return Tally(row.total if row else 0, settled, row.bundled if row else 0)

    def outcomes(self, announcement: int, states: Sequence[str], limit: int = 50) -> Sequence[Outcome]:
        self._session.flush()
        return counting.outcomes(self._session, announcement, states, limit)

    def retry(self, announcement: int, now: datetime) -> int:
        return self._again(announcement, (State.UNREACHABLE, State.REFUSED), now, deliveries.c.step == Step.SEND.value)

    def decide(self, announcement: int, now: datetime, *, resend: bool) -> int:
        self._session.flush()
        return (
            self._again(announcement, (State.UNCERTAIN,), now) if resend else copying.leave(self._session, announcement)
        )

    def _again(self, announcement: int, states: Sequence[State], now: datetime, *which: ColumnElement[bool]) -> int:
        self._session.flush()
        row = self._row(announcement)
        if row is None or row.state not in _GOES_ON:
            return 0
        of = deliveries.c.announcement == announcement
        again = copying.take_up_again(self._session, states, now, of, *which)
        if again:
            self.move(announcement, AnnouncementState.SENDING, (AnnouncementState.DONE,), now)
        return again

    def announced(self, contact: int, ref: str) -> int | None:
        lately = (
            select(deliveries.c.announcement, deliveries.c.refs)
            .where(deliveries.c.contact == contact, deliveries.c.announcement.is_not(None))
            .order_by(deliveries.c.id.desc())
            .limit(LOOKED_AT)
        )
        return next((row.announcement for row in self._session.run(lately) if ref in decode_refs(row.refs)), None)

    def _change(self, announcement: int, expected: Sequence[AnnouncementState], **values: Any) -> bool:
        """Change it if its state is one of these; whether it was."""
        change = update(announcements).where(
            announcements.c.id == announcement, announcements.c.state.in_([state.value for state in expected])
        )
        return self._session.run(change.values(**values).execution_options(preserve_rowcount=True)).rowcount > 0

    def _row(self, announcement: int) -> Any:
        return self._session.run(select(announcements).where(announcements.c.id == announcement)).one_or_none()

    def _files_of(self, these: Sequence[int]) -> dict[int, tuple[int, ...]]:
        kept = select(announcement_files).where(announcement_files.c.announcement.in_(these))
        found: dict[int, tuple[int, ...]] = {}
        for row in self._session.run(kept.order_by(announcement_files.c.position)) if these else ():
            found[row.announcement] = (*found.get(row.announcement, ()), row.file)
        return found
