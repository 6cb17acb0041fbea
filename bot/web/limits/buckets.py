"""Token buckets: how much of something may be had at once, and how fast it comes back. They only count."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowance:
    """`burst` at once, and `rate` a second in the long run."""

    rate: float
    burst: int


class Bucket:
    """One allowance and what is left of it. `monotonic` in seconds."""

    def __init__(self, allowance: Allowance, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._allowance = allowance
        self._monotonic = monotonic
        self._left = float(allowance.burst)
        self._at = monotonic()

    def take(self) -> bool:
        """Take one if there is one."""
        self._refill()
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True

    def reserve(self) -> float:
        """Take one in any case; the seconds until it is there."""
        self._refill()
        self._left -= 1.0
        return max(0.0, -self._left / self._allowance.rate)

    def _refill(self) -> None:
        now = self._monotonic()
        self._left = min(float(self._allowance.burst), self._left + (now - self._at) * self._allowance.rate)
        self._at = now


class Buckets:
    """A bucket for each name. Only the `kept` last used are remembered; whoever was away so long has a full one."""

    def __init__(self, allowance: Allowance, kept: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._allowance = allowance
        self._kept = kept
        self._monotonic = monotonic
        self._of: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, name: str) -> Bucket:
        """The bucket of this name."""
        bucket = self._of.get(name)
        if bucket is None:
            bucket = self._of[name] = Bucket(self._allowance, self._monotonic)
        self._of.move_to_end(name)
        if len(self._of) > self._kept:
            self._of.popitem(last=False)
        return bucket


class OnceIn:
    """True at most once in so many seconds: what happens a thousand times fills one line of the log."""

    def __init__(self, seconds: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._monotonic = monotonic
        self._said = -math.inf

    def __call__(self) -> bool:
        """Whether it is time to say it again; then it counts as said."""
        now = self._monotonic()
        if now - self._said < self._seconds:
            return False
        self._said = now
        return True
