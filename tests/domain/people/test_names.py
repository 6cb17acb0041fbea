"""Names are tidied, never mangled; what nobody could see is no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people.names import tidy, tidy_lines, visible


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Anna   Muster ", "Anna Muster"),
        ("Bäckerei\tKöhler\n& Söhne", "Bäckerei Köhler & Söhne"),
        ("a\x00b\x07c", "abc"),
        ("half \ud800 pair", "half pair"),
        ("👩‍🌾 Lea", "👩‍🌾 Lea"),
        ("نور", "نور"),
        ("<b>Klima</b> & *Co*", "<b>Klima</b> & *Co*"),
    ],
)
def test_a_name_is_tidied_and_otherwise_kept_exactly(typed: str, kept: str):
    assert tidy(typed) == kept


def test_longer_words_keep_their_lines():
    assert tidy_lines(" eins  zwei \r\n drei\x00 ") == "eins zwei\ndrei"


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u200d", "\u202e\u2066", "\x00"])
def test_what_nobody_sees_is_no_name(typed: str):
    assert not visible(tidy(typed))


@pytest.mark.parametrize("typed", ["A", "7", "🌱", "+", "愛"])
def test_a_single_visible_sign_is_enough(typed: str):
    assert visible(tidy(typed))


@given(st.text(st.characters(exclude_categories=[]), max_size=300))
def test_a_tidy_name_can_be_stored_anywhere_and_tidying_again_changes_nothing(typed: str):
    once = tidy(typed)
    assert "\x00" not in once
    assert once.encode().decode() == once
    assert tidy(once) == once
