"""What organisers type as a time to send at, and what is no such time."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.announcements.moments import Because, NotAMoment, moment, time_of_day

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # Monday, 10:00 in Berlin


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("morgen 9 Uhr", "2026-11-24 09:00"),
        ("Morgen um 9", "2026-11-24 09:00"),
        ("heute 17:30", "2026-11-23 17:30"),
        ("übermorgen 8.15 Uhr", "2026-11-25 08:15"),
        ("uebermorgen um 8 Uhr 15", "2026-11-25 08:15"),
        ("24.12. 17:00", "2026-12-24 17:00"),
        ("24.12.2026, 17:00", "2026-12-24 17:00"),
        ("am 24. 12. um 17 Uhr", "2026-12-24 17:00"),
        ("24. Dezember 17 Uhr", "2026-12-24 17:00"),
        ("3. März 2027 9 Uhr", "2027-03-03 09:00"),
        ("3.3. 9:00", "2027-03-03 09:00"),
        ("Freitag 9 Uhr", "2026-11-27 09:00"),
        ("am Montag um 9 Uhr", "2026-11-30 09:00"),
        ("Do 17:00", "2026-11-26 17:00"),
        ("Donnerstag, 24.12. 17:00", "2026-12-24 17:00"),
        ("2026-12-24 17:00", "2026-12-24 17:00"),
        ("2026-12-24T17:00", "2026-12-24 17:00"),
        ("tomorrow at 9", "2026-11-24 09:00"),
        ("tomorrow 9 am", "2026-11-24 09:00"),
        ("today at 5 p.m.", "2026-11-23 17:00"),
        ("Friday 12 pm", "2026-11-27 12:00"),
        ("friday 12am", "2026-11-27 00:00"),
        ("24 December 5 pm", "2026-12-24 17:00"),
        ("24th of December 17:00", "2026-12-24 17:00"),
        ("December 24 17:00", "2026-12-24 17:00"),
        ("Dec 24, 2026 at 17:00", "2026-12-24 17:00"),
        ("on 3 March at 9 o'clock", "2027-03-03 09:00"),
        ("heute Abend 18 Uhr", "2026-11-23 18:00"),
        ("heute Abend um 6", "2026-11-23 18:00"),
        ("morgen Nachmittag 15 Uhr", "2026-11-24 15:00"),
        ("morgen früh um 8", "2026-11-24 08:00"),
        ("morgen Vormittag 9:30", "2026-11-24 09:30"),
        ("morgen Mittag 12 Uhr", "2026-11-24 12:00"),
        ("morgen Mittag 12:15", "2026-11-24 12:15"),
        ("heute um 18 Uhr abends", "2026-11-23 18:00"),
        ("Freitagabend 19 Uhr", "2026-11-27 19:00"),
        ("24.12.26 17:00", "2026-12-24 17:00"),
        ("24.12.26, 17 Uhr", "2026-12-24 17:00"),
        ("24.12 17:00", "2026-12-24 17:00"),
        ("24.12. 1700", "2026-12-24 17:00"),
        ("24 December 1700", "2026-12-24 17:00"),
        ("24.12. 17 Uhr", "2026-12-24 17:00"),
        ("24.12.2026 1700", "2026-12-24 17:00"),
        ("Freitag, den 27. November um 9 Uhr", "2026-11-27 09:00"),
        ("Freitag, 27.11. 9 Uhr", "2026-11-27 09:00"),
        ("Friday, 27 November at 9 am", "2026-11-27 09:00"),
        ("in 2 Stunden", "2026-11-23 12:00"),
        ("in zwei Stunden", "2026-11-23 12:00"),
        ("in einer Stunde", "2026-11-23 11:00"),
        ("in einer halben Stunde", "2026-11-23 10:30"),
        ("in 90 Minuten", "2026-11-23 11:30"),
        ("in two hours", "2026-11-23 12:00"),
        ("in half an hour", "2026-11-23 10:30"),
        ("in 3 Tagen um 9 Uhr", "2026-11-26 09:00"),
        ("morgen 17h", "2026-11-24 17:00"),
        ("morgen 17h30", "2026-11-24 17:30"),
        ("tomorrow at 5 pm", "2026-11-24 17:00"),
        ("tomorrow evening at 6", "2026-11-24 18:00"),
        ("tomorrow at 5 in the afternoon", "2026-11-24 17:00"),
    ],
)
def test_moments(typed, local):
    assert moment(typed, NOW, BERLIN).astimezone(BERLIN).strftime("%Y-%m-%d %H:%M") == local


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("", Because.NONSENSE),
        ("bald", Because.NONSENSE),
        ("17:00", Because.NONSENSE),
        ("31.2. 9:00", Because.NONSENSE),
        ("2026-13-01 09:00", Because.NONSENSE),
        ("morgen 25 Uhr", Because.NO_HOUR),
        ("morgen 9:75", Because.NO_HOUR),
        ("morgen 13 pm", Because.NONSENSE),
        ("morgen irgendwann", Because.NONSENSE),
        ("12/24 17:00", Because.NONSENSE),
        ("morgen", Because.NO_TIME),
        ("24.12.", Because.NO_TIME),
        ("heute 9:59", Because.PAST),
        ("gestern 9 Uhr", Because.PAST),
        ("vorgestern", Because.PAST),
        ("heute 10:00", Because.PAST),
        ("2026-01-01 09:00", Because.PAST),
        ("24.12.2029 17:00", Because.FAR),
        ("in tausend Stunden", Because.NONSENSE),
        ("heute Abend", Because.NO_TIME),
        ("24.12.26", Because.NO_TIME),
        ("28.3.2027 2:30", Because.SKIPPED),
    ],
)
def test_what_is_no_moment(typed, because):
    with pytest.raises(NotAMoment) as refused:
        moment(typed, NOW, BERLIN)
    assert refused.value.because is because


def test_an_hour_that_comes_twice_is_taken_at_its_first_time():
    assert moment("25.10.2027 2:30", NOW, BERLIN)  # an ordinary night
    assert moment("31.10.2027 2:30", NOW, BERLIN) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_today_is_today_in_the_alliances_zone():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already Tuesday in Berlin
    assert moment("heute 9 Uhr", late, BERLIN) == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "at"), [("17:00", time(17)), ("9 Uhr", time(9)), ("um 5 pm", time(17))])
def test_a_time_alone(typed, at):
    assert time_of_day(typed) == at
