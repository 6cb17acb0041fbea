"""Understanding a typed answer to a check-in: a label, or a number in German or English notation with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST = 60
"""Longer messages are a story or a question, never an answer to a check-in."""

_GROUPED = r"\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d+)?"
_NUMBER = re.compile(rf"(?:{_GROUPED}|\d+(?:[.,]\d+)?)(?![\d.,]*\d)")
_ABOUT = re.compile(
    r"^(?:(?:ja|klar|yes|sure)\b[,!.]?\s*)*"
    r"(?:(?:es waren|das waren|waren es|ca\.?|circa|etwa|rund|ungefähr|so|about|around|roughly|~|≈)\s*)?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"['\u2019 \u00a0\u202f]")
_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "null zero",
            "ein eins eine einen einmal one once",
            "zwei zweimal two twice",
            "drei dreimal three",
            "vier viermal four",
            "fünf fünfmal five",
            "sechs sechsmal six",
            "sieben siebenmal seven",
            "acht achtmal eight",
            "neun neunmal nine",
            "zehn zehnmal ten",
            "elf eleven",
            "zwölf twelve",
        )
    )
    for word in words.split()
}
_LONG_UNITS = {
    "km": "kilometer kilometern kilometre kilometres kilometers",
    "pkm": "km kilometer kilometern kilometre kilometres kilometers",
    "kg": "kilo kilos kilogramm kilogram kilograms",
    "l": "liter litern litre litres liters",
    "m3": "m³ kubikmeter cubic",
    "kwh": "kilowattstunde kilowattstunden",
    "kwp": "kilowatt-peak kilowattpeak",
}
_TIMES = frozenset({"mal", "x", "\u00d7", "times", "stück", "stueck"})
_POLITE = frozenset(
    ["leider", "diesmal", "heute", "sorry", "sadly", "unfortunately", "bitte", "please", "danke", "thanks"]
)
"""Words that soften an answer and do not change it: "diesmal leider nicht" is "diesmal nicht"."""
_STEM = 4
"""So many letters must agree for "Mahlzeit" to be taken for "Mahlzeiten"."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A typed answer understood: the answer's id ("" for a bare number) and the number, if there was one."""

    answer: str
    amount: float | None = None


def understand(typed: str, labels: Mapping[str, Iterable[str]], units: Iterable[str], language: str) -> Reply | None:
    """What was answered; None if this is no answer at all. `labels`: answer id -> how it can be said.

    `units` are the unit's id and names ("km", "Kilometer"), empty where no number is asked for.
    """
    if len(typed) > LONGEST or "?" in typed:
        return None
    for form in (_bare, curt):
        wanted = form(typed)
        for answer, names in labels.items():
            if wanted and any(form(name) == wanted for name in names):
                return Reply(answer)
    names = tuple(units)
    amount = read_amount(typed, names, language) if names else None
    return None if amount is None else Reply("", amount)


def read_amount(typed: str, units: Iterable[str], language: str) -> float | None:
    """The number in "12,5 km", "ca. 1.500" or "zwei Mahlzeiten"; None if there is none, or of something else."""
    words = _ABOUT.sub("", typed.strip().rstrip(".!"))
    found = _NUMBER.match(words)
    if found:
        number, rest = read_number(found.group(), language), words[found.end() :]
    else:
        first, _, rest = words.partition(" ")
        number = _WORDS.get(first.casefold())
    return number if number is not None and _is_unit(rest, units) else None


def read_number(digits: str, language: str) -> float | None:
    """A number as people of this language write it: "1.500,5" (de), "1,500.5" (en), "1 500" (both).

    A single mark followed by exactly three digits groups thousands, unless it is the language's decimal mark.
    """
    bare = _SPACES.sub("", digits.strip())
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", bare):
        return None
    decimal = "." if language.startswith("en") else ","
    marks = [mark for mark in bare if mark in ".,"]
    if len(set(marks)) == len(marks) == 2:  # noqa: PLR2004 - both marks, each once: the last one is the decimal mark
        decimal = marks[-1]
    elif len(marks) == 1 and marks[0] != decimal and not re.search(r"\D\d{3}$", bare):
        decimal = marks[0]
    whole = bare.replace("," if decimal == "." else ".", "")
    return float(whole.replace(decimal, ".")) if whole.count(decimal) <= 1 else None


def _is_unit(rest: str, units: Iterable[str]) -> bool:
    """Whether what follows a number is nothing, or names the unit that was asked for."""
    words = _bare(rest).split()
    if not words or words[0] in _TIMES:
        return True
    known = {name for unit in units for name in (_bare(unit), *_LONG_UNITS.get(_bare(unit), "").split())}
    return any(words[0] == name or _alike(words[0], name) for name in known)


def _alike(word: str, name: str) -> bool:
    return (
        len(word) >= _STEM
        and len(name) >= _STEM
        and word[:_STEM] == name[:_STEM]
        and abs(len(word) - len(name)) <= _STEM
    )


def curt(words: str) -> str:
    """Words without case, marks and what only softens them: "Stopp, bitte!" is "stopp"."""
    return " ".join(word for word in _bare(words).split() if word not in _POLITE)


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[^\w³\u00d7\s-]", " ", words.casefold()).split())
