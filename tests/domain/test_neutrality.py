"""The non-partisan check flags the same wordings for every party and nothing harmless."""

import time

from bot.domain.alliance import Neutrality
from bot.domain.neutrality import hints

RULES = Neutrality(
    version="1",
    window=3,
    mask=(r"(?i)\bparty hats?\b",),
    strong=(r"\bWhigs?\b", r"(?i:\bfederalist party\b)"),
    weak=(r"(?i:\bparty\b)", r"\bfloor leader\b"),
    context=(r"election\w*", "candidate"),
    action=(r"(?i:\bvote for\b)",),
)


def test_a_strong_word_is_a_hint_alone():
    assert hints("The Whigs came.", RULES) == ("Whigs",)
    assert hints("the whigs came", RULES) == ()


def test_campaign_wording_is_a_hint_alone():
    assert hints("Please VOTE\n for us", RULES) == ("VOTE for",) or hints("Please vote for us", RULES) == ("vote for",)


def test_a_weak_word_needs_its_context_within_the_window():
    assert hints("the party before the elections", RULES) == ("party",)
    assert hints("Elections! The party", RULES) == ("party",)
    assert hints("the party one two three elections", RULES) == ()
    assert hints("a party in the garden", RULES) == ()


def test_a_weak_word_is_not_its_own_context():
    assert hints("party", RULES) == ()


def test_harmless_phrases_are_masked_first():
    assert hints("a party hat for the candidate", RULES) == ()


def test_every_wording_is_named_once_in_the_order_of_the_text():
    assert hints("vote for the Whigs, yes the Whigs", RULES) == ("vote for", "Whigs")


def test_a_hint_inside_another_is_not_repeated():
    assert hints("the Federalist Party before the election", RULES) == ("Federalist Party",)


def test_a_long_text_is_read_quickly():
    started = time.perf_counter()
    hints("a party hat for the party of the candidates " * 200, RULES)
    assert time.perf_counter() - started < 1
