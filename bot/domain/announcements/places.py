"""Places: groups, rooms and channels where the bot was invited and an organiser allows announcements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

PLACE = "-x-place"
"""Added to a language it names what is said in that language in places (private use, BCP 47, 2.2.7)."""


class PlaceState(StrEnum):
    """Whether an announcement may be published in a group, room or channel."""

    ASKED = "asked"  # the bot was invited; an organiser has to decide
    OPEN = "open"
    DECLINED = "declined"  # an organiser has said no; the bot is still there
    CLOSED = "closed"  # the bot is out


@dataclass(frozen=True, slots=True)
class Place:
    """One of them. `title` is what it calls itself: somebody's words."""

    id: int
    account: str
    address: str
    title: str
    state: PlaceState

    @property
    def network(self) -> str:
        """One of "telegram" or "matrix"."""
        return self.account.partition(":")[0]


class Places(Protocol):
    """Places in the database."""

    def invited(self, account: str, address: str, title: str, now: datetime) -> Place | None:
        """The bot is there now: an ASKED place, or None if this is known already."""
        ...

    def left(self, account: str, address: str) -> None:
        """The bot is out: CLOSED."""
        ...

    def moved(self, account: str, address: str, to: str) -> None:
        """It has another address (supergroup, room upgrade)."""
        ...

    def get(self, place: int) -> Place | None: ...

    def listed(self) -> Sequence[Place]:
        """Those where the bot still is."""
        ...

    def decide(self, place: int, now: datetime, *, may: bool) -> bool:
        """An organiser's decision; False if the bot is out. What waits to be published there is cancelled by a no."""
        ...
