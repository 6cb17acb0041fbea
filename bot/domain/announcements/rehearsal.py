"""A rehearsal: a whole sending worked out on paper, on the real audience and under today's limits. Sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.announcements.audience import Left, Reach, Waits
from bot.domain.announcements.wishes import Calendar, quiet_until


@dataclass(frozen=True, slots=True)
class Limits:
    """What one account may do with this message: unasked messages a second (0 = not known), into how many parts it is
    split there, and how many of its files the network would refuse.
    """

    rate: float = 0.0
    parts: int = 1
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """One account's share: recipients, parts for each of them, seconds it takes (`assumed` where the network says
    nothing about its speed), and files refused there.
    """

    account: str
    recipients: int
    parts: int
    seconds: float
    refused: int
    assumed: bool = False


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


ASSUMED = 20.0
"""Messages a second taken for a network without a limit of its own: what a server takes is not known before."""


def rehearse(
    reach: Reach,
    waits: Waits,
    limits: Mapping[str, Limits],
    moment: Calendar,
    zone: ZoneInfo,
    rate: float,
) -> Rehearsal:
    """The sending that would begin at that moment. `rate` is an organiser's own limit for each account (0 = none)."""
    shares = tuple(
        _share(account, recipients, limits.get(account, Limits()), rate)
        for account, recipients in sorted(reach.people.items())
    )
    through = moment.now + timedelta(seconds=max((share.seconds for share in shares), default=0.0))
    bundled = reach.left.get(Left.BUNDLED, 0)
    last = max(through, *_ends(waits, moment, zone))
    skipped: dict[Left, int] = {why: count for why, count in reach.left.items() if count and why is not Left.BUNDLED}
    return Rehearsal(shares, through, last, skipped, bundled, reach.quiet, reach.places)


def _ends(waits: Waits, moment: Calendar, zone: ZoneInfo) -> Iterator[datetime]:
    """When the last ones in quiet hours, in a pause and waiting for a digest have it."""
    for since, until in waits.quiet:
        yield quiet_until(since, until, moment.now, zone) or moment.now
    yield waits.paused_until or moment.now
    yield moment.daily if waits.daily else moment.now
    yield moment.weekly if waits.weekly else moment.now


def _share(account: str, recipients: int, limits: Limits, rate: float) -> Share:
    seconds = limits.parts * recipients / pace(limits.rate, rate)
    return Share(account, recipients, limits.parts, seconds, limits.refused, assumed=not limits.rate)


def pace(account: float, rate: float) -> float:
    """Messages a second of one account: what its network allows (0 = not known), and an organiser (0 = no limit)."""
    return min(limit for limit in (account or ASSUMED, rate) if limit)
