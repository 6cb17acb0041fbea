"""What a person wishes to hear, how often, and when not: asked at the moment of sending, every time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")
DECEMBER = 12
WEEK = timedelta(days=7)

DIGEST_AT = time(17, 0)
"""Digests come at this local time: after work, before supper."""

DIGEST_WEEKDAY = 3
"""Weekly ones on Thursdays (0 = Monday), as check-ins do."""


PAUSE_ENDS = time(9, 0)
"""A pause ends at this local time of its last day: what has gathered comes by day."""


class Rhythm(StrEnum):
    """How announcements come."""

    AT_ONCE = "at-once"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Wishes:
    """One person's wishes beside news on or off. Quiet hours are whole local hours: from (included) to (excluded),
    over midnight where `quiet_from` is the larger; None = none. `paused_until`: nothing before, then one digest.
    `network` is where they would rather be written to ("" = where they wrote last).
    """

    rhythm: Rhythm = Rhythm.AT_ONCE
    quiet_from: int | None = None
    quiet_to: int | None = None
    paused_until: datetime | None = None
    network: str = ""
    topics_off: frozenset[str] = frozenset()


def quiet_until(quiet_from: int | None, quiet_to: int | None, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The end (UTC) of the quiet hours `now` falls into; None if it does not. Computed as local wall time."""
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return None
    local = now.astimezone(zone)
    over_midnight = quiet_from > quiet_to
    inside = local.hour >= quiet_from or local.hour < quiet_to if over_midnight else quiet_from <= local.hour < quiet_to
    if not inside:
        return None
    day = local.date() + timedelta(days=1 if over_midnight and local.hour >= quiet_from else 0)
    return datetime.combine(day, time(quiet_to), zone).astimezone(UTC)


def next_digest(rhythm: Rhythm, after: datetime, zone: ZoneInfo) -> datetime:
    """When the next digest of this rhythm comes, in UTC, strictly after `after`. AT_ONCE (something bundled by the
    weekly limit): as WEEKLY.
    """
    day = after.astimezone(zone).date()
    for _ in range(9):
        moment = datetime.combine(day, DIGEST_AT, zone).astimezone(UTC)
        if moment > after and (rhythm is Rhythm.DAILY or day.weekday() == DIGEST_WEEKDAY):
            return moment
        day += timedelta(days=1)
    raise ValueError("a week has seven days")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is needed to sort an audience by wishes at one moment: the most announcements a week a person gets at once
    (0 = no limit), when the next digests come (UTC), and the local hour.
    """

    now: datetime
    per_week: int
    daily: datetime
    weekly: datetime
    hour: int


def calendar(now: datetime, per_week: int, zone: ZoneInfo) -> Calendar:
    """The calendar of a moment."""
    daily, weekly = (next_digest(rhythm, now, zone) for rhythm in (Rhythm.DAILY, Rhythm.WEEKLY))
    return Calendar(now, per_week, daily, weekly, now.astimezone(zone).hour)


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest that is due: whose, and the announcements in it, oldest first."""

    person: int
    announcements: tuple[int, ...]


def pause_end(day: date, zone: ZoneInfo) -> datetime:
    """When a pause until this day is over, in UTC."""
    return datetime.combine(day, PAUSE_ENDS, zone).astimezone(UTC)


def in_a_month(day: date) -> date:
    """The same day of the next month, or that month's last."""
    year, month = (day.year + 1, 1) if day.month == DECEMBER else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class WishBook(Protocol):
    """Wishes and digests in the database."""

    def of(self, person: int) -> Wishes: ...

    def set_rhythm(self, person: int, rhythm: Rhythm) -> None: ...

    def set_quiet(self, person: int, quiet_from: int | None, quiet_to: int | None) -> None: ...

    def set_pause(self, person: int, until: datetime | None) -> None: ...

    def set_network(self, person: int, network: str) -> None: ...

    def set_topic(self, person: int, topic: str, *, wanted: bool) -> None: ...

    def hasten(self, person: int, by: datetime) -> int:
        """What waits for this person's next digest comes at this moment at the latest; how many announcements wait."""
        ...

    def drop(self, person: int) -> None:
        """Whoever has stopped the news does not get what waited, not even when they come back."""
        ...

    def due(self, now: datetime, limit: int = 100) -> Sequence[Digest]:
        """Digests whose time has come, of people who still want news and can be reached and are not in a pause, with
        everything that waits for them, the longest due first. Announcements an organiser has paused go on waiting, and
        what was stopped or taken back is not among them.
        """
        ...

    def postpone(self, digest: Digest, until: datetime) -> None:
        """It is quiet for this person just now: the digest comes then."""
        ...

    def bundled(self, digest: Digest, told: Sequence[int]) -> None:
        """The digest has been written and tells these announcements: its items are done. Whatever else was in it is not
        counted among those who get it with a digest any more.
        """
        ...
