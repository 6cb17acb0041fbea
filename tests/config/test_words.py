"""What could disturb the text around somebody's words is taken out or fenced in (fault 45)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.words import contained, isolated

FSI, PDI, RLO, PDF, LRI, RLE = "\u2068", "\u2069", "\u202e", "\u202c", "\u2066", "\u202b"
HEBREW = "\u05e9\u05dc\u05d5\u05dd"


def test_ordinary_words_stay_as_they_are():
    for words in ("Eva Müller", "Zoë 🌱", "日本", "a\nb"):
        assert isolated(contained(words)) == words


def test_words_from_right_to_left_are_isolated_line_by_line():
    assert isolated(f"{HEBREW}\nEva") == f"{FSI}{HEBREW}{PDI}\nEva"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"Eva{RLO}gnp.exe", "Evagnp.exe"),
        (f"{RLO}Eva{PDF}", f"{RLO}Eva{PDF}"),
        (f"Eva{PDI}{PDI} sagt", "Eva sagt"),
        (f"{LRI}{RLE}Eva{PDI}", f"{LRI}Eva{PDI}"),
        (f"{LRI}{PDF}Eva{PDI}", f"{LRI}Eva{PDI}"),
    ],
)
def test_direction_controls_that_reach_beyond_the_words_are_dropped(written, kept):
    assert isolated(written) == f"{FSI}{kept}{PDI}"


def test_control_characters_are_dropped_and_line_ends_are_one():
    assert contained("a\0b\x07c\r\nd\re\u2028f") == "abc\nd\ne\nf"
    assert contained("\ud800") == "\ufffd"


@given(st.text())
def test_every_opening_is_closed_in_its_line(words):
    for line in isolated(contained(words)).split("\n"):
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == PDI)
            assert depth >= 0
        assert depth == 0
