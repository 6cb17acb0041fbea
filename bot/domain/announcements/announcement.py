"""An announcement from draft to report, and its port. The copies themselves are deliveries in the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Protocol

from bot.domain.announcements.audience import Audience, Left, Reach, Waits
from bot.domain.announcements.results import Outcome, Tally
from bot.domain.announcements.wishes import Calendar


class AnnouncementState(StrEnum):
    """Where an announcement stands. Only an organiser's press leads from one of the first four to ENQUEUING."""

    REQUESTED = "requested"  # a member asks the team to announce it
    DRAFT = "draft"  # written; nobody but its author is concerned
    WAITING = "waiting"  # waits for a second organiser's release
    SCHEDULED = "scheduled"  # released, goes out at `send_at`
    ENQUEUING = "enqueuing"  # rows are being written for its audience; sending has begun
    SENDING = "sending"  # all rows are written
    PAUSED = "paused"  # rows wait; `enqueued` tells whether all are written
    DONE = "done"  # no delivery is open any more
    CANCELLED = "cancelled"  # discarded, or stopped on its way
    WITHDRAWN = "withdrawn"  # copies taken back where a network allows it


RUNNING = (AnnouncementState.ENQUEUING, AnnouncementState.SENDING)
CHANGEABLE = (AnnouncementState.DRAFT, AnnouncementState.WAITING, AnnouncementState.SCHEDULED)
"""States in which its words and audience may still be changed; a change needs a new release."""


class Step(StrEnum):
    """What a delivery of an announcement does. A person has at most one row per announcement, step and round."""

    SEND = "send"
    CORRECT = "correct"  # edit the copy in place
    CORRECTION = "correction"  # a short message of its own, where editing failed
    WITHDRAW = "withdraw"  # delete the copy
    WITHDRAWAL = "withdrawal"  # overwrite the copy, where deleting failed
    NOTICE = "notice"  # a short message to who has it in a digest, which tells of others too; goes with WITHDRAWAL


CHUNK = 2_000
"""Copies written in one transaction. Whoever wants to write meanwhile waits for it: 35 ms on SQLite (measured)."""

REPEATS = "repeats"
"""The answer that makes an announcement one turn of a recurring one: that one's number."""


class Chore(StrEnum):
    """What was decided about many copies. The decision takes effect at once; the rows follow in chunks."""

    CANCEL = "cancel"  # what waits is not sent any more, at once or bundled
    RETRY = "retry"  # what certainly did not arrive is queued again
    RESEND = "resend"  # what is uncertain is queued again
    LEAVE = "leave"  # what is uncertain stays so


class Written(Enum):
    """How far the writing of many rows is after a chunk."""

    MORE = "more"  # the next chunk can follow at once
    WAITS = "waits"  # for copies that are just being sent
    ALL = "all"


class Ending(StrEnum):
    """Why a copy was cancelled, as it is counted. Whoever was erased meanwhile is counted as "cancelled" alone."""

    OFF = "cancelled:off"  # the person wanted no news, or none of this topic
    OUTSIDE = "cancelled:outside"  # the person had left the audience by then
    STOPPED = "cancelled:stopped"  # organisers stopped the announcement
    GIVEN_UP = "cancelled:given-up"  # tried for days
    LEFT = "cancelled:left"  # uncertain, and organisers left it so


@dataclass(frozen=True, slots=True)
class Words:
    """What an organiser wrote: the Markdown subset in one language, and perhaps a second version in another one.

    Everybody gets the version in their language; who has none gets the first, marked with its language.
    """

    language: str
    body: str
    second_language: str = ""
    second_body: str = ""

    def best(self, language: str) -> tuple[str, str]:
        """The version for a reader, as (its language, its words). "de-du" reads "de"."""
        if self.second_language and language.partition("-")[0] == self.second_language.partition("-")[0]:
            return self.second_language, self.second_body
        return self.language, self.body


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything an organiser decides about an announcement. `files` are numbers of stored files, in order; `answers`
    are those given in the dialogue, so that any of them can be changed later.
    """

    words: Words
    audience: Audience
    topic: str = ""
    goal: str = ""
    files: tuple[int, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement. `rate` is a limit in messages a second set by an organiser (0 = the account's own)."""

    id: int
    author: int
    requested_by: int | None
    released_by: int | None
    draft: Draft
    state: AnnouncementState
    created_at: datetime
    send_at: datetime | None
    recurrence: str  # see bot.domain.announcements.timing; "" = once
    started_at: datetime | None  # when sending began, or was last taken up again
    total: int  # copies written so far
    enqueued: bool  # whether all copies are written
    rate: float
    round: int  # counts corrections and the withdrawal
    step: Step | None  # the later step under way
    step_written: bool  # whether all deliveries of it are written
    bundled: int  # people who get it, or got it, with a digest
    left_out: Mapping[Left, int]  # who was not to get it when it began, and why
    chore: Chore | None  # what was decided about many copies and is not done yet
    moved_at: datetime | None  # when a copy was last seen to be settled
    acted_by: int | None  # who stopped, corrected or withdrew it last

    @property
    def words(self) -> Words:
        """What it says."""
        return self.draft.words


class Announcements(Protocol):
    """Announcements in the database."""

    def add(
        self, author: int, draft: Draft, state: AnnouncementState, now: datetime, *, requested_by: int | None = None
    ) -> int: ...

    def get(self, announcement: int) -> Announcement | None: ...

    def listed(
        self, states: Sequence[AnnouncementState], limit: int = 10, *, author: int | None = None
    ) -> Sequence[Announcement]:
        """The newest in these states (of this author)."""
        ...

    def rewrite(self, announcement: int, draft: Draft, author: int) -> bool:
        """Change it while it may be changed (CHANGEABLE, REQUESTED): it is this author's DRAFT then. Else False."""
        ...

    def reword(self, announcement: int, words: Words) -> None:
        """What it says from now on, whatever its state: its copies are being corrected."""
        ...

    def move(
        self,
        announcement: int,
        to: AnnouncementState,
        expected: Sequence[AnnouncementState],
        now: datetime,
        *,
        released_by: int | None = None,
        acted_by: int | None = None,
    ) -> bool:
        """Set its state if it is in one of those expected; False if somebody else was faster. Beginning or taking up
        again notes the time. CANCELLED and WITHDRAWN hold back what waits at once; its rows follow as a chore (CANCEL).
        """
        ...

    def schedule(self, announcement: int, send_at: datetime | None, recurrence: str) -> None:
        """When it goes out (None: as soon as it is released), and how that repeats."""
        ...

    def due(self, now: datetime) -> Sequence[int]:
        """SCHEDULED ones whose time has come."""
        ...

    def repeat(self, announcement: int, now: datetime) -> int:
        """A copy of a recurring one with the same release, in state ENQUEUING."""
        ...

    def set_rate(self, announcement: int, rate: float) -> None:
        """Messages a second; 0 = as fast as the account may."""
        ...

    def write(self, announcement: int, step: Step, contents: Mapping[str, str]) -> None:
        """The ready message (with footer) per language for a step, best language first: stored once, not per copy."""
        ...

    def reach(self, draft: Draft, calendar: Calendar) -> Reach:
        """Who would get it at that moment and who would not, and why."""
        ...

    def waits(self, draft: Draft, calendar: Calendar) -> Waits:
        """What those in the audience wait for who would not get it at that moment."""
        ...

    def leave_out(self, announcement: int, left: Mapping[Left, int]) -> None:
        """Keep how many do not get it, and why: nobody can count them afterwards."""
        ...

    def enqueue(self, announcement: int, calendar: Calendar, chunk: int = CHUNK) -> bool:
        """Write the next chunk of deliveries and digest items with INSERT..SELECT; True when all are written (the
        announcement is SENDING then). Resumable, never doubles.
        """
        ...

    def begin(self, announcement: int, step: Step, acted_by: int | None = None) -> bool:
        """Take up a later step, on somebody's word or after the one before; CORRECT and WITHDRAW begin a new round.
        False unless it has begun to be sent and is not withdrawn, and while another step is under way: only a
        correction gives way to WITHDRAW.
        """
        ...

    def follow_up(self, announcement: int, now: datetime, chunk: int = CHUNK) -> Written:
        """Write the deliveries of the step under way that belong to the next so many of the ledger, with the numbers of
        the copies to change. CORRECT goes to every copy that was sent with earlier words, WITHDRAW to every copy and
        its corrections, CORRECTION and WITHDRAWAL to those for whom the step before was refused. Resumable, never
        doubles.
        """
        ...

    def fallen_back(self, announcement: int) -> int:
        """How many copies the step under way has reached because the one before was refused for them."""
        ...

    def told_on(self, announcement: int) -> int:
        """How many got a short message of their own from the step under way because they have it in a digest."""
        ...

    def end(self, announcement: int) -> None:
        """The later step is over."""
        ...

    def unfinished(self) -> Sequence[int]:
        """Those ENQUEUING or SENDING, and those with a later step or a chore under way."""
        ...

    def open_in(self, announcement: int, step: Step, now: datetime) -> bool:
        """Whether deliveries of a step are still queued or being sent. Short messages of their own that wait for the
        end of a pause or of quiet hours do not count: they are sent after the step.
        """
        ...

    def moved(self, announcement: int, settled: int, now: datetime) -> None:
        """So many copies are settled now: noted with the time if there are others than last time."""
        ...

    def tally(self, announcement: int) -> Tally:
        """What became of the copies (step SEND), from counters kept per account and language."""
        ...

    def queued(self, announcement: int) -> Mapping[str, int]:
        """How many copies (step SEND) wait to be sent, per account."""
        ...

    def ahead(self, announcement: int, copies: int) -> Mapping[str, int]:
        """How many copies of others go before its own, per account, if it has so many left to send."""
        ...

    def outcomes(self, announcement: int, states: Sequence[str], limit: int = 50) -> Sequence[Outcome]:
        """The recipients whose copies ended in one of these states, or GIVEN_UP, OFF, OUTSIDE (cancelled)."""
        ...

    def decide(self, announcement: int, chore: Chore, now: datetime) -> int:
        """RETRY what is known not to have arrived (unreachable, refused, given up) and may arrive now, over another
        contact of the person where theirs is gone; RESEND or LEAVE what is uncertain. How many copies that concerns. 0
        if nothing may be sent any more, or another chore is under way.
        """
        ...

    def carry_out(self, announcement: int, now: datetime, chunk: int = CHUNK) -> Written:
        """The next chunk of the chore under way. WAITS while copies are being sent that may come back."""
        ...

    def waiting(self, announcement: int) -> int:
        """Of those who get it with a digest: how many have not got it yet."""
        ...

    def announced(self, contact: int, ref: str) -> int | None:
        """The announcement a contact got as the message with this number on its network; None if it is another."""
        ...
