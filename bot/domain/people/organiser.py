"""Organisers: how they are invited, what they did, and the questions people passed on to them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.people.person import Role

INVITATION_BITS = 128
CODE_LENGTH = 22
"""Characters of a code: its bits in base64, without padding."""

INVITATION_LIFETIME = timedelta(hours=24)
REMOVED = "organiser-removed"
"""The deed by which somebody lost their role; its subject is "person:" and the number."""

HELD_BACK = "announcement-held-back"
"""The one deed that the assistant does of its own accord."""

TRIES_COUNT = timedelta(hours=1)
"""How far back wrong codes count; older ones are dropped."""

TRIES_PER_HOUR = 5
"""Wrong codes a conversation may send within an hour before it is locked out for that hour (fault 54)."""

TRIES_OF_ALL_PER_HOUR = 20
"""Wrong codes from all conversations together within an hour of the clock that owners are told of: a guesser needs
only a browser to begin another conversation. A right code is still taken then, or a stranger could keep everybody out.
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the audit table: who did what to what. `by` is None for the command line."""

    by: int | None
    what: str  # e.g. "story-approved"
    subject: str  # e.g. "story:17"
    at: datetime


@dataclass(frozen=True, slots=True)
class Tries:
    """How many wrong codes there were: from this conversation within the last hour, and from all of them within this
    hour of the clock.
    """

    here: int
    of_all: int


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A person's words passed to the organisers, and whether they have been answered."""

    id: int
    person: int
    words: str
    asked_at: datetime
    answered_at: datetime | None
    subject: str  # "" or what it is about, e.g. "story:17", "announcement:3"


class Organisation(Protocol):
    """Invitations, audit and passed-on questions in the database."""

    def invite(self, code_hash: str, role: Role, by: int | None, expires_at: datetime) -> None: ...

    def redeem(self, code_hash: str, person: int, now: datetime) -> Role | None:
        """Use the invitation up; None if unknown, expired, used, or by somebody who may not invite any more. One
        statement, so that it works only once.
        """
        ...

    def failed_try(self, contact: int, now: datetime) -> Tries:
        """Note a wrong code and return how many there were, this one too. Those of all are counted without regard to
        whom: erasing a conversation takes none of them back.
        """
        ...

    def tries(self, contact: int, since: datetime) -> int: ...

    def forget_tries(self, before: datetime) -> int:
        """Drop wrong codes older than this."""
        ...

    def forget_invitations(self, before: datetime) -> int:
        """Drop invitations that were used before this, or ended unused; the audit table still tells of them."""
        ...

    def note(self, by: int | None, what: str, subject: str, now: datetime) -> None:
        """One line in the audit table."""
        ...

    def deeds(self, limit: int = 50) -> Sequence[Deed]: ...

    def removed(self) -> Sequence[int]:
        """Everybody whose role was ever taken away; they may be gone, or have one again."""
        ...

    def ask(self, person: int, words: str, subject: str, now: datetime) -> int: ...

    def question(self, question: int) -> PassedOn | None: ...

    def answered(self, question: int, by: int, now: datetime) -> bool:
        """Mark as answered; False if it was already."""
        ...

    def open_questions(self, limit: int = 20) -> Sequence[PassedOn]: ...

    def has_asked(self, person: int) -> bool:
        """Whether anything they have passed on to the team is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Code:
    """A fresh invitation: `words` are told to the invited once, only `sha256` is stored."""

    words: str
    sha256: str
    lifetime: timedelta = INVITATION_LIFETIME


def new_code() -> Code:
    """A code of 128 random bits that fits into a Telegram deep link (at most 64 of A-Z a-z 0-9 _ -)."""
    words = secrets.token_urlsafe(INVITATION_BITS // 8)
    return Code(words, code_hash(words))


def code_hash(words: str) -> str:
    """SHA-256 of a code as it was typed; the code is random enough that no salt is needed."""
    return hashlib.sha256(words.strip().encode(errors="replace")).hexdigest()
