"""When those who come to a date are reminded and thanked, in the alliance's own time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.event import is_soon, remind_until, thank_until

ZONE = ZoneInfo("Europe/Berlin")


def local(words: str) -> datetime:
    """A wall time in Lörrach, in UTC."""
    return datetime.fromisoformat(words).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-12-02 08:59", "2026-12-03 00:00"),
        ("2026-12-02 09:00", "2026-12-04 00:00"),
        ("2027-03-27 09:00", "2027-03-29 00:00"),  # the clock is put forward on the 28th
    ],
)
def test_from_nine_on_tomorrows_dates_are_reminded_of(now, until):
    assert remind_until(local(now), ZONE) == local(until)


@pytest.mark.parametrize(
    ("now", "until"),
    [("2026-12-04 09:59", "2026-12-03 00:00"), ("2026-12-04 10:00", "2026-12-04 00:00")],
)
def test_from_ten_on_yesterdays_dates_are_thanked_for(now, until):
    assert thank_until(local(now), ZONE) == local(until)


def test_today_and_tomorrow_are_soon():
    assert is_soon(local("2026-12-03 23:59"), local("2026-12-02 00:01"), ZONE)
    assert not is_soon(local("2026-12-04 00:01"), local("2026-12-02 23:59"), ZONE)
