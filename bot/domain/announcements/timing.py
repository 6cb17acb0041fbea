"""When an announcement goes out: a local moment typed by an organiser, and recurrences as local wall time (DST-safe).

A recurrence is kept as words: "weekly:3:17:00" (Thursdays, 0 = Monday) or "monthly:2:3:09:00" (the second Thursday;
-1 = the last).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")
LAST = -1


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every week on a weekday (0 = Monday), or every month on its n-th (1 to 4, or LAST); `at` is local wall time."""

    weekday: int
    at: time
    nth: int = 0  # 0 = weekly

    def words(self) -> str:
        """As it is kept."""
        head = f"monthly:{self.nth}" if self.nth else "weekly"
        return f"{head}:{self.weekday}:{self.at:%H:%M}"


def recurrence(words: str) -> Recurrence | None:
    """The inverse of `Recurrence.words`; None for "". ValueError for anything else."""
    if not words:
        return None
    how, *parts = words.split(":")
    nth = int(parts.pop(0)) if how == "monthly" else 0
    weekday, hour, minute = map(int, parts)
    return Recurrence(weekday, time(hour, minute), nth)


def exists(day: date, at: time, zone: ZoneInfo) -> bool:
    """Whether there is such a wall time: a clock that is put forward leaves an hour out."""
    there = datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)
    return (there.date(), there.time()) == (day, at)


def next_time(rule: Recurrence, after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment strictly after `after`, in UTC, each exactly once. A wall time that a clock change skips is
    moved forward by the gap; one that occurs twice is taken at its first occurrence (PEP 495, fold=0).
    """
    day = after.astimezone(zone).date()
    for _ in range(64):
        if _falls_on(rule, day):
            moment = datetime.combine(day, rule.at, zone).astimezone(UTC)
            if moment > after:
                return moment
        day += timedelta(days=1)
    raise ValueError(f"no {rule.words()} within two months")


def _falls_on(rule: Recurrence, day: date) -> bool:
    if day.weekday() != rule.weekday:
        return False
    if not rule.nth:
        return True
    if rule.nth == LAST:
        return day.day + 7 > monthrange(day.year, day.month)[1]
    return (day.day - 1) // 7 + 1 == rule.nth
