"""What people call themselves and their organisations: tidied, capped, and visible. Nothing about who they are."""

from __future__ import annotations

import unicodedata

NAME_MAX = 120
"""Longest name in characters: the longest register names of German associations stay below it."""

WORDS_MAX = 2000
"""Longest free text in characters, for example a question to the team: what fits on one phone screen or two."""

_UNSTORABLE = {"Cc", "Cs"}  # control characters and lone surrogates: no database and no network carries them
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"}


LEGAL_FORMS = (
    *("gmbh & co. kg", "gmbh & co kg", "gmbh & co. ohg", "ug & co. kg", "ag & co. kg", "gmbh", "ggmbh", "mbh"),
    *("ug (haftungsbeschränkt)", "ug", "gug", "ag", "gag", "se", "kgaa", "kg", "ohg", "& co. kg", "& co."),
    *("e.k.", "e. k.", "e.kfm.", "e.kfr.", "gbr", "egbr", "partg", "partg mbb"),
    *("eg", "e.v.", "e. v.", "ev"),
)
"""What a German register name may end with, folded: §§ 19 HGB, 4 and 5a GmbHG, 4 and 279 AktG, 3 GenG, 65 and 707a BGB,
2 PartGG. People leave it out, so it tells no two members apart.
"""

_LONGEST_FIRST = sorted(LEGAL_FORMS, key=len, reverse=True)


def folded(name: str) -> str:
    """How names are compared: without case, and with white space at the ends gone and inside single."""
    return " ".join(name.casefold().split())


def spellings(name: str) -> tuple[str, ...]:
    """A name, folded, with and without every legal form at its end."""
    known = folded(name)
    ending = next((form for form in _LONGEST_FIRST if known.endswith(f" {form}")), "")
    bare = known.removesuffix(f" {ending}")
    return (bare, *(f"{bare} {form}" for form in LEGAL_FORMS))


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
