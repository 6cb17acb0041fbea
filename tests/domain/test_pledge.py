"""When check-ins are due: each exactly once, over twenty years and every change of the clocks (fault 39)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.pledge import next_check_in

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")]
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


def chain(
    cadence: str, weekday: int, hour: int, months: tuple[int, ...], after: datetime, zone: ZoneInfo, until: datetime
) -> list[datetime]:
    moments = []
    moment = next_check_in(cadence, weekday, hour, months, after, zone)
    while moment <= until:
        moments.append(moment)
        moment = next_check_in(cadence, weekday, hour, months, moment, zone)
    return moments


@settings(max_examples=25, deadline=None)
@given(weekday=st.integers(0, 6), hour=st.integers(0, 23), zone=st.sampled_from(ZONES), offset=st.integers(0, 10**6))
def test_fault_39_weekly_check_ins_come_exactly_once_a_week_for_twenty_years(
    weekday: int, hour: int, zone: ZoneInfo, offset: int
) -> None:
    after = START + timedelta(minutes=offset)
    moments = chain("weekly", weekday, hour, (), after, zone, after + timedelta(days=365 * 20))
    days = [moment.astimezone(zone).date() for moment in moments]
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(days))
    assert all(day.weekday() == weekday for day in days)
    assert timedelta(0) < moments[0] - after <= timedelta(days=7, hours=2)
    assert len(days) >= 20 * 52


@settings(max_examples=15, deadline=None)
@given(cadence=st.sampled_from(["monthly", "quarterly"]), hour=st.integers(0, 23), zone=st.sampled_from(ZONES))
def test_fault_39_monthly_and_quarterly_ones_come_once_in_each_of_their_months(
    cadence: str, hour: int, zone: ZoneInfo
) -> None:
    moments = chain(cadence, 0, hour, (), START, zone, START + timedelta(days=365 * 20))
    days = [moment.astimezone(zone).date() for moment in moments]
    step = 1 if cadence == "monthly" else 3
    numbers = [day.year * 12 + day.month for day in days]
    assert all(later - earlier == step for earlier, later in pairwise(numbers))
    assert all(day.weekday() < 5 and day.day <= 4 for day in days)
    assert (1, 1) not in {(day.month, day.day) for day in days}
    if cadence == "quarterly":
        assert {day.month for day in days} == {1, 4, 7, 10}


@pytest.mark.parametrize(
    ("after", "hour", "expected"),
    [
        # 29 March 2026: 2:00 to 3:00 does not exist in Berlin; 25 October 2026: it exists twice.
        (datetime(2026, 3, 28, 12, tzinfo=UTC), 2, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (datetime(2026, 3, 29, 1, tzinfo=UTC), 2, datetime(2026, 4, 5, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), 2, datetime(2026, 10, 25, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, tzinfo=UTC), 2, datetime(2026, 11, 1, 1, tzinfo=UTC)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 2, datetime(2026, 11, 1, 1, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), 17, datetime(2026, 10, 25, 16, tzinfo=UTC)),
    ],
)
def test_fault_39_an_hour_the_clocks_skip_or_repeat_is_asked_once(
    after: datetime, hour: int, expected: datetime
) -> None:
    assert next_check_in("weekly", 6, hour, (), after, BERLIN) == expected


def test_a_seasonal_monthly_pledge_looks_back_on_its_months_only() -> None:
    season = (10, 11, 12, 1, 2, 3)
    moments = chain("monthly", 0, 9, season, START, BERLIN, START + timedelta(days=400))
    assert [moment.astimezone(BERLIN).date() for moment in moments][:6] == [
        date(2026, 12, 1),
        date(2027, 1, 4),
        date(2027, 2, 1),
        date(2027, 3, 1),
        date(2027, 4, 1),
        date(2027, 11, 1),
    ]


def test_a_seasonal_weekly_pledge_rests_outside_its_months() -> None:
    moment = next_check_in("weekly", 3, 17, (6,), START, BERLIN)
    assert moment.astimezone(BERLIN).date() == date(2027, 6, 3)


def test_months_that_never_come_are_an_error_and_not_an_endless_search() -> None:
    with pytest.raises(ValueError, match="within two years"):
        next_check_in("weekly", 3, 17, (13,), START, BERLIN)
