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
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=15, weight=2)}, 0.0, 200.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=15, weight=2)}, 20.0, 200.0),  # an organiser counts copies
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=15, weight=2)}, 10.0, 300.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30)}, 10.0, 300.0),
        ({TELEGRAM: 3000}, {TELEGRAM: Limits(rate=30)}, 60.0, 100.0),  # nobody is faster than the network allows
        ({TELEGRAM: 3000}, {TELEGRAM: Limits()}, 0.0, 150.0),  # a network that says nothing: 20 a second
        ({TELEGRAM: 3000}, {TELEGRAM: Limits()}, 10.0, 300.0),
        ({MATRIX: 50}, {MATRIX: Limits(usual_rate=0.2)}, 0.0, 250.0),  # what such a network usually takes
        ({TELEGRAM: 3000, MATRIX: 50}, {TELEGRAM: Limits(rate=30), MATRIX: Limits(rate=0.25)}, 0.0, 200.0),
        ({"gone:1": 5}, {}, 0.0, 0.25),
    ],
)
def test_how_long_it_takes(people, limits, rate, seconds):
    plan = rehearse(Reach(people), Waits(), limits, MOMENT, BERLIN, rate)
    assert plan.seconds == pytest.approx(seconds)
    assert plan.through == NOW + timedelta(seconds=seconds)


def test_what_goes_before_takes_the_accounts_own_pace():
    people, limits = {TELEGRAM: 300, MATRIX: 5}, {TELEGRAM: Limits(rate=30), MATRIX: Limits(rate=1)}
    plan = rehearse(Reach(people), Waits(), limits, MOMENT, BERLIN, 10.0, {TELEGRAM: 600})
    assert [(share.ahead, share.seconds) for share in plan.shares] == [(0, 5.0), (600, 20.0 + 30.0)]


def test_who_is_skipped_and_why_and_who_gets_it_later():
    left = {Left.NEWS_OFF: 3, Left.UNREACHABLE: 2, Left.TOPIC_OFF: 0, Left.BUNDLED: 4}
    plan = rehearse(Reach({TELEGRAM: 10}, left), Waits(daily=True, weekly=True), {}, MOMENT, BERLIN, 0.0)
    assert plan.skipped == {Left.NEWS_OFF: 3, Left.UNREACHABLE: 2}
    assert plan.bundled == 4
    assert plan.last == MOMENT.weekly, "the last person has it with the weekly digest"


def test_quiet_hours_are_waited_for():
    plan = rehearse(Reach({TELEGRAM: 10}, quiet=2), Waits(quiet=((9, 11), (9, 14))), {}, MOMENT, BERLIN, 0.0)
    assert plan.last == datetime(2026, 11, 23, 13, 0, tzinfo=UTC), "14:00 in Berlin"


def test_pauses_are_waited_for_to_the_end_of_the_longest():
    end = NOW + timedelta(days=20)
    plan = rehearse(Reach({TELEGRAM: 10}), Waits(paused_until=end, weekly=True), {}, MOMENT, BERLIN, 0.0)
    assert plan.last == end


def test_places_take_their_share_of_the_accounts_pace():
    """One announcement is at most 13 messages: the 20 a minute of a group are not what it waits for."""
    reach = Reach({TELEGRAM: 30}, published={TELEGRAM: 3, MATRIX: 1})
    plan = rehearse(reach, Waits(), {TELEGRAM: Limits(3.0)}, MOMENT, BERLIN, 0.0)
    assert plan.seconds == pytest.approx(11.0)
    assert [(share.recipients, share.places) for share in plan.shares] == [(0, 1), (30, 3)]
