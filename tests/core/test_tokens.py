"""Fault 15: a forged or foreign press means nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.tokens import MEANING_MAX, Seals

SEALS = Seals(b"k" * 32)
meanings = st.text(max_size=MEANING_MAX).filter(lambda words: len(words.encode(errors="replace")) <= MEANING_MAX)
ascii_meanings = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=MEANING_MAX)


@given(st.integers(min_value=1), ascii_meanings)
def test_a_token_opens_for_the_contact_it_was_made_for(contact, meaning):
    assert SEALS.open(contact, SEALS.seal(contact, meaning)) == meaning


@given(st.integers(min_value=1), st.integers(min_value=1), ascii_meanings)
def test_fault_15_a_foreign_token_does_not_open(contact, other, meaning):
    assert other == contact or SEALS.open(other, SEALS.seal(contact, meaning)) is None


@given(st.integers(min_value=1), st.text() | st.text(st.characters(categories=["Cs"])).map("~".__add__))
def test_fault_15_a_forged_token_does_not_open(contact, forged):
    assert SEALS.open(contact, forged) is None


@given(st.integers(min_value=1), ascii_meanings, st.data())
def test_fault_15_a_token_changed_in_any_place_does_not_open(contact, meaning, data):
    token = SEALS.seal(contact, meaning)
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters().filter(lambda letter: letter != token[at]))
    assert SEALS.open(contact, token[:at] + other + token[at + 1 :]) is None


@given(ascii_meanings)
def test_a_token_fits_into_telegrams_64_bytes(meaning):
    assert len(SEALS.seal(2**63 - 1, meaning).encode()) <= 64


def test_a_meaning_that_does_not_fit_is_a_bug_and_says_so():
    with pytest.raises(ValueError, match="47 bytes"):
        SEALS.seal(1, "x" * 48)
