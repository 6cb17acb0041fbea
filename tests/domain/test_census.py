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
    assert grouped([("a", 5), ("b", 4), ("c", 0)], 5) == (Group("a", 5), Group("b", None))


def test_small_municipalities_are_counted_by_area():
    shown = by_place([("3", 7), ("1", 3), ("2", 2), ("4", 1), ("", 6)], PLACES, 5)
    assert shown == (Group("Lörrach", 7), Group("Oben", 5), Group("Unten", None), Group("", 6))


def test_keys_the_profile_no_longer_knows_count_as_outside():
    assert by_place([("99", 5)], PLACES, 5) == (Group("", 5),)


@given(st.dictionaries(st.sampled_from(["1", "2", "3", "4", ""]), st.integers(0, 30)), st.integers(1, 10))
def test_no_shown_number_is_below_the_limit_and_the_sum_is_never_exceeded(counts: dict[str, int], limit: int):
    shown = by_place(list(counts.items()), PLACES, limit)
    numbers = [group.count for group in shown if group.count is not None]
    assert all(number >= limit for number in numbers)
    assert sum(numbers) <= sum(counts.values())
    assert len({group.name for group in shown}) == len(shown)
