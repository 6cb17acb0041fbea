"""Finding a town or municipality by what people type: first letters, other spellings, slips of the finger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from bot.domain.alliance import Municipality


class Named(Protocol):
    """Whatever has a name can be found by it: towns, and members too."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)

OFFERED = 6
"""So many near matches are offered at most: they fit on a phone screen with the other choices."""

NEAR = 72.0
"""Lowest likeness (0..100, normalised Indel distance) that is offered: two slips in a name of eight letters."""

SHORTEST_PREFIX = 2

TELLING = 5
"""A name's first word of so many letters tells it among other words ("Stadt Rheinfelden"); "Bad" or "Weil" do not."""


def plain(name: str) -> str:
    """The name for comparing: small letters, umlauts and their two-letter spellings alike, no marks."""
    folded = name.casefold().replace("ß", "ss")
    for umlaut, spelled, letter in (("ä", "ae", "a"), ("ö", "oe", "o"), ("ü", "ue", "u")):
        folded = folded.replace(umlaut, letter).replace(spelled, letter)
    return " ".join(re.findall(r"\w+", folded))


def find(typed: str, places: Sequence[N]) -> tuple[N, ...]:
    """What was probably meant, the likeliest first, at most OFFERED; none = unknown.

    The whole name decides at once; else all names that begin so; else those with a word that begins so; else those
    that stand among what was typed ("Lörrach-Stetten"); else the names nearest in spelling. The last two are never
    taken without asking (see `sure`).
    """
    wanted = plain(typed)
    if len(wanted) < SHORTEST_PREFIX:
        return ()
    named = [(place, _known(place.name)) for place in places]
    whole = tuple(place for place, name in named if name == wanted)
    begun = whole or tuple(place for place, name in named if name.startswith(wanted))
    inside = begun or tuple(place for place, name in named if f" {wanted}" in f" {name}")
    telling = [(place, first) for place, name in named if len(first := name.partition(" ")[0]) >= TELLING]
    return (inside or _among(wanted, named) or _among(wanted, telling) or _nearest(wanted, places))[:OFFERED]


def sure(typed: str, place: Municipality) -> bool:
    """Whether what was typed is the place's name or its beginning, so that nobody needs to be asked again; a postal
    code with it takes nothing from that.
    """
    said = " ".join(word for word in plain(typed).split() if not word.isdecimal())
    return bool(said) and _known(place.name).startswith(said)


def named_in(words: str, places: Sequence[Municipality]) -> Municipality | None:
    """The one place these words surely name, perhaps with more around it ("Stadt Lörrach")."""
    inside = _among(plain(words), ((place, _known(place.name)) for place in places))
    found = inside or find(words, places)
    return found[0] if len(found) == 1 and (inside or sure(words, found[0])) else None


@lru_cache(maxsize=4096)
def _known(name: str) -> str:
    """A profile's name in that form: the same few names are compared with everything that is typed."""
    return plain(name)


def _among(wanted: str, named: Iterable[tuple[N, str]]) -> tuple[N, ...]:
    """Those whose name stands whole among the words."""
    return tuple(place for place, name in named if f" {name} " in f" {wanted} ")


def _nearest(wanted: str, places: Sequence[N]) -> tuple[N, ...]:
    scored = sorted(((_likeness(wanted, _known(place.name)), place) for place in places), key=lambda pair: -pair[0])
    return tuple(place for score, place in scored if score >= NEAR)


def _likeness(wanted: str, name: str) -> float:
    """Compared with the whole name and with its first word, so that "Rheinfeldn" finds "Rheinfelden (Baden)"."""
    return max(fuzz.ratio(wanted, name), fuzz.ratio(wanted, name.partition(" ")[0]))
