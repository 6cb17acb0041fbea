"""What people type in answer to a check-in, in two notations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Reply, read_amount, read_number, understand

LABELS = {"yes": ("Ja, geschafft", "Yes, done", "ja"), "partly": ("Zum Teil",), "no": ("Diesmal nicht", "nein")}
KM = ("km", "Kilometer")


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("12", "de", 12),
        ("12,5", "de", 12.5),
        ("12.5", "de", 12.5),
        ("1.500", "de", 1500),
        ("1,500", "de", 1.5),
        ("1.500", "en", 1.5),
        ("1,500", "en", 1500),
        ("1,5", "en", 1.5),
        ("1.500,5", "de", 1500.5),
        ("1.500,5", "en", 1500.5),
        ("1,500.5", "de", 1500.5),
        ("1.234.567", "de", 1234567),
        ("1,234,567", "en", 1234567),
        ("1 500", "de", 1500),
        ("1'500", "de-du", 1500),
        ("1,2,3", "de", None),
        ("zwölf", "de", None),
        ("", "de", None),
    ],
)
def test_numbers_are_read_in_the_notation_of_the_language(typed: str, language: str, number: float | None) -> None:
    assert read_number(typed, language) == number


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12", 12),
        ("12 km", 12),
        ("12km", 12),
        ("ca. 12,5 Kilometer.", 12.5),
        ("rund 1.500 km mit dem Rad", 1500),
        ("Zwei Kilometer", 2),
        ("drei", 3),
        ("12 Äpfel", None),
        ("12 Fragen habe ich", None),
        ("-5", None),
        ("12.03.2026", None),
        ("km", None),
        ("0", 0),
        ("5 mal", 5),
        ("Ja, es waren 12 km!", 12),
        ("ja 12", 12),
        ("Yes! About 3", 3),
        ("ja", None),
        ("jahrelang 12", None),
    ],
)
def test_an_amount_is_a_number_alone_or_with_the_unit_that_was_asked_for(typed: str, amount: float | None) -> None:
    assert read_amount(typed, KM, "de") == amount


def test_units_forgive_singular_and_plural_but_not_another_unit() -> None:
    assert read_amount("3 Mahlzeit", ("meal", "Mahlzeiten"), "de") == 3
    assert read_amount("3 Malermeister", ("meal", "Mahlzeiten"), "de") is None
    assert read_amount("3 Kilo", ("kg",), "de") == 3
    assert read_amount("3 kWh", ("kg",), "de") is None


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("Ja, geschafft", Reply("yes")),
        ("  ja geschafft! ", Reply("yes")),
        ("nein", Reply("no")),
        ("vielleicht", None),
        ("12", None),
        ("", None),
    ],
)
def test_labels_are_understood_without_case_and_marks(typed: str, reply: Reply | None) -> None:
    assert understand(typed, LABELS, (), "de") == reply


def test_a_label_wins_over_a_number_and_a_question_is_never_an_answer() -> None:
    assert understand("10 km", {"p": ("10 km",)}, KM, "de") == Reply("p")
    assert understand("10 km?", {"p": ("10 km",)}, KM, "de") is None
    assert understand("10 km " + "und noch viel mehr " * 5, {}, KM, "de") is None


@given(st.integers(min_value=0, max_value=10**9))
def test_whole_numbers_are_read_with_and_without_grouping(number: int) -> None:
    english, german = f"{number:,}", f"{number:,}".replace(",", ".")
    assert read_number(english, "en") == read_number(german, "de") == read_number(str(number), "de") == number


@given(st.text())
def test_no_text_whatever_breaks_the_reading(typed: str) -> None:
    reply = understand(typed, LABELS, KM, "de")
    assert reply is None or reply.answer in {"", *LABELS}
