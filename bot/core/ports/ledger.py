"""The port of everything that goes out: lanes, states, deliveries and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Protocol

from bot.core.messages import Choice, Outgoing, Uploaded
from bot.core.ports.keeping import Lease


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
    UNCERTAIN = "uncertain"  # the network may or may not have it; people decide
    CANCELLED = "cancelled"  # opted out, withdrawn, or no longer needed


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed delivery. `edits` are the refs of the earlier message it replaces (empty: a new message); `rate` is a
    limit on its announcement in messages a second (0 = none).
    """

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
    announcement: int | None = None
    rate: float = 0.0


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a try. `not_before` only for QUEUED; `moved_to` changes the contact's address;
    `contact_gone` marks the contact unreachable. Copies of an `announcement` are counted when they are done. `instead`
    is said in the place of what was REFUSED, under the same tag. `uploaded` is kept with the files, for this
    account.
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
    announcement: int | None = None
    instead: Outgoing | None = None
    uploaded: Uploaded = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A message that may have arrived, or not: when it was written, for which network."""

    id: int
    lane: Lane
    network: str
    at: datetime


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
        about: int = 0,
    ) -> None:
        """Queue a message. `tag` names it for a later edit; `replaces` makes this the edit of the message tagged so
        (CANCELLED at the claim if that one was never sent); `edits` that of the message with these refs. An edit with
        empty text only takes the choices away. `about` is the person whose words it quotes to somebody else: their
        erasure empties it. Written together with the transaction.
        """
        ...

    def farewell(self, account: str, address: str, language: str, outgoing: Outgoing, now: datetime) -> None:
        """Queue a last message to somebody who is being erased in this transaction: a row without a contact (0), not
        touched by the erasure, whose address and content are wiped as soon as it is settled for good.
        """
        ...

    def claim(
        self,
        account: str,
        fence: int,
        lanes: Sequence[Lane],
        limit: int,
        busy: Sequence[int],
        now: datetime,
        rooms: Mapping[tuple[int, float], int] = MappingProxyType({}),
    ) -> Sequence[Delivery]:
        """Mark due rows as SENDING and hand out at most `limit` of them: lanes in order, oldest first, none of the
        `busy` contacts. Of each contact one, or of its replies the next few in order: they are to be sent one after
        the other, and what comes after one that was not sent is to be put back. Announcements to people who no longer
        want news become CANCELLED here, and rows to unreachable contacts UNREACHABLE. Nothing is handed out if the
        account's lease has another fence. `rooms` says how many copies of an announcement limited to a rate may be
        handed out, by its number and that rate; of others it is a few.
        """
        ...

    def settle(self, settlements: Sequence[Settlement], now: datetime, lease: Lease | None = None) -> None:
        """Record what became of them, in one batch. Whoever has lost this lease may still say what arrived, but of
        what the new holder is sending at this moment nothing else.
        """
        ...

    def left_behind(self, account: str, fence: int | None = None) -> Sequence[Delivery]:
        """Rows still SENDING: from a process that died, if the account's new holder asks. None if the account's lease
        has another fence than the one given.
        """
        ...

    def addressed(self) -> Collection[str]:
        """The accounts that a message was added for in this transaction: whose dispatcher is worth waking."""
        ...

    def choices_of(self, contact: int, ref: str) -> Sequence[str]:
        """The tokens offered with a sent message, in order, quiet ones left out; for reactions. Empty if unknown."""
        ...

    def latest_choices(self, contact: int) -> Sequence[Choice]:
        """The choices of the newest message to a contact that had any, quiet ones left out: so that typed labels and
        numbers can stand for them. Empty if there is none.
        """
        ...

    def tag_of(self, contact: int, ref: str) -> str:
        """The tag of the message that a contact got with this ref; "" if it has none or is not known any more."""
        ...

    def has_come(self, contact: int, tag: str) -> bool:
        """Whether a message with this tag has certainly been sent to this contact."""
        ...

    def replied(self, contact: int, since: datetime, before: datetime) -> bool:
        """Whether a reply written at or after `since` had been sent to this contact before that moment, as far as is
        known: a process that ends may have sent it.
        """
        ...

    def close(self, contact: int, tag: str, since: datetime) -> Sequence[str] | None:
        """Take the tag off a message to this contact, so that it is found by it no more, and give its refs (empty if
        no receipt is known yet). None if there is none with this tag that was written at or after `since`.
        """
        ...

    def unsay(self, person: int, words: Collection[str], choices: Collection[str]) -> None:
        """Empty every message to this person, or quoting them to others, about what they have deleted. It offers one
        of these choices (action and first argument, as in a meaning), or holds the words as rendered: a long one, a
        short one between quotation marks, or all of them. One that would quote them and is not sent yet is not sent.
        """
        ...

    def waits(self, contact: int, replaces: str) -> bool:
        """Whether an edit of the message with this tag has not been handed out yet."""
        ...

    def changed_to(self, contact: int, replaces: str) -> str:
        """What the message with this tag was last changed to, as far as it is still kept; "" if it never was."""
        ...

    def tally(self) -> Mapping[tuple[str, str], int]:
        """Rows per (account, state), for metrics."""
        ...

    def sent_to(self, contact: int, after: int, limit: int = 200) -> Sequence[tuple[int, Delivery]]:
        """Messages SENT to a contact with an id above `after`, oldest first: the browser's mailbox. What
        has been forgotten since is left out.
        """
        ...

    def uncertain(self, limit: int = 20) -> Sequence[Delivery]: ...

    def uncertain_since(self, since: datetime) -> Mapping[Lane, int]:
        """How many messages written since then have an uncertain fate, by lane."""
        ...

    def doubts(self, since: datetime, limit: int) -> Sequence[Doubt]:
        """The newest of these outside of announcements."""
        ...

    def decide(self, delivery: int, now: datetime, *, resend: bool) -> bool:
        """Send an uncertain message outside of announcements again, or leave it for good; False if it is not one."""
        ...

    def in_doubt(self, contact: int, since: datetime, offering: str) -> int:
        """How many replies (a handful at most) to this contact, written since then, have an uncertain fate and words.
        Edits do not count; nor what has a tag (a dialogue asks its question again, and what cannot be undone is to be
        asked for anew); nor what comes with a choice of this action, as that only tells of the others.
        """
        ...

    def repeat(self, contact: int, since: datetime, offering: str, now: datetime) -> int:
        """Say those again, as new messages, in order: their person wants to see them. As they were they are left for
        good, as with `leave`. How many; there may be older ones.
        """
        ...

    def leave(self, contact: int, now: datetime) -> None:
        """Leave all replies to this contact whose fate is uncertain for good, and empty them; not what has a tag."""
        ...

    def forget(self, before: datetime) -> int:
        """Erase the content of finished rows older than this."""
        ...

    def drop(self, before: datetime, limit: int) -> int:
        """Drop rows older than this whose content is erased, up to so many; copies of announcements stay for their
        reports.
        """
        ...
