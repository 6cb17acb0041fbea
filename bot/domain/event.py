"""Dates of the alliance: what they need, who may see them, and when those who are coming hear from us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")

TAG = "event:"
"""So begins what names a date, with its number behind it: the tag of what those who come are told."""

PLACE_MAX, ABOUT_MAX = 200, 600
"""Longest texts in characters; a title is as long as a story's."""

SEATS_MAX = 10_000
"""No hall of the county has more seats: a larger number was mistyped."""

REMIND_AT = time(9)
"""From this local time on the day before, whoever comes is reminded."""

THANK_AT = time(10)
"""From this local time on the day after, whoever was there is thanked."""

THANK_WITHIN = timedelta(days=7)
"""So long after a date, thanks are worth something still: later, after a long silence of the bot, none come."""

URGENT = timedelta(days=1)
"""What changes so shortly before a date is told at any hour: nobody is to stand before a closed door."""


class EventState(StrEnum):
    """Where a date stands. Only published ones are shown to anybody but organisers."""

    PROPOSED = "proposed"  # an editor has written it; a moderator publishes it
    PUBLISHED = "published"
    CALLED_OFF = "called-off"


class SignUp(StrEnum):
    """What becomes of "I am coming"."""

    DONE = "done"
    BEFORE = "before"  # they were signed up already
    FULL = "full"
    CLOSED = "closed"  # over, called off, or not there


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A date as an organiser wants it. `starts_at` is UTC, `seats` the most who can come (0 = no limit)."""

    title: str
    starts_at: datetime
    place: str
    about: str
    seats: int


@dataclass(frozen=True, slots=True)
class Event:
    """A date as it is kept. `revision` counts its versions, from 1; `reason` is why it was called off, or ""."""

    id: int
    author: int | None  # None when the organiser who wrote it has been erased
    draft: EventDraft
    state: EventState
    reason: str
    revision: int

    def open(self, now: datetime) -> bool:
        """Whether one can say that one is coming."""
        return self.state is EventState.PUBLISHED and self.draft.starts_at > now


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is coming, and since when that is known."""

    event: int
    person: int
    at: datetime


def is_soon(starts_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is today or tomorrow: whoever hears of it now needs no reminder."""
    return starts_at.astimezone(zone).date() <= now.astimezone(zone).date() + timedelta(days=1)


def remind_until(now: datetime, zone: ZoneInfo) -> datetime:
    """Dates that start before this moment (UTC) are reminded of now: today's, and from REMIND_AT on tomorrow's."""
    local = now.astimezone(zone)
    days = 2 if local.time() >= REMIND_AT else 1
    return datetime.combine(local.date() + timedelta(days=days), time(), zone).astimezone(UTC)


def thank_until(now: datetime, zone: ZoneInfo) -> datetime:
    """Dates that started before this moment (UTC) are thanked for now: those up to yesterday, from THANK_AT on."""
    local = now.astimezone(zone)
    days = 0 if local.time() >= THANK_AT else 1
    return datetime.combine(local.date() - timedelta(days=days), time(), zone).astimezone(UTC)


class Events(Protocol):
    """Dates and who comes to them, in the database."""

    def add(self, draft: EventDraft, author: int, state: EventState, now: datetime) -> Event: ...

    def get(self, event: int) -> Event | None: ...

    def coming(self, states: Sequence[EventState], now: datetime, offset: int = 0, limit: int = 20) -> Sequence[Event]:
        """Those in one of the states that have not begun, the next first."""
        ...

    def count_coming(self, states: Sequence[EventState], now: datetime) -> int: ...

    def past(self, now: datetime, offset: int = 0, limit: int = 5) -> Sequence[Event]:
        """Published ones that have begun, and all that were called off, the latest first."""
        ...

    def count_past(self, now: datetime) -> int: ...

    def change(self, event: Event, draft: EventDraft, now: datetime, *, told: bool) -> bool:
        """Put the draft in its place, as the next revision; False if it is not any more what `event` was. `told` says
        that whoever comes must hear of it. At another time it is reminded of anew; of several changes the nearest time
        that is still to come (after `now`, UTC) is remembered.
        """
        ...

    def publish(self, event: Event) -> bool:
        """A proposed one, as it was read; False if somebody was faster."""
        ...

    def call_off(self, event: Event, reason: str) -> bool:
        """A published one: whoever comes will hear of it, once; False if it is not any more what `event` was."""
        ...

    def discard(self, event: Event) -> bool:
        """A proposed one is gone; False if it is not any more what `event` was."""
        ...

    # -- who comes -----------------------------------------------------------------------------------------------

    def sign_up(self, event: int, person: int, now: datetime, *, reminded: bool) -> SignUp:
        """Keep person and date. `reminded` says that no reminder is needed any more."""
        ...

    def sign_off(self, event: int, person: int) -> bool:
        """Forget it; False if there was nothing to forget."""
        ...

    def counts(self, numbers: Sequence[int]) -> Mapping[int, int]:
        """How many come, for each; those to which nobody comes are left out."""
        ...

    def guests(self, event: int) -> Sequence[Guest]:
        """Who comes, in the order in which they said so."""
        ...

    def of(self, person: int) -> Sequence[Event]:
        """The dates a person is signed up for, the earliest first."""
        ...

    def hush(self, person: int, since: datetime) -> bool:
        """No reminder and no thanks for what the person is signed up for now; False if there is nothing to hush. Dates
        that started before `since`, or are off, bring none anyway.
        """
        ...

    # -- what they hear ------------------------------------------------------------------------------------------

    def to_tell(self, now: datetime, hour: int, limit: int = 100, *, by_day: bool) -> Sequence[Guest]:
        """Who has not heard yet that a date is another one now, or off; not in their quiet hours (local `hour`), and
        only `by_day`, unless it is URGENT: it begins soon, or would have begun soon. Nobody hears of what is over.
        """
        ...

    def told(self, event: int, person: int, now: datetime, *, reminded: bool) -> None:
        """Whoever comes knows its present version; `reminded` as with `sign_up`. Nothing if they do not come."""
        ...

    def to_remind(self, now: datetime, until: datetime, hour: int, limit: int = 100) -> Sequence[Guest]:
        """Who comes to a date that starts before `until` and has not been reminded; nobody in their quiet hours."""
        ...

    def reminded(self, guest: Guest, now: datetime) -> None: ...

    def to_thank(self, since: datetime, until: datetime, hour: int, limit: int = 100) -> Sequence[Guest]:
        """Who was signed up for a date that started between the two and has not been thanked."""
        ...

    def thanked(self, guest: Guest, now: datetime) -> None: ...

    # -- what they say -------------------------------------------------------------------------------------------

    def say(self, event: int, person: int, words: str) -> bool:
        """Keep a line about it, in the place of an earlier one; False if they were not signed up."""
        ...

    def said(self, event: int) -> Sequence[tuple[int, str]]:
        """The lines about it with their persons, in the order of signing up."""
        ...

    def forget(self, before: datetime) -> None:
        """Forget who came to dates that started before, what they said, and dates that were never published."""
        ...
