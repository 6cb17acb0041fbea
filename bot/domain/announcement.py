"""Announcements: news from organisers, who they are for, and what became of every copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Circle(StrEnum):
    """The widest way to say who an announcement is for."""

    EVERYONE = "everyone"  # members and followers
    MEMBERS = "members"
    FOLLOWERS = "followers"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who an announcement is for: a circle, narrowed to one kind of member or one municipality ("" = all).

    Only people who want news and can be reached are in it; that is asked again at the moment of sending.
    """

    circle: Circle = Circle.EVERYONE
    kind: str = ""
    municipality: str = ""


class AnnouncementState(StrEnum):
    """Where an announcement stands."""

    WAITING = "waiting"  # written, and kept until it is released or discarded
    ENQUEUING = "enqueuing"  # rows are being written for its audience
    SENDING = "sending"
    DONE = "done"  # no delivery is open any more
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement. `body` is the Markdown subset as the organiser wrote it, without the footer."""

    id: int
    author: int
    body: str
    audience: Audience
    state: AnnouncementState
    created_at: datetime
    total: int  # deliveries written so far


@dataclass(frozen=True, slots=True)
class Outcome:
    """One recipient's result, for the report: who, how they can be told apart, and why not."""

    person: int
    name: str  # member name, or "" for followers
    network: str
    state: str  # a delivery state
    problem: str


class Announcements(Protocol):
    """Announcements in the database. The copies themselves are deliveries in the ledger."""

    def add(self, author: int, body: str, audience: Audience, contents: Mapping[str, str], now: datetime) -> int:
        """A new one in state ENQUEUING. `contents`: the ready message (with footer) per language."""
        ...

    def get(self, announcement: int) -> Announcement | None: ...

    def recent(self, limit: int = 10) -> Sequence[Announcement]: ...

    def count(self, audience: Audience) -> int:
        """How many people are in the audience now."""
        ...

    def enqueue(self, announcement: int, now: datetime, chunk: int = 10_000) -> bool:
        """Write the next chunk of deliveries with INSERT..SELECT; True when all are written. Resumable, never
        doubles.
        """
        ...

    def unfinished(self) -> Sequence[int]:
        """Those still ENQUEUING or SENDING."""
        ...

    def finish(self, announcement: int, state: AnnouncementState) -> None: ...

    def tally(self, announcement: int) -> Mapping[str, int]:
        """How many deliveries are in which state."""
        ...

    def outcomes(self, announcement: int, states: Sequence[str], limit: int = 50) -> Sequence[Outcome]: ...
