"""Waits before a further try: doubled up to their bound, from anew once it worked."""

from __future__ import annotations

import pytest

from bot.core.pace.waits import LASTING, Doubling, WayIn


def test_waits_double_up_to_the_most_and_start_over_once_it_worked():
    waits = Doubling(1.0, 10.0)
    assert [waits.next() for _ in range(6)] == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    waits.fine()
    assert waits.next() == 1.0


@pytest.mark.parametrize("jitter", [0.5, 1.0])
def test_a_wait_is_lengthened_at_random_and_never_shortened(jitter: float):
    many = [Doubling(1.0, 1.0, jitter).next() for _ in range(200)]
    assert 1.0 <= min(many) < max(many) <= 1.0 + jitter


def test_what_fails_for_a_while_is_a_problem_and_a_pause_is_no_failure():
    way_in = WayIn()
    assert way_in.fair
    way_in.pause()
    assert way_in.fair
    problems = []
    for number in range(LASTING):
        way_in.failed(f"HTTP {500 + number}")
        problems.append(way_in.problem)
        assert not way_in.fair
    assert problems == [""] * (LASTING - 1) + ["no messages come in: HTTP 504"]
    way_in.fine()
    assert (way_in.fair, way_in.problem) == (True, "")
