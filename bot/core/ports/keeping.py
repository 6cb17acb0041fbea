"""Ports of what is kept for the running of things: journals, files, accounts, privacy and secrets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.core.messages import FileRef


class Mode(StrEnum):
    """What the next answer of a dialogue means."""

    ASKING = "asking"  # it answers the open question
    CHANGING = "changing"  # it picks the answer to change
    OFFERED = "offered"  # it says whether to continue an old draft


@dataclass(frozen=True, slots=True)
class Journal:
    """A dialogue under way: its answers so far. `turn` is fresh with every question and part of its choices' tokens;
    `subject` what the dialogue is about (e.g. a story's id); `undo` the answers before a change was begun.
    """

    dialogue: str
    subject: str
    entries: tuple[tuple[str, str], ...]
    turn: str
    mode: Mode
    asked_at: datetime
    undo: tuple[tuple[str, str], ...] | None = None


class Journals(Protocol):
    """Dialogues under way: at most one active per contact, and parked drafts, one per dialogue and subject."""

    def active(self, contacts: Sequence[int]) -> Mapping[int, Journal]: ...

    def save(self, contact: int, journal: Journal) -> None:
        """Make it the active one (replacing the active one; park that first to keep it)."""
        ...

    def close(self, contact: int) -> None:
        """Delete the active one."""
        ...

    def park(self, contact: int) -> None:
        """Put the active one aside as a draft, replacing an older draft of the same dialogue about the same."""
        ...

    def parked(self, contact: int) -> Sequence[Journal]:
        """Drafts, the newest first."""
        ...

    def unpark(self, contact: int, dialogue: str, subject: str) -> Journal | None:
        """Make a draft the active one again."""
        ...

    def discard(self, contacts: Sequence[int], dialogue: str, subject: str) -> None:
        """Delete what of this dialogue is begun about this subject, under way or parked."""
        ...

    def forget(self, before: datetime) -> int:
        """Delete drafts, and dialogues left standing, last asked about before this."""
        ...


class Files(Protocol):
    """Pictures and documents, in the database."""

    def add(self, owner: int, content: bytes, name: str, mime: str, now: datetime, *, made: bool = False) -> FileRef:
        """Keep a file that the owner sent, or that was `made` for them from what is stored."""
        ...

    def get(self, file: int) -> tuple[FileRef, bytes] | None: ...

    def uploaded(self, account: str, file: int) -> str:
        """What this account's network calls the file (see Settlement); "" if it was never given to it."""
        ...

    def remove(self, file: int) -> None: ...

    def forget_unused(self, before: datetime) -> int:
        """Delete files older than this that no story, journal or open delivery points to."""
        ...


@dataclass(frozen=True, slots=True)
class Lease:
    """Proof that this process serves an account. A higher `fence` means that somebody else took over."""

    account: str
    fence: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Who leased an account last ("" if nobody ever did), and until when, on the clock of that process."""

    name: str
    until: datetime


@dataclass(frozen=True, slots=True)
class AccountNews:
    """An account's trouble: what owners know of ("" = nothing), and what it is now ("" = it is well again)."""

    account: str
    known: str
    problem: str

    @property
    def network(self) -> str:
        """The network's name."""
        return self.account.partition(":")[0]


class Accounts(Protocol):
    """Bot identities, their leases and their troubles."""

    def lease(self, account: str, owner: str, now: datetime, until: datetime) -> Lease | None:
        """Take or renew; None while another owner's lease runs. A new owner gets a higher fence."""
        ...

    def release(self, account: str, owner: str) -> None: ...

    def holder(self, account: str) -> Holder:
        """Who leased the account last."""
        ...

    def trouble(self, account: str, problem: str) -> None:
        """Remember why an account stands still; "" when it is well again."""
        ...

    def missed(self, account: str, problem: str) -> None:
        """A trouble that could not be stored while it lasted is over: it comes up in `news` as one that is."""
        ...

    def troubles(self) -> Mapping[str, str]: ...

    def news(self) -> Sequence[AccountNews]:
        """Accounts whose trouble is another one than owners were told of last, or over."""
        ...

    def told(self, account: str, problem: str) -> None:
        """Owners know of it; "" = that it is over."""
        ...


class Privacy(Protocol):
    """Everything about one person, in one place: given out or erased."""

    def export(self, person: int) -> Mapping[str, object]:
        """All rows about a person, per table, ready for JSON. Complete against the table inventory."""
        ...

    def erase(self, person: int, now: datetime) -> None:
        """Delete the person everywhere (contacts, journals, inbox, deliveries, files, stories, ...) and remember a
        keyed
        hash of each contact, so that a restored backup can erase again.
        """
        ...

    def erase_again(self) -> int:
        """After a restored backup: erase whoever is remembered as erased. Returns how many."""
        ...

    def dormant(self, before: datetime, limit: int = 100) -> Sequence[int]:
        """Persons who never joined, follow nothing, hold no role and have not written since."""
        ...


class Vault(Protocol):
    """Secrets the installation makes for itself."""

    def secret(self, name: str) -> bytes:
        """32 random bytes, made at first use and then always the same."""
        ...
