"""What became of the copies of an announcement: counted, and one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the copies: count per (network, language, delivery state), for settled ones only; `bundled` are
    people who get it, or got it, with a digest.
    """

    total: int
    settled: Mapping[tuple[str, str, str], int]
    bundled: int = 0

    def of(self, state: str) -> int:
        """How many are in this state; cancelled ones for whatever reason, or for one (an `Ending`)."""
        return sum(count for (_, _, found), count in self.settled.items() if state in {found, found.partition(":")[0]})

    @property
    def open(self) -> int:
        """How many are still to come."""
        return self.total - sum(self.settled.values())


@dataclass(frozen=True, slots=True)
class Outcome:
    """One recipient's result, for the report: who, how they can be told apart, and why not."""

    person: int
    name: str  # member name, or "" for followers
    network: str
    state: str  # a delivery state
    problem: str
