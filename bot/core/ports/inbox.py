"""The port of everything that arrived. The rows themselves are storage's business."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.messages import Batch, Incoming


@dataclass(frozen=True, slots=True)
class Received:
    """A row of the inbox on its way to being handled. `attempts` counts this one too."""

    id: int
    incoming: Incoming
    attempts: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came with a batch and is claimed already; `more`: other new rows wait to be claimed."""

    claimed: Sequence[Received]
    more: bool


@dataclass(frozen=True, slots=True)
class Shunted:
    """A row put aside because handling it crashed the process, or (without a try) because it was malformed; its content
    stays until an owner looks.
    """

    id: int
    account: str
    received_at: datetime
    attempts: int
    told_at: datetime | None = None  # when the owners heard of it


class Inbox(Protocol):
    """Everything that arrived, exactly once, in the network's order."""

    def accept(self, account: str, batch: Batch, now: datetime) -> int:
        """Store a batch and its cursor; known event keys are passed over, what is malformed is put aside. Returns how
        many were new.
        """
        ...

    def accept_claimed(self, account: str, batch: Batch, now: datetime) -> Arrived:
        """As `accept`, and claim in the same statement whatever is new and the first of its conversation that waits:
        for a handler that is idle. Their attempt is counted as with `claim`.
        """
        ...

    def cursor(self, account: str) -> str: ...

    def claim(self, account: str, limit: int, busy: Sequence[str], crashes: int) -> Sequence[Received]:
        """The next unhandled rows in order (position, id), at most one per address and none of the `busy` addresses;
        counts the attempt. Rows attempted before come alone; those with `crashes` attempts already are shunted.
        """
        ...

    def give_back(self, claimed: Mapping[int, int]) -> None:
        """Claims that ended without the rows' own fault are not counted: rows, each with the attempts it was claimed
        with. Rows handled meanwhile, or claimed by another process, stay as they are.
        """
        ...

    def still_waiting(self, rows: Sequence[int]) -> Collection[int]:
        """Those of these rows that nobody has handled, put aside or erased since they were claimed."""
        ...

    def done(self, rows: Sequence[int], now: datetime) -> None:
        """Handled: the content is erased, the event key stays against repeats."""
        ...

    def shunt(self, rows: Sequence[int], now: datetime) -> None:
        """Keep rows aside, as ones that the owners were told of at `now`."""
        ...

    def shunted(self, limit: int = 20, *, untold: bool = False) -> Sequence[Shunted]:
        """The newest that were put aside; `untold`: of those that the owners have not heard of."""
        ...

    def waiting(self) -> int: ...

    def forget(self, before: datetime) -> int:
        """Drop handled rows older than this (repeats of them cannot come any more)."""
        ...

    def forget_aside(self, before: datetime) -> int:
        """Drop rows put aside that came before this, with all that was written."""
        ...
