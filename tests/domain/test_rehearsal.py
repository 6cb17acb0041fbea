"""How long a sending would take, who is skipped and why, and when the last person has it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.announcements.audience import Left, Reach, Waits
from bot.domain.announcements.rehearsal import Limits, rehearse
from bot.domain.announcements.wishes import calendar

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
MOMENT = calendar(NOW, 0, BERLIN)
TELEGRAM, MATRIX = "telegram:1", "matrix:@bot:example.org"


@pytest.mark.parametrize(
    ("people", "limits", "rate", "seconds"),
    [
        ({}, {}, 0.0, 0.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30)}, 0.0, 100.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30, parts=2)}, 0.0, 200.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30)}, 10.0, 300.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30)}, 60.0, 100.0),  # nobody is faster than the network allows
        ({TELEGRAM: 3000}, {TELEGRAM: Limits()}, 0.0, 150.0),  # a network that says nothing: 20 a second
        ({TELEGRAM: 3000}, {TELEGRAM: Limits()}, 10.0, 300.0),
        ({TELEGRAM: 3000, MATRIX: 50}, {TELEGRAM: Limits(rate=30), MATRIX: Limits(rate=0.25)}, 0.0, 200.0),
        ({"gone:1": 5}, {}, 0.0, 0.25),
    ],
)
def test_how_long_it_takes(people, limits, rate, seconds):
    plan = rehearse(Reach(people), Waits(), limits, MOMENT, BERLIN, rate)
    assert plan.seconds == pytest.approx(seconds)
    assert plan.through == NOW + timedelta(seconds=seconds)


def test_who_is_skipped_and_why_and_who_gets_it_later():
    left = {Left.NEWS_OFF: 3, Left.UNREACHABLE: 2, Left.TOPIC_OFF: 0, Left.BUNDLED: 4}
    plan = rehearse(
        Reach({TELEGRAM: 10}, left, places=1, quiet=0), Waits(daily=True, weekly=True), {}, MOMENT, BERLIN, 0.0
    )
    assert plan.skipped == {Left.NEWS_OFF: 3, Left.UNREACHABLE: 2}
    assert (plan.bundled, plan.places) == (4, 1)
    assert plan.last == MOMENT.weekly, "the last person has it with the weekly digest"


def test_quiet_hours_are_waited_for():
    plan = rehearse(Reach({TELEGRAM: 10}, quiet=2), Waits(quiet=((9, 11), (9, 14))), {}, MOMENT, BERLIN, 0.0)
    assert plan.last == datetime(2026, 11, 23, 13, 0, tzinfo=UTC), "14:00 in Berlin"


def test_pauses_are_waited_for_to_the_end_of_the_longest():
    end = NOW + timedelta(days=20)
    plan = rehearse(Reach({TELEGRAM: 10}), Waits(paused_until=end, weekly=True), {}, MOMENT, BERLIN, 0.0)
    assert plan.last == end


def test_splits_and_refused_files_are_told_per_account():
    plan = rehearse(Reach({TELEGRAM: 2}), Waits(), {TELEGRAM: Limits(parts=3, refused=1)}, MOMENT, BERLIN, 0.0)
    assert [(share.parts, share.refused) for share in plan.shares] == [(3, 1)]
