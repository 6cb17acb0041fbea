"""What check-ins say when they are added up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from storage.tables import check_ins, pledges

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from storage.engine.session import Session


def counts(session: Session, person: int | None, since: datetime) -> Mapping[str, Mapping[str, int]]:
    """Answers since then: entry -> answer -> how often."""
    counted = (
        select(pledges.c.entry, check_ins.c.answer, func.count())
        .join(pledges, pledges.c.id == check_ins.c.pledge)
        .where(*_answered(person, since))
        .group_by(pledges.c.entry, check_ins.c.answer)
    )
    found: dict[str, dict[str, int]] = {}
    for entry, answer, count in session.run(counted):
        found.setdefault(entry, {})[answer] = count
    return found


def amounts(session: Session, person: int | None, since: datetime) -> Mapping[str, float]:
    """The sum of the numbers given since then, per entry."""
    summed = (
        select(pledges.c.entry, func.sum(check_ins.c.amount))
        .join(pledges, pledges.c.id == check_ins.c.pledge)
        .where(*_answered(person, since), check_ins.c.amount.is_not(None))
        .group_by(pledges.c.entry)
    )
    return {entry: float(total) for entry, total in session.run(summed)}


def people_answering(session: Session, since: datetime) -> Mapping[str, int]:
    """Different people who answered since then, per entry, and in all under ""."""
    people = func.count(pledges.c.person.distinct()).label("people")
    joined = check_ins.join(pledges, pledges.c.id == check_ins.c.pledge)
    answered = _answered(None, since)
    per_entry = select(pledges.c.entry, people).select_from(joined).where(*answered).group_by(pledges.c.entry)
    in_all = session.scalar(select(people).select_from(joined).where(*answered))
    return {"": int(in_all), **{row.entry: row.people for row in session.run(per_entry)}}


def _answered(person: int | None, since: datetime) -> list[ColumnElement[bool]]:
    mine = [] if person is None else [pledges.c.person == person]
    return [check_ins.c.answered_at >= since, *mine]
