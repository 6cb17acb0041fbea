"""Quiet hours as people type them."""

import pytest

from bot.domain.announcements.hours import NotHours, hours


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("von 21 bis 7", (21, 7)),
        ("21-7", (21, 7)),
        ("21 – 7 Uhr", (21, 7)),  # noqa: RUF001 - a dash as phones make it
        ("Von 20 Uhr bis 8 Uhr.", (20, 8)),
        ("zwischen 22 und 6", (22, 6)),
        ("ab 0 bis 24", None),
        ("20:00-8:00", (20, 8)),
        ("20.00 bis 08.00 Uhr", (20, 8)),
        ("bis 24", None),
        ("22 bis 24", (22, 0)),
        ("from 9 pm to 7 am", (21, 7)),
        ("9pm until 7am", (21, 7)),
        ("between 12 am and 6 am", (0, 6)),
        ("12 pm - 1 p.m.", (12, 13)),
        ("13 pm to 7", None),
        ("25 bis 7", None),
        ("7 bis 7", None),
        ("21. Mai bis 7. Juni", None),
        ("6. Januar", None),
        ("", None),
        ("abends", None),
    ],
)
def test_a_span_is_read_or_refused(typed, meant):
    if meant is not None:
        assert hours(typed) == meant
        return
    with pytest.raises(NotHours) as problem:
        hours(typed)
    assert not problem.value.whole


@pytest.mark.parametrize("typed", ["21:30 bis 7", "9.15 to 12"])
def test_half_hours_are_told_apart_from_nonsense(typed):
    with pytest.raises(NotHours) as problem:
        hours(typed)
    assert problem.value.whole
