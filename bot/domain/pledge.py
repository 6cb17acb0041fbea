"""Pledges and check-ins: the promise, when it is asked about, and when the asking stops."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

REMIND_AFTER = timedelta(days=3)
SILENT_AFTER = 3
"""After so many unanswered check-ins in a row the bot offers a pause and goes silent."""


MOST_PLEDGES = 5
"""So many pledges a person keeps at once: more would mean more questions than anybody likes to answer."""

ONE_EVERY = timedelta(days=1)
"""Of several pledges that are due, one is asked about. The next follows its answer at once, or comes so much later."""

SETTLING = timedelta(minutes=5)
"""So long after an answer the conversation about it may still go on: nothing else is asked unless it is over."""

EARLIEST_HOUR, LATEST_HOUR = 7, 21
"""Check-ins are asked between these local hours (both included), never at night."""


def by_day(now: datetime, zone: ZoneInfo) -> bool:
    """Whether people may be asked something they did not ask for."""
    return EARLIEST_HOUR <= now.astimezone(zone).hour <= LATEST_HOUR


class PledgeState(StrEnum):
    """Where a pledge stands. Only active ones are asked about."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PledgeDraft:
    """What somebody promises in the dialogue. `entry` is the catalogue id, `plan` the if-then sentence or "",
    `weekday` 0 (Monday) to 6 for weekly ones, `hour` local 0..23.
    """

    entry: str
    plan: str
    cadence: str
    weekday: int
    hour: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise with a cadence. `next_at` (UTC) is when the next check-in is due, None while paused or ended."""

    id: int
    person: int
    entry: str
    plan: str
    cadence: str
    weekday: int
    hour: int
    state: PledgeState
    made_at: datetime
    next_at: datetime | None
    unanswered: int  # check-ins without an answer in a row


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One question about a pledge and its answer. `answer` is an answer id, `amount` the number where one was asked."""

    id: int
    pledge: int
    due: date  # the local day it is about; unique per pledge
    asked_at: datetime
    reminded_at: datetime | None
    answer: str
    amount: float | None
    answered_at: datetime | None


def next_check_in(
    cadence: str, weekday: int, hour: int, months: tuple[int, ...], after: datetime, zone: ZoneInfo
) -> datetime:
    """The first check-in strictly after `after`, in UTC, computed as local wall time (each occurrence exactly once).

    Weekly: on `weekday`; monthly: the first working day of the month; quarterly: the first working day of January,
    April, July and October. `months` (empty = all) are the months a seasonal pledge is about: a monthly check-in
    looks back on the month before. A local time that a clock change skips is moved forward by the gap; one that
    occurs twice is taken at its first occurrence (PEP 495, fold=0).
    """
    local = after.astimezone(zone)
    day = local.date()
    for _ in range(800):
        if _is_due(cadence, weekday, months, day):
            moment = datetime.combine(day, time(hour), zone).astimezone(ZoneInfo("UTC"))
            if moment > after:
                return moment
        day += timedelta(days=1)
    raise ValueError(f"no {cadence} check-in within two years for months {months}")


def _is_due(cadence: str, weekday: int, months: tuple[int, ...], day: date) -> bool:
    about = (day.replace(day=1) - timedelta(days=1)).month
    if cadence == "weekly":
        return day.weekday() == weekday and (not months or day.month in months)
    if day != _first_working_day(day):
        return False
    if cadence == "monthly":
        return not months or about in months
    return day.month in (1, 4, 7, 10)


def _first_working_day(day: date) -> date:
    """The first Monday to Friday of the month; New Year's Day is nobody's working day."""
    first = day.replace(day=2 if day.month == 1 else 1)
    return first + timedelta(days={5: 2, 6: 1}.get(first.weekday(), 0))


class Pledges(Protocol):
    """Pledges and check-ins in the database."""

    def add(self, draft: PledgeDraft, person: int, next_at: datetime, now: datetime) -> Pledge: ...

    def get(self, pledge: int) -> Pledge | None: ...

    def of(self, person: int) -> Sequence[Pledge]:
        """A person's pledges that have not ended, oldest first."""
        ...

    def set_state(self, pledge: int, state: PledgeState, next_at: datetime | None) -> None:
        """Pause, end or go on; going on starts the count of unanswered ones anew."""
        ...

    def due(self, now: datetime, limit: int = 100, per_week: int = 0) -> Sequence[Pledge]:
        """Active ones whose check-in is due, oldest first; none of whoever was asked about a pledge within ONE_EVERY
        and has not answered since, nor of whoever was asked `per_week` times (0 = no limit) in the last week.

        Announcements do not count here: a check-in was ordered by whoever made the pledge, and would starve where
        news are many. It does count where announcements are held back.
        """
        ...

    def due_of(self, person: int, now: datetime) -> Sequence[Pledge]:
        """A person's active ones whose check-in is due, oldest first, whatever they were asked lately."""
        ...

    def open_check_in(self, pledge: int, due: date, next_at: datetime, now: datetime) -> CheckIn | None:
        """Write the check-in and move `next_at` on; None if this day's check-in exists already."""
        ...

    def check_in(self, check_in: int) -> CheckIn | None: ...

    def answer(self, check_in: int, answer: str, amount: float | None, now: datetime) -> bool:
        """Record the answer (an earlier one is replaced only within the same day) and reset `unanswered`; False if
        closed.
        """
        ...

    def to_remind(self, now: datetime, limit: int = 100, per_week: int = 0) -> Sequence[CheckIn]:
        """Unanswered, not yet reminded check-ins of active pledges, asked REMIND_AFTER ago or earlier, each pledge's
        latest only; held back as `due` ones are, and within ONE_EVERY even after an answer.
        """
        ...

    def reminded(self, check_in: int, now: datetime) -> None: ...

    def latest(self, pledge: int) -> CheckIn | None:
        """The newest check-in of a pledge."""
        ...

    def counts(self, person: int | None, since: datetime) -> Mapping[str, Mapping[str, int]]:
        """Answered check-ins since then, as entry -> answer id -> count; of one person or (None) of all."""
        ...

    def amounts(self, person: int | None, since: datetime) -> Mapping[str, float]:
        """Sum of the numbers given since then, per entry; of one person or (None) of all."""
        ...

    def people_answering(self, since: datetime) -> Mapping[str, int]:
        """How many different people answered since then, per entry; key "" for all together."""
        ...

    def people_counted(self, since: datetime, counting: Collection[tuple[str, str]]) -> Mapping[str, int]:
        """How many different people are behind the sums since then, per entry: who gave an amount above 0, or one of
        the answers that count, each as (entry, answer).
        """
        ...
