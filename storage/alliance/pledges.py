"""Pledges, their check-ins, and what these say when they are added up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, insert, literal_column, or_, select, tuple_, update

from bot.domain.announcements.wishes import WEEK
from bot.domain.pledge import MOST_PLEDGES, ONE_EVERY, REMIND_AFTER, SETTLING, CheckIn, Pledge, PledgeDraft, PledgeState
from storage.ledger.unasked import about_pledges
from storage.tables import check_ins, deliveries, pledges

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement

    from storage.engine.session import Session

_ACTIVE = pledges.c.state == literal_column("'active'")
_PEOPLE = func.count(pledges.c.person.distinct()).label("people")
_JOINED = check_ins.join(pledges, pledges.c.id == check_ins.c.pledge)
_later = check_ins.alias("later")
_another = pledges.alias("another")


class Pledges:
    """`Pledges` of bot.domain.pledge."""

    def __init__(self, session: Session, zone: ZoneInfo) -> None:
        self._session = session
        self._zone = zone

    def add(self, draft: PledgeDraft, person: int, next_at: datetime, now: datetime) -> Pledge:
        new = insert(pledges).values(
            person=person,
            entry=draft.entry,
            plan=draft.plan,
            cadence=draft.cadence,
            weekday=draft.weekday,
            hour=draft.hour,
            state=PledgeState.ACTIVE.value,
            made_at=now,
            next_at=next_at,
            unanswered=0,
        )
        return _pledge(self._session.run(new.returning(pledges)).one())

    def get(self, pledge: int) -> Pledge | None:
        row = self._session.run(select(pledges).where(pledges.c.id == pledge)).one_or_none()
        return None if row is None else _pledge(row)

    def of(self, person: int) -> Sequence[Pledge]:
        mine = select(pledges).where(pledges.c.person == person, pledges.c.state != PledgeState.ENDED.value)
        return [_pledge(row) for row in self._session.run(mine.order_by(pledges.c.id))]

    def set_state(self, pledge: int, state: PledgeState, next_at: datetime | None) -> None:
        change: dict[str, Any] = {"state": state.value, "next_at": next_at}
        if state is PledgeState.ACTIVE:
            change["unanswered"] = 0
        self._session.run(update(pledges).where(pledges.c.id == pledge).values(change))

    def due(self, now: datetime, limit: int = 100, per_week: int = 0) -> Sequence[Pledge]:
        return self._due(now, limit, ~_asked(now, ~_answered_since(now)), *_within(per_week, now))

    def due_of(self, person: int, now: datetime) -> Sequence[Pledge]:
        return self._due(now, MOST_PLEDGES, pledges.c.person == person)

    def _due(self, now: datetime, limit: int, *which: ColumnElement[bool]) -> Sequence[Pledge]:
        asked = select(pledges).where(_ACTIVE, pledges.c.next_at <= now, *which)
        return [_pledge(row) for row in self._session.run(asked.order_by(pledges.c.next_at, pledges.c.id).limit(limit))]

    def open_check_in(self, pledge: int, due: date, next_at: datetime, now: datetime) -> CheckIn | None:
        new = (
            self._session.insert(check_ins)
            .values(pledge=pledge, due=due, asked_at=now, answer="")
            .on_conflict_do_nothing(index_elements=["pledge", "due"])
            .returning(check_ins)
        )
        row = self._session.run(new).one_or_none()
        opened = 0 if row is None else 1  # `next_at` moves on either way, or the same day would be due for ever
        self._session.run(
            update(pledges)
            .where(pledges.c.id == pledge)
            .values(next_at=next_at, unanswered=pledges.c.unanswered + opened)
        )
        return None if row is None else _check_in(row)

    def check_in(self, check_in: int) -> CheckIn | None:
        row = self._session.run(select(check_ins).where(check_ins.c.id == check_in)).one_or_none()
        return None if row is None else _check_in(row)

    def answer(self, check_in: int, answer: str, amount: float | None, now: datetime) -> bool:
        known = self.check_in(check_in)
        if known is None:
            return False
        if known.answered_at is not None and _day(known.answered_at, self._zone) != _day(now, self._zone):
            return False
        self._session.run(
            update(check_ins).where(check_ins.c.id == check_in).values(answer=answer, amount=amount, answered_at=now)
        )
        self._session.run(update(pledges).where(pledges.c.id == known.pledge).values(unanswered=0))
        return True

    def to_remind(self, now: datetime, limit: int = 100, per_week: int = 0) -> Sequence[CheckIn]:
        silent = (
            select(check_ins)
            .join(pledges, pledges.c.id == check_ins.c.pledge)
            .where(
                _ACTIVE,
                check_ins.c.answered_at.is_(None),
                check_ins.c.reminded_at.is_(None),
                check_ins.c.asked_at <= now - REMIND_AFTER,
                ~_asked(now),
                *_within(per_week, now),
                ~exists().where(_later.c.pledge == check_ins.c.pledge, _later.c.id > check_ins.c.id),
            )
            .order_by(check_ins.c.asked_at, check_ins.c.id)
            .limit(limit)
        )
        return [_check_in(row) for row in self._session.run(silent)]

    def reminded(self, check_in: int, now: datetime) -> None:
        self._session.run(update(check_ins).where(check_ins.c.id == check_in).values(reminded_at=now))

    def latest(self, pledge: int) -> CheckIn | None:
        newest = select(check_ins).where(check_ins.c.pledge == pledge).order_by(check_ins.c.id.desc()).limit(1)
        row = self._session.run(newest).one_or_none()
        return None if row is None else _check_in(row)

    def counts(self, person: int | None, since: datetime) -> Mapping[str, Mapping[str, int]]:
        counted = (
            select(pledges.c.entry, check_ins.c.answer, func.count())
            .join(pledges, pledges.c.id == check_ins.c.pledge)
            .where(*_answered(person, since))
            .group_by(pledges.c.entry, check_ins.c.answer)
        )
        found: dict[str, dict[str, int]] = {}
        for entry, answer, count in self._session.run(counted):
            found.setdefault(entry, {})[answer] = count
        return found

    def amounts(self, person: int | None, since: datetime) -> Mapping[str, float]:
        summed = (
            select(pledges.c.entry, func.sum(check_ins.c.amount))
            .join(pledges, pledges.c.id == check_ins.c.pledge)
            .where(*_answered(person, since), check_ins.c.amount.is_not(None))
            .group_by(pledges.c.entry)
        )
        return {entry: float(total) for entry, total in self._session.run(summed)}

    def people_answering(self, since: datetime) -> Mapping[str, int]:
        in_all = self._session.scalar(select(_PEOPLE).select_from(_JOINED).where(*_answered(None, since)))
        return {"": int(in_all), **self._people(since)}

    def people_counted(self, since: datetime, counting: Collection[tuple[str, str]]) -> Mapping[str, int]:
        given = tuple_(pledges.c.entry, check_ins.c.answer)
        return self._people(since, or_(check_ins.c.amount > 0, given.in_(list(counting))))

    def _people(self, since: datetime, *which: ColumnElement[bool]) -> dict[str, int]:
        per_entry = select(pledges.c.entry, _PEOPLE).select_from(_JOINED).where(*_answered(None, since), *which)
        return {row.entry: row.people for row in self._session.run(per_entry.group_by(pledges.c.entry))}


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _asked(now: datetime, *which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the person was asked about a pledge a moment ago."""
    return exists().where(*about_pledges(pledges.c.person, now - ONE_EVERY), *which)


def _answered_since(now: datetime) -> ColumnElement[bool]:
    """Whether the person has answered what they were asked, and that conversation is over."""
    answered = (check_ins.c.answered_at >= deliveries.c.created_at, check_ins.c.answered_at <= now - SETTLING)
    theirs = (_another.c.id == check_ins.c.pledge, _another.c.person == deliveries.c.person)
    return exists().where(*theirs, *answered)


def _within(per_week: int, now: datetime) -> list[ColumnElement[bool]]:
    """Whether the person was asked about pledges less often than that in the last week."""
    if not per_week:
        return []
    asked = select(func.count()).select_from(deliveries).where(*about_pledges(pledges.c.person, now - WEEK))
    return [asked.correlate(pledges).scalar_subquery() < per_week]


def _answered(person: int | None, since: datetime) -> list[ColumnElement[bool]]:
    mine = [] if person is None else [pledges.c.person == person]
    return [check_ins.c.answered_at >= since, *mine]


def _pledge(row: Any) -> Pledge:
    return Pledge(
        row.id,
        row.person,
        row.entry,
        row.plan,
        row.cadence,
        row.weekday,
        row.hour,
        PledgeState(row.state),
        row.made_at,
        row.next_at,
        row.unanswered,
    )


def _check_in(row: Any) -> CheckIn:
    return CheckIn(row.id, row.pledge, row.due, row.asked_at, row.reminded_at, row.answer, row.amount, row.answered_at)
