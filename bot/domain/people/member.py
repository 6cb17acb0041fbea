"""Membership: who has signed the declaration, for whom, and what exactly was signed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.municipality import find
from bot.domain.people.person import Person

DIGITS = 10
"""Longer numbers are no member's."""

OUTSIDE = ""
"""The municipality of members from outside the region."""


@dataclass(frozen=True, slots=True)
class Member:
    """A private person or an organisation that has signed. `number` is counted up once and never reused."""

    id: int
    number: int
    kind: str
    name: str  # the organisation, or a private person's display name
    municipality: str  # key in the profile, or OUTSIDE
    listed: bool  # may be shown by name
    joined_at: datetime
    paused_at: datetime | None = None  # since when the membership rests, by a decision of the team
    pause_reason: str = ""  # why, as the member was told

    @property
    def rests(self) -> bool:
        """Whether it is in no list, and nothing new of this member's is published. All that is their own goes on."""
        return self.paused_at is not None


@dataclass(frozen=True, slots=True)
class Rest:
    """What is kept of a membership that rested when it ended: since when, and why. It goes with the person's data."""

    since: datetime
    reason: str


def may_rest(acting: Sequence[Person]) -> bool:
    """Whether organisers may put a membership to rest, by who acts for it: never an organiser's, so nobody's own."""
    return all(person.role is None for person in acting)


@dataclass(frozen=True, slots=True)
class Signature:
    """One yes to one version of the declaration. `sha256` is the digest of `signed_text`, the exact words agreed to."""

    member: int
    person: int
    version: str
    language: str
    signed_text: str
    sha256: str
    signatory: str  # for an organisation: who signs; else ""
    function: str  # and as what; else ""
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Join:
    """What somebody decided in the joining dialogue."""

    kind: str
    name: str
    signatory: str
    function: str
    municipality: str
    listed: bool


def digest(signed_text: str) -> str:
    """SHA-256 (FIPS 180-4) of the exact text in UTF-8, as 64 hex digits."""
    return hashlib.sha256(signed_text.encode()).hexdigest()


def member_number(prefix: str, member: Member, zone: ZoneInfo) -> str:
    """The number as people see it, e.g. "LÖ-2026-0007": the alliance's prefix, the year of joining, a running
    number.
    """
    return f"{prefix}-{member.joined_at.astimezone(zone).year}-{member.number:04d}"


def found_members(typed: str, members: Sequence[Member], prefix: str, zone: ZoneInfo) -> tuple[Member, ...]:
    """Whom somebody may mean by a number ("LÖ-2026-0007", or only its last digits) or by a name, as places are found:
    the likeliest first, not more than fit a phone. Never taken without being looked at.
    """
    wanted, last = typed.strip().casefold(), typed.strip().rpartition("-")[2]
    if last.isdecimal() and len(last) < DIGITS:
        whole = wanted != last
        for member in members:
            if member.number == int(last) and (not whole or member_number(prefix, member, zone).casefold() == wanted):
                return (member,)
    return find(typed, members)


class Members(Protocol):
    """Members and signatures in the database."""

    def add(self, join: Join, now: datetime) -> Member:
        """A new member with the next free number."""
        ...

    def get(self, member: int) -> Member | None: ...

    def sign(self, signature: Signature) -> None: ...

    def last_signature(self, member: int) -> Signature | None: ...

    def set_function(self, member: int, function: str) -> None:
        """Correct as what the last signature was given; the words agreed to stay."""
        ...

    def to_renew(self, version: str, now: datetime, hour: int, limit: int = 100) -> Sequence[int]:
        """Persons who can be reached, whose last yes is to another version and who were not asked for this one yet.
        Not those who have quiet hours at this local hour, or a pause.
        """
        ...

    def asked_to_renew(self, person: int, version: str, now: datetime) -> bool:
        """Remember that this person is asked; False if they were asked for this version before."""
        ...

    def change(self, member: int, join: Join) -> None:
        """Correct name, kind, municipality or listing."""
        ...

    def set_listed(self, member: int, listed: bool) -> None: ...

    def pause(self, member: int, reason: str, now: datetime) -> bool:
        """The membership rests from now on; False if it does already, or is gone."""
        ...

    def resume(self, member: int) -> bool:
        """It rests no more; False if it did not."""
        ...

    def remove(self, member: int, now: datetime) -> None:
        """Leave: the member and its signatures are deleted, the number stays used. That somebody left is counted.
        If it rests, that is kept for whoever acted for it.
        """
        ...

    def rest_of(self, person: int) -> Rest | None:
        """What is kept of the membership this person left while it rested."""
        ...

    def rest_on(self, member: int, person: int) -> None:
        """The new membership of somebody who left while theirs rested rests on, since then and for that reason."""
        ...

    def names_like(self, name: str) -> Sequence[Member]:
        """Members whose names equal this one, ignoring case, white space at the ends and doubled inside, and a legal
        form at the end.
        """
        ...

    def listed(self) -> Sequence[Member]:
        """Those who agreed to be shown and do not rest, in the order of joining."""
        ...

    def everybody(self) -> Sequence[Member]:
        """All, in the order of joining."""
        ...

    def count_by(self, what: str) -> Sequence[tuple[str, int]]:
        """Members per "kind" or per "municipality", the largest group first. ValueError for anything else."""
        ...

    def count(self) -> int: ...
