"""How long to wait before the next try: a little at first, twice as long each time, up to a bound."""

from __future__ import annotations

import random

LASTING = 5
"""So many failures in a row (about half a minute with the waits between them) are trouble to be told of."""


class Doubling:
    """Waits in seconds: `first`, then twice the last, `most` at most; each lengthened at random by up to the share
    `jitter`, so that many who failed together do not come back together.
    """

    def __init__(self, first: float, most: float, jitter: float = 0.0) -> None:
        self._first, self._most, self._jitter = first, most, jitter
        self._wait = first

    def next(self) -> float:
        """The wait before the next try."""
        wait, self._wait = self._wait, min(self._wait * 2, self._most)
        return wait * (1 + self._jitter * random.random())  # noqa: S311 - nobody gains by guessing it

    def fine(self) -> None:
        """It worked: start over."""
        self._wait = self._first


class WayIn:
    """How receiving from a network fares: how long to wait after a failure, and the `problem` once it lasts."""

    def __init__(self, first: float = 1.0, most: float = 60.0, jitter: float = 0.5) -> None:
        self._waits = Doubling(first, most, jitter)
        self._failed = 0
        self.problem = ""

    @property
    def fair(self) -> bool:
        """Whether the last try worked, as far as anybody knows."""
        return not self._failed and not self.problem

    def fine(self) -> None:
        """It worked: start over."""
        self._waits.fine()
        self._failed, self.problem = 0, ""

    def failed(self, why: str) -> float:
        """A failure, and the seconds to wait after it."""
        self._failed += 1
        self.problem = f"no messages come in: {why}" if self._failed >= LASTING else ""
        return self.pause()

    def pause(self) -> float:
        """The seconds to wait where nothing has failed, and asking again at once would do no good."""
        return self._waits.next()
