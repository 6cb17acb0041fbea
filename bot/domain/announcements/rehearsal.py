"""A rehearsal: a whole sending worked out on paper, on the real audience and under today's limits. Sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.domain.announcements.audience import Left, Reach, Waits
from bot.domain.announcements.wishes import Calendar, quiet_until


@dataclass(frozen=True, slots=True)
class Limits:
    """What one account may do with this message: copies a second (0 = not known; then `usual_rate` is how many messages
    such a network takes, if that is known), and how many messages one copy is.
    """

    rate: float = 0.0
    usual_rate: float = 0.0
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Share:
    """One account's share: recipients, places, and seconds it takes, behind so many copies of other announcements
    (`ahead`); `limits` say what was assumed for that.
    """

    account: str
    recipients: int
    places: int
    seconds: float
    limits: Limits
    ahead: int = 0


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

    @property
    def seconds(self) -> float:
        """How long the sending takes: accounts send side by side."""
        return max((share.seconds for share in self.shares), default=0.0)


ASSUMED = 20.0
"""Messages a second taken for a network of which nothing is known."""


def rehearse(
    reach: Reach,
    waits: Waits,
    limits: Mapping[str, Limits],
    moment: Calendar,
    zone: ZoneInfo,
    rate: float,
    ahead: Mapping[str, int] = MappingProxyType({}),
) -> Rehearsal:
    """The sending that would begin at that moment. `rate` is an organiser's own limit for each account, in copies a
    second (0 = none); `ahead` are copies of others that go before.
    """
    shares = tuple(
        _share(account, reach, limits.get(account, Limits()), rate, ahead.get(account, 0))
        for account in sorted({*reach.people, *reach.published})
    )
    through = moment.now + timedelta(seconds=max((share.seconds for share in shares), default=0.0))
    bundled = reach.left.get(Left.BUNDLED, 0)
    last = max(through, *_ends(waits, moment, zone))
    skipped: dict[Left, int] = {why: count for why, count in reach.left.items() if count and why is not Left.BUNDLED}
    return Rehearsal(shares, through, last, skipped, bundled, reach.quiet)


def _ends(waits: Waits, moment: Calendar, zone: ZoneInfo) -> Iterator[datetime]:
    """When the last ones in quiet hours, in a pause and waiting for a digest have it."""
    for since, until in waits.quiet:
        yield quiet_until(since, until, moment.now, zone) or moment.now
    yield waits.paused_until or moment.now
    yield moment.daily if waits.daily else moment.now
    yield moment.weekly if waits.weekly else moment.now


def _share(account: str, reach: Reach, limits: Limits, rate: float, ahead: int) -> Share:
    recipients, places = reach.people.get(account, 0), reach.published.get(account, 0)
    seconds = ahead / pace(limits) + (recipients + places) / pace(limits, rate)
    return Share(account, recipients, places, seconds, limits, ahead)


def pace(limits: Limits, rate: float = 0.0) -> float:
    """Copies a second of one account: what its network takes, and an organiser allows (0 = no limit)."""
    taken = limits.rate or (limits.usual_rate or ASSUMED) / limits.weight
    return min(taken, rate) if rate else taken
