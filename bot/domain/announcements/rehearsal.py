"""A rehearsal: a whole sending worked out on paper, on the real audience and under today's limits. Sends nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.announcements.audience import Left, Reach
from bot.domain.announcements.wishes import Calendar


@dataclass(frozen=True, slots=True)
class Limits:
    """What one account may do with this message: unasked messages a second (0 = no limit), into how many parts it is
    split there, and how many of its files the network would refuse.
    """

    rate: float = 0.0
    parts: int = 1
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """One account's share: recipients, parts for each of them, seconds it takes, and files refused there."""

    account: str
    recipients: int
    parts: int
    seconds: float
    refused: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How it would go. `through` is when the last of those who get it at once has it, `last` when everybody has:
    after quiet hours and the digests.
    """

    shares: tuple[Share, ...]
    through: datetime
    last: datetime
    skipped: Mapping[Left, int]
    bundled: int
    quiet: int
    places: int

    @property
    def seconds(self) -> float:
        """How long the sending takes: accounts send side by side."""
        return max((share.seconds for share in self.shares), default=0.0)


QUIET_MOST = timedelta(hours=12)
"""Quiet hours last a night; nobody waits longer than this."""


def rehearse(reach: Reach, limits: Mapping[str, Limits], begins: datetime, moment: Calendar, rate: float) -> Rehearsal:
    """The sending that would begin then. `rate` is an organiser's own limit for each account (0 = none); an account
    without known limits is taken to have none.
    """
    shares = tuple(
        _share(account, recipients, limits.get(account, Limits()), rate)
        for account, recipients in sorted(reach.people.items())
    )
    through = begins + timedelta(seconds=max((share.seconds for share in shares), default=0.0))
    bundled = reach.left.get(Left.BUNDLED, 0)
    last = max(
        through,
        begins + QUIET_MOST if reach.quiet else through,
        moment.weekly if bundled else through,
    )
    skipped: dict[Left, int] = {why: count for why, count in reach.left.items() if count and why is not Left.BUNDLED}
    return Rehearsal(shares, through, last, skipped, bundled, reach.quiet, reach.places)


def _share(account: str, recipients: int, limits: Limits, rate: float) -> Share:
    speed = min((limit for limit in (limits.rate, rate) if limit), default=0.0)
    parts = limits.parts * recipients
    return Share(account, recipients, limits.parts, parts / speed if speed else 0.0, limits.refused)
