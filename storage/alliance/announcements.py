"""Announcements: their words, their audience, and the deliveries written for it in chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, literal, literal_column, select, update

from bot.core.ports import Lane, State
from bot.domain.announcement import Announcement, AnnouncementState, Audience, Circle, Outcome
from storage.alliance.audience import recipients
from storage.tables import announcements, contents, deliveries, members, persons

if TYPE_CHECKING:
    from storage.engine.session import Session

_UNFINISHED = (AnnouncementState.ENQUEUING.value, AnnouncementState.SENDING.value)


class Announcements:
    """`Announcements` of bot.domain.announcement."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, author: int, body: str, audience: Audience, contents: Mapping[str, str], now: datetime) -> int:
        announcement = self._session.scalar(
            insert(announcements)
            .values(
                author=author,
                body=body,
                circle=audience.circle.value,
                kind=audience.kind,
                municipality=audience.municipality,
                state=AnnouncementState.ENQUEUING.value,
                created_at=now,
                total=0,
                enqueued_to=0,
            )
            .returning(announcements.c.id)
        )
        self._write_contents(announcement, contents)
        return int(announcement)

    def _write_contents(self, announcement: int, words: Mapping[str, str]) -> None:
        if words:
            self._session.run(
                insert(contents),
                [
                    {"announcement": announcement, "language": language, "rank": rank, "body": body}
                    for rank, (language, body) in enumerate(words.items())
                ],
            )

    def get(self, announcement: int) -> Announcement | None:
        row = self._row(announcement)
        return None if row is None else _announcement(row)

    def recent(self, limit: int = 10) -> Sequence[Announcement]:
        latest = select(announcements).order_by(announcements.c.id.desc()).limit(limit)
        return [_announcement(row) for row in self._session.run(latest)]

    def count(self, audience: Audience) -> int:
        self._session.flush()
        return int(self._session.scalar(select(func.count()).select_from(recipients(audience).subquery())))

    def enqueue(self, announcement: int, now: datetime, chunk: int = 10_000) -> bool:
        row = self._row(announcement)
        if row is None or row.state != AnnouncementState.ENQUEUING.value:
            return True
        self._session.flush()
        audience = recipients(_announcement(row).audience)
        part = audience.where(persons.c.id > row.enqueued_to).order_by(persons.c.id).limit(chunk).subquery()
        last = self._session.scalar(select(func.max(part.c.person)))
        written = 0
        if last is not None:
            written = self._write_chunk(announcement, audience, row.enqueued_to, last, now)
        finished = last is None
        self._session.run(
            update(announcements)
            .where(announcements.c.id == announcement)
            .values(
                total=announcements.c.total + written,
                enqueued_to=row.enqueued_to if last is None else last,
                state=AnnouncementState.SENDING.value if finished else row.state,
            )
        )
        return finished

    def _write_chunk(self, announcement: int, audience: Any, after: int, last: int, now: datetime) -> int:
        part = audience.where(persons.c.id > after, persons.c.id <= last).subquery()
        fixed: dict[str, Any] = {
            "announcement": literal(announcement, deliveries.c.announcement.type),
            "not_before": literal(now, deliveries.c.not_before.type),
            "created_at": literal(now, deliveries.c.created_at.type),
            "lane": literal_column(str(int(Lane.ANNOUNCEMENT))),
            "state": literal_column(f"'{State.QUEUED.value}'"),
            "attempts": literal_column("0"),
            **{name: literal_column("''") for name in _EMPTY},
        }
        rows = select(part.c.account, part.c.contact, part.c.person, *fixed.values()).order_by(part.c.person)
        new = self._session.insert(deliveries).from_select(["account", "contact", "person", *fixed], rows)
        return self._session.run(new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)).rowcount

    def unfinished(self) -> Sequence[int]:
        still = select(announcements.c.id).where(announcements.c.state.in_(_UNFINISHED)).order_by(announcements.c.id)
        return self._session.run(still).scalars().all()

    def finish(self, announcement: int, state: AnnouncementState) -> None:
        self._session.run(update(announcements).where(announcements.c.id == announcement).values(state=state.value))
        if state is AnnouncementState.CANCELLED:
            self._session.run(
                update(deliveries)
                .where(deliveries.c.announcement == announcement, deliveries.c.state == State.QUEUED.value)
                .values(state=State.CANCELLED.value, problem="announcement cancelled")
            )

    def tally(self, announcement: int) -> Mapping[str, int]:
        self._session.flush()
        counted = (
            select(deliveries.c.state, func.count().label("deliveries"))
            .where(deliveries.c.announcement == announcement)
            .group_by(deliveries.c.state)
        )
        return {row.state: row.deliveries for row in self._session.run(counted)}

    def outcomes(self, announcement: int, states: Sequence[str], limit: int = 50) -> Sequence[Outcome]:
        self._session.flush()
        told = (
            select(deliveries.c.person, deliveries.c.account, deliveries.c.state, deliveries.c.problem, members.c.name)
            .select_from(deliveries)
            .outerjoin(persons, persons.c.id == deliveries.c.person)
            .outerjoin(members, members.c.id == persons.c.member)
            .where(deliveries.c.announcement == announcement, deliveries.c.state.in_(states))
            .order_by(deliveries.c.id)
            .limit(limit)
        )
        return [
            Outcome(row.person, row.name or "", row.account.partition(":")[0], row.state, row.problem)
            for row in self._session.run(told)
        ]

    def _row(self, announcement: int) -> Any:
        return self._session.run(select(announcements).where(announcements.c.id == announcement)).one_or_none()


_EMPTY = ("address", "language", "body", "tag", "replaces", "edits", "refs", "problem")


def _announcement(row: Any) -> Announcement:
    return Announcement(
        row.id,
        row.author,
        row.body,
        Audience(Circle(row.circle), row.kind, row.municipality),
        AnnouncementState(row.state),
        row.created_at,
        row.total,
    )
