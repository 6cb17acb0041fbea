"""CO2e estimates: always with a range, rounded, and only where the catalogue has a factor. Nothing is ever guessed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.alliance import Answer, CatalogueEntry, Factor

DIGITS = 2
"""Significant digits shown: the factors are not better known than that."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Kilograms of CO2e avoided: the value counted (low on purpose) and the range around it."""

    kg: float
    low: float
    high: float

    def rounded(self) -> Estimate:
        """As it may be shown."""
        return Estimate(significant(self.kg), significant(self.low), significant(self.high))


def significant(value: float, digits: int = DIGITS) -> float:
    """The value with so many significant digits, half away from zero: 1849 -> 1800, 0.123 -> 0.12, 0 -> 0."""
    if value == 0:
        return 0.0
    scale = 10.0 ** (math.floor(math.log10(abs(value))) - digits + 1)
    steps = math.floor(abs(value) / scale + 0.5)
    decimals = max(0, -round(math.log10(scale)))
    return math.copysign(round(steps * scale, decimals), value)


def estimate(factor: Factor, units: float) -> Estimate | None:
    """What so many units (or answers "yes") have avoided; None without a factor or without a deed."""
    if factor.kg is None or factor.status == "none" or units <= 0:
        return None
    low = factor.kg if factor.low is None else factor.low
    high = factor.kg if factor.high is None else factor.high
    return Estimate(factor.kg * units, low * units, high * units)


def together(parts: Iterable[Estimate | None]) -> Estimate | None:
    """The sum of estimates; None if there is nothing to add."""
    found = [part for part in parts if part is not None]
    if not found:
        return None
    return Estimate(sum(p.kg for p in found), sum(p.low for p in found), sum(p.high for p in found))


def done_units(entry: CatalogueEntry, amount: float | None, weight: float) -> float:
    """What the factor is multiplied with: the number where the pledge counts one, else how far it was kept (0..1)."""
    return (amount or 0.0) if entry.quantity is not None else weight


def kept(answers: Iterable[Answer], counts: Mapping[str, int]) -> float:
    """Answers weighted by how far the pledge was kept: two "yes" and one "partly" are 2.5."""
    weights = {answer.id: answer.weight for answer in answers}
    return sum(weights.get(answer, 0.0) * count for answer, count in counts.items())
