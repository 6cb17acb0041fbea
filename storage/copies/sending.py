"""Announcements on their way and afterwards: copies, later steps, decisions about many, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select

from bot.domain.announcements.announcement import CHUNK, RUNNING, AnnouncementState, Chore, Draft, Step, Written
from bot.domain.announcements.audience import Reach, Waits
from bot.domain.announcements.results import Outcome, Tally
from bot.domain.announcements.wishes import Calendar
from storage.announcements.kept import Kept
from storage.announcements.rows import announcement_of
from storage.announcements.waiting import waits
from storage.codec import decode_refs
from storage.copies import chores, copying, counting, running, short, steps
from storage.tables import announcements, deliveries, digest_items

LOOKED_AT = 50
"""Of a contact's announcements the latest so many may be replied to."""

_EVERY = tuple(AnnouncementState)


class Sending(Kept):
    """The part of `Announcements` that is about copies."""

    def reach(self, draft: Draft, calendar: Calendar) -> Reach:
        self._session.flush()
        return counting.reach(self._session, draft, calendar)

    def waits(self, draft: Draft, calendar: Calendar) -> Waits:
        self._session.flush()
        return waits(self._session, draft, calendar)

    def enqueue(self, announcement: int, calendar: Calendar, chunk: int = CHUNK) -> bool:
        found = self._row(announcement)
        if found is None or found.enqueued or found.state != AnnouncementState.ENQUEUING.value:
            return True
        self._session.flush()
        draft = announcement_of(found, ()).draft
        done = copying.enqueue(self._session, announcement, draft, found.enqueued_to, calendar, chunk)
        if done:
            self._change(announcement, (AnnouncementState.ENQUEUING,), state=AnnouncementState.SENDING.value)
        return done

    def begin(self, announcement: int, step: Step, acted_by: int | None = None) -> bool:
        self._session.flush()
        row = self._row(announcement)
        taken_up = None if row is None else steps.begin(self._session, row, step)
        if taken_up is not None and acted_by is not None:
            taken_up |= {"acted_by": acted_by}
        return taken_up is not None and self._change(announcement, _EVERY, **taken_up)

    def follow_up(self, announcement: int, now: datetime, chunk: int = CHUNK) -> Written:
        row = self._row(announcement)
        if row is None or not row.step:
            return Written.ALL
        self._session.flush()
        return steps.follow_up(self._session, row, now, chunk)

    def fallen_back(self, announcement: int) -> int:
        self._session.flush()
        row = self._row(announcement)
        return 0 if row is None or not row.step else steps.fallen_back(self._session, row)

    def told_on(self, announcement: int) -> int:
        row = self._row(announcement)
        if row is None or not row.step or not row.bundled:
            return 0
        return short.told_on(self._session, row, self.fallen_back(announcement))

    def end(self, announcement: int) -> None:
        self._change(announcement, _EVERY, step="")

    def unfinished(self) -> Sequence[int]:
        running = announcements.c.state.in_([state.value for state in RUNNING])
        still = or_(running, announcements.c.step != "", announcements.c.chore != "")
        return self._session.run(select(announcements.c.id).where(still).order_by(announcements.c.id)).scalars().all()

    def open_in(self, announcement: int, step: Step, now: datetime) -> bool:
        self._session.flush()
        return steps.is_open(self._session, announcement, step, now)

    # -- what became of them -----------------------------------------------------------------------------------------

    def tally(self, announcement: int) -> Tally:
        self._session.flush()
        row = self._row(announcement)
        settled = counting.settled(self._session, announcement)
        return Tally(row.total if row else 0, settled, row.bundled if row else 0)

    def queued(self, announcement: int) -> Mapping[str, int]:
        self._session.flush()
        return counting.queued(self._session, announcement)

    def ahead(self, announcement: int, copies: int) -> Mapping[str, int]:
        self._session.flush()
        return running.ahead(self._session, announcement, copies)

    def moved(self, announcement: int, settled: int, now: datetime) -> None:
        row = self._row(announcement)
        if row is not None and row.moved != settled:
            self._change(announcement, _EVERY, moved=settled, moved_at=now)

    def outcomes(self, announcement: int, states: Sequence[str], limit: int = 50) -> Sequence[Outcome]:
        self._session.flush()
        return counting.outcomes(self._session, announcement, states, limit)

    def decide(self, announcement: int, chore: Chore, now: datetime) -> int:
        self._session.flush()
        row = self._row(announcement)
        concerned = 0 if row is None else chores.decide(self._session, row, chore)
        if concerned:
            self._change(announcement, _EVERY, chore=chore.value, chore_to=0)
            if chore is not Chore.LEAVE:
                again = {"state": AnnouncementState.SENDING.value, "moved_at": now}
                self._change(announcement, (AnnouncementState.DONE,), **again)
        return concerned

    def carry_out(self, announcement: int, now: datetime, chunk: int = CHUNK) -> Written:
        row = self._row(announcement)
        if row is None or not row.chore:
            return Written.ALL
        self._session.flush()
        done = chores.carry_out(self._session, row, now, chunk)
        if done is Written.ALL:
            self._change(announcement, _EVERY, chore="")
        return done

    def waiting(self, announcement: int) -> int:
        self._session.flush()
        of = select(func.count()).select_from(digest_items).where(digest_items.c.announcement == announcement)
        return int(self._session.scalar(of))

    def announced(self, contact: int, ref: str) -> int | None:
        lately = (
            select(deliveries.c.announcement, deliveries.c.refs)
            .where(deliveries.c.contact == contact, deliveries.c.announcement.is_not(None))
            .order_by(deliveries.c.id.desc())
            .limit(LOOKED_AT)
        )
        return next((row.announcement for row in self._session.run(lately) if ref in decode_refs(row.refs)), None)
