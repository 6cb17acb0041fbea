"""Consents: each with its purpose, version, text, time and network; given and withdrawn one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Purpose(StrEnum):
    """What a person can say yes to, and take back, separately."""

    NOTICE = "notice"  # has read the privacy notice; a consent only where the profile rests on it
    MEMBERSHIP = "membership"  # the declaration
    LISTING = "listing"  # shown by name in the public list
    NEWS = "news"  # receives announcements
    STORY_ALLIANCE = "story-alliance"  # a story inside the alliance; `subject` is the story
    STORY_PUBLIC = "story-public"  # a story in public; `subject` is the story


@dataclass(frozen=True, slots=True)
class Consent:
    """One yes. `text_hash` is the SHA-256 of the words shown; `withdrawn_at` is set when taken back."""

    id: int
    person: int
    purpose: Purpose
    subject: str  # a story's id, or ""
    version: str
    text_hash: str
    network: str
    given_at: datetime
    withdrawn_at: datetime | None


class Consents(Protocol):
    """Consent records in the database. Never changed, only added and closed; those closed for long are dropped."""

    def give(
        self, person: int, purpose: Purpose, *, subject: str, version: str, text_hash: str, network: str, now: datetime
    ) -> None:
        """Record a yes; an open one of the same purpose and subject is closed first."""
        ...

    def withdraw(self, person: int, purpose: Purpose, now: datetime, subject: str = "") -> bool:
        """Close the open consent; False if there was none."""
        ...

    def expect(self, persons: Sequence[int]) -> None:
        """These persons' records may be asked for in this transaction: they are read together, if at all."""
        ...

    def of(self, person: int) -> Sequence[Consent]:
        """All of a person's records, oldest first."""
        ...

    def holds(self, person: int, purpose: Purpose, subject: str = "") -> bool:
        """Whether an open consent exists."""
        ...

    def forget(self, before: datetime) -> int:
        """Drop those closed before this: they need not be proven any more."""
        ...
