"""What is malformed is kept as a shape: nobody's words, no number of a person, and never more than so much."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.oddities import SHAPE_MAX, malformed, shape

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_fault_28_words_and_numbers_are_kept_by_their_length_only():
    raw = {"id": 123456, "chat": {"title": "geheim"}, "list": [True, None, 1.5]}
    assert shape(raw) == {"id": "int:6", "chat": {"title": "str:6"}, "list": [True, None, "float:3"]}


def test_fault_28_however_deep_and_long_it_is_the_row_stays_small():
    deep: object = "x"
    for _ in range(100_000):
        deep = [deep]
    for raw in (deep, {str(number): "x" for number in range(10_000)}):
        assert len(malformed("a:1", raw, "TypeError", NOW).text) <= SHAPE_MAX
