"""What a piece of work took, by the clock and by the processor."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds for some messages: `wall` by the clock, `cpu` of the processor in all threads of this process."""

    messages: int
    wall: float
    cpu: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.messages + other.messages, self.wall + other.wall, self.cpu + other.cpu)

    @property
    def rate(self) -> float:
        """Messages per second."""
        return self.messages / self.wall

    @property
    def cost(self) -> float:
        """Microseconds of the processor per message."""
        return self.cpu / self.messages * 1e6


class Stopwatch:
    """Runs from its making on."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def stop(self, messages: int) -> Spent:
        """What it has been until now."""
        return Spent(messages, time.perf_counter() - self._wall, time.process_time() - self._cpu)
