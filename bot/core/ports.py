"""Ports between the core and the database: the one `Work` that a transaction hands out, and the store that runs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Protocol, TypeVar

from bot.core.messages import Batch, Choice, FileRef, Incoming, Outgoing
from bot.domain.announcement import Announcements
from bot.domain.consent import Consents
from bot.domain.member import Members
from bot.domain.organiser import Organisation
from bot.domain.person import People
from bot.domain.pledge import Pledges
from bot.domain.story import Stories

T = TypeVar("T")


class Clock(Protocol):
    """Time from outside, so that tests can turn it."""

    def now(self) -> datetime:
        """Wall clock, aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...


# -- inbox -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Received:
    """A row of the inbox on its way to being handled. `attempts` counts this one too."""

    id: int
    incoming: Incoming
    attempts: int


@dataclass(frozen=True, slots=True)
class Shunted:
    """A row put aside because handling it crashed the process; its content stays until an owner looks."""

    id: int
    account: str
    received_at: datetime


class Inbox(Protocol):
    """Everything that arrived, exactly once, in the network's order."""

    def accept(self, account: str, batch: Batch, now: datetime) -> int:
        """Store a batch and its cursor; known event keys are passed over. Returns how many were new."""
        ...

    def cursor(self, account: str) -> str: ...

    def claim(self, account: str, limit: int, busy: Sequence[str], crashes: int) -> Sequence[Received]:
        """The next unhandled rows in order (position, id), at most one per address and none of the `busy` addresses;
        counts the attempt. Rows attempted before come alone; those with `crashes` attempts already are shunted.
        """
        ...

    def done(self, rows: Sequence[int], now: datetime) -> None:
        """Handled: the content is erased, the event key stays against repeats."""
        ...

    def shunt(self, row: int, now: datetime) -> None: ...

    def shunted(self, limit: int = 20) -> Sequence[Shunted]: ...

    def waiting(self) -> int: ...

    def forget(self, before: datetime) -> int:
        """Drop handled rows older than this (repeats of them cannot come any more)."""
        ...


# -- ledger ----------------------------------------------------------------------------------------------------------


class Lane(IntEnum):
    """Who goes first."""

    REPLY = 0
    CHECK_IN = 1
    ANNOUNCEMENT = 2


class State(StrEnum):
    """Where a delivery stands."""

    QUEUED = "queued"
    SENDING = "sending"  # claimed; the network may see it any moment
    SENT = "sent"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"  # the network may or may not have it; only organisers decide
    CANCELLED = "cancelled"  # opted out, withdrawn, or no longer needed


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed delivery. `edits` are the refs of the earlier message it replaces (empty: a new message)."""

    id: int
    contact: int
    address: str
    lane: Lane
    language: str
    outgoing: Outgoing
    attempts: int
    refs: tuple[str, ...]
    edits: tuple[str, ...]
    first_try_at: datetime | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a try. `not_before` only for QUEUED; `moved_to` changes the contact's address;
    `contact_gone` marks the contact unreachable.
    """

    delivery: int
    contact: int
    state: State
    refs: tuple[str, ...] = ()
    not_before: datetime | None = None
    problem: str = ""
    contact_gone: bool = False
    moved_to: str = ""
    counts_as_try: bool = True


class Ledger(Protocol):
    """Everything that goes out. Rows added in a transaction leave together with it."""

    def add(
        self,
        contact: int,
        outgoing: Outgoing,
        lane: Lane,
        now: datetime,
        *,
        tag: str = "",
        replaces: str = "",
        edits: tuple[str, ...] = (),
    ) -> None:
        """Queue a message. `tag` names it for a later edit; `replaces` makes this the edit of the message tagged so
        (CANCELLED at the claim if that one was never sent); `edits` that of the message with these refs. An edit with
        empty text only takes the choices away. Written together with the transaction.
        """
        ...

    def farewell(self, account: str, address: str, language: str, outgoing: Outgoing, now: datetime) -> None:
        """Queue a last message to somebody who is being erased in this transaction: a row without a contact (0), not
        touched by the erasure, whose address and content are wiped as soon as it is settled for good.
        """
        ...

    def claim(
        self, account: str, fence: int, lanes: Sequence[Lane], limit: int, busy: Sequence[int], now: datetime
    ) -> Sequence[Delivery]:
        """Mark due rows as SENDING and hand them out: lanes in order, oldest first, at most one per contact and none of
        the `busy` contacts. Announcements to people who no longer want news become CANCELLED here, and rows to
        unreachable contacts UNREACHABLE. Nothing is handed out if the account's lease has another fence.
        """
        ...

    def settle(self, settlements: Sequence[Settlement], now: datetime) -> None:
        """Record what became of them, in one batch."""
        ...

    def left_behind(self, account: str) -> Sequence[Delivery]:
        """Rows still SENDING although nobody is sending: from a process that died. Called by the account's new
        holder.
        """
        ...

    def next_due(self, account: str) -> datetime | None:
        """When the next queued row may be sent."""
        ...

    def choices_of(self, contact: int, ref: str) -> Sequence[str]:
        """The tokens offered with a sent message, in order, quiet ones left out; for reactions. Empty if unknown."""
        ...

    def latest_choices(self, contact: int) -> Sequence[Choice]:
        """The choices of the newest message to a contact that had any, quiet ones left out: so that typed labels and
        numbers can stand for them. Empty if there is none.
        """
        ...

    def tally(self) -> Mapping[tuple[str, str], int]:
        """Rows per (account, state), for metrics."""
        ...

    def sent_to(self, contact: int, after: int, limit: int = 200) -> Sequence[tuple[int, Delivery]]:
        """Messages SENT to a contact with an id above `after`, oldest first: the browser's mailbox."""
        ...

    def uncertain(self, limit: int = 20) -> Sequence[Delivery]: ...

    def forget(self, before: datetime) -> int:
        """Erase the content of finished rows older than this."""
        ...


# -- journals, files, accounts ---------------------------------------------------------------------------------------


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
    """Dialogues under way: at most one active per contact, and parked drafts, one per dialogue."""

    def active(self, contacts: Sequence[int]) -> Mapping[int, Journal]: ...

    def save(self, contact: int, journal: Journal) -> None:
        """Make it the active one (replacing the active one; park that first to keep it)."""
        ...

    def close(self, contact: int) -> None:
        """Delete the active one."""
        ...

    def park(self, contact: int) -> None:
        """Put the active one aside as a draft, replacing an older draft of the same dialogue."""
        ...

    def parked(self, contact: int) -> Sequence[Journal]:
        """Drafts, the newest first."""
        ...

    def unpark(self, contact: int, dialogue: str) -> Journal | None:
        """Make a draft the active one again."""
        ...

    def discard(self, contact: int, dialogue: str) -> None:
        """Delete a draft."""
        ...

    def forget(self, before: datetime) -> int:
        """Delete drafts older than this."""
        ...


class Files(Protocol):
    """Pictures and documents, in the database."""

    def add(self, owner: int, content: bytes, name: str, mime: str, now: datetime) -> FileRef: ...

    def get(self, file: int) -> tuple[FileRef, bytes] | None: ...

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


class Accounts(Protocol):
    """Bot identities, their leases and their troubles."""

    def lease(self, account: str, owner: str, now: datetime, until: datetime) -> Lease | None:
        """Take or renew; None while another owner's lease runs. A new owner gets a higher fence."""
        ...

    def release(self, account: str, owner: str) -> None: ...

    def holder(self, account: str) -> str:
        """Who leased the account last; "" if nobody ever did."""
        ...

    def trouble(self, account: str, problem: str) -> None:
        """Remember why an account stands still; "" when it is well again."""
        ...

    def troubles(self) -> Mapping[str, str]: ...


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


class Work(Protocol):
    """One transaction. Nobody commits: returning commits, raising rolls back."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def journals(self) -> Journals: ...
    @property
    def files(self) -> Files: ...
    @property
    def accounts(self) -> Accounts: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def vault(self) -> Vault: ...
    @property
    def people(self) -> People: ...
    @property
    def members(self) -> Members: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def stories(self) -> Stories: ...
    @property
    def announcements(self) -> Announcements: ...
    @property
    def pledges(self) -> Pledges: ...
    @property
    def organisation(self) -> Organisation: ...


class Store(Protocol):
    """The database. Functions may run more than once (after a serialization failure), so they have no other effects."""

    async def transact(self, fn: Callable[[Work], T]) -> T:
        """Run in one read-write transaction, alone or grouped with others; commits before returning."""
        ...

    async def read(self, fn: Callable[[Work], T]) -> T:
        """Run on a read-only snapshot, beside the writers."""
        ...
