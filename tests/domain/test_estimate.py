"""CO2e estimates: only with a factor, always with a range, never more digits than are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alliance import Answer, CatalogueEntry, Factor, Quantity
from bot.domain.estimate import Estimate, done_units, estimate, kept, significant, together

BIKE = Factor(kg=0.12, low=0.1, high=0.166, status="derived", source="TREMOD 6.02")
NONE = Factor(kg=None, low=None, high=None, status="none", source="")


def entry(quantity: Quantity | None) -> CatalogueEntry:
    return CatalogueEntry("x", "g", ("person",), "weekly", {"de": "X"}, {"de": "X?"}, "done3", quantity, BIKE)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, 0), (1849, 1800), (1850, 1900), (0.123, 0.12), (0.125, 0.13), (9.99, 10), (12, 12), (0.00456, 0.0046)],
)
def test_two_significant_digits(value: float, shown: float) -> None:
    assert significant(value) == shown


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_rounding_stays_within_five_percent(value: float) -> None:
    assert abs(significant(value) - value) <= 0.05 * value * (1 + 1e-9)


def test_twelve_kilometres_by_bike() -> None:
    found = estimate(BIKE, 12)
    assert found is not None
    assert found.rounded() == Estimate(1.4, 1.2, 2.0)


@pytest.mark.parametrize(("factor", "units"), [(NONE, 12), (BIKE, 0), (BIKE, -1)])
def test_nothing_is_estimated_without_a_factor_or_a_deed(factor: Factor, units: float) -> None:
    assert estimate(factor, units) is None


def test_a_factor_without_a_range_is_its_own_range() -> None:
    assert estimate(Factor(2.0, None, None, "estimate", ""), 3) == Estimate(6.0, 6.0, 6.0)


def test_sums_leave_out_what_is_not_counted() -> None:
    assert together([None, None]) is None
    assert together([Estimate(1, 0.5, 2), None, Estimate(2, 1, 3)]) == Estimate(3, 1.5, 5)


def test_only_measured_numbers_count_where_a_pledge_asks_for_one() -> None:
    measured, plain = entry(Quantity("kWh", (1.0,), 10)), entry(None)
    assert done_units(measured, None, 1.0) == 0
    assert done_units(measured, 7, 1.0) == 7
    assert done_units(plain, None, 0.5) == 0.5


def test_partly_counts_half() -> None:
    answers = (Answer("yes", {"de": "Ja"}, 1.0), Answer("partly", {"de": "Zum Teil"}, 0.5))
    assert kept(answers, {"yes": 2, "partly": 1, "skip": 9}) == 2.5
