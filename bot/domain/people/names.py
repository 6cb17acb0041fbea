"""What people call themselves and their organisations: tidied, capped, and visible. Nothing about who they are."""

from __future__ import annotations

import unicodedata

NAME_MAX = 120
"""Longest name in characters: the longest register names of German associations stay below it."""

WORDS_MAX = 2000
"""Longest free text in characters, for example a question to the team: what fits on one phone screen or two."""

_UNSTORABLE = {"Cc", "Cs"}  # control characters and lone surrogates: no database and no network carries them
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"}


def tidy(words: str) -> str:
    """One line without control characters, white space at the ends and doubled white space; all else stays as it is."""
    storable = (sign for sign in words if sign.isspace() or unicodedata.category(sign) not in _UNSTORABLE)
    return " ".join("".join(storable).split())


def tidy_lines(words: str) -> str:
    """The same for longer texts: line breaks stay."""
    return "\n".join(tidy(line) for line in words.strip().splitlines())


def visible(words: str) -> bool:
    """Whether a reader would see anything: bidi marks and zero-width characters alone are not a name."""
    return any(unicodedata.category(sign) not in _INVISIBLE for sign in words)
