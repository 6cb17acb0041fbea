"""Counts never expose a small group, and nobody is counted twice."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alliance import Municipality
from bot.domain.people.census import Group, by_place, grouped

PLACES = tuple(
    Municipality(key, name, area, 0)
    for key, name, area in (
        ("1", "Böllen", "Oben"),
        ("2", "Tunau", "Oben"),
        ("3", "Lörrach", "Unten"),
        ("4", "Weil", "Unten"),
    )
)


def test_small_groups_are_hidden_and_empty_ones_left_out():
    shown = grouped([("a", 5), ("b", 4), ("c", 0), ("d", 4)], 5)
    assert shown == (Group("a", 5), Group("b", None), Group("d", None))


def test_a_single_hidden_group_takes_the_smallest_other_with_it():
    shown = grouped([("a", 20), ("b", 7), ("c", 4)], 5)
    assert shown == (Group("a", 20), Group("b", None), Group("c", None))


def test_hidden_ones_that_are_few_even_together_take_another_with_them():
    """Of 22 members 20 are shown: each of two groups would be exactly one."""
    shown = grouped([("a", 20), ("b", 9), ("c", 1), ("d", 1)], 5)
    assert shown == (Group("a", 20), Group("b", None), Group("c", None), Group("d", None))


def test_small_municipalities_are_counted_by_area():
    shown = by_place([("3", 7), ("1", 3), ("2", 2), ("4", 1), ("", 6)], PLACES, 5)
    assert shown == (Group("Lörrach", 7), Group("Oben", None), Group("Unten", None, ("Lörrach",)), Group("", 6))


def test_keys_the_profile_no_longer_knows_count_as_outside():
    assert by_place([("99", 5)], PLACES, 5) == (Group("", 5),)


@given(st.dictionaries(st.sampled_from(["1", "2", "3", "4", ""]), st.integers(0, 30)), st.integers(1, 10))
def test_no_shown_number_is_below_the_limit_and_the_sum_is_never_exceeded(counts: dict[str, int], limit: int):
    shown = by_place(list(counts.items()), PLACES, limit)
    numbers = [group.count for group in shown if group.count is not None]
    assert all(number >= limit for number in numbers)
    assert sum(numbers) <= sum(counts.values())
    assert len({group.name for group in shown}) == len(shown)


@given(st.dictionaries(st.sampled_from(["1", "2", "3", "4", ""]), st.integers(0, 30)), st.integers(2, 10))
def test_the_total_gives_no_hidden_group_away(counts: dict[str, int], limit: int):
    shown = grouped(list(counts.items()), limit)
    hidden = [counts[group.name] for group in shown if group.count is None]
    everything = sum(counts.values())
    assert not hidden or everything < limit or (len(hidden) > 1 and sum(hidden) >= limit) or len(hidden) == len(shown)
