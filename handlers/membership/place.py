"""Asking for a town or municipality: the first letters are enough, near matches are offered, outside is welcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.talking.visit import Visit
from bot.core.talking.wording import plain as compared
from bot.core.talking.wording import word_set
from bot.core.words.texts import Text, text
from bot.domain.alliance import Municipality
from bot.domain.municipality import find, named_in, plain, sure
from bot.domain.people.member import OUTSIDE
from handlers.phrases import plain as profile_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is at home; `key` is a municipality's or OUTSIDE."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class Near:
    """Typed words that may mean one of these; empty: somebody wants to type again."""

    candidates: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What asking for a place must know. `is_no_place` tells words that mean something else ("ändern")."""

    places: tuple[Municipality, ...]
    neighbours: tuple[str, ...]
    region: Text
    is_no_place: Callable[[str], bool]


def place_facts(visit: Visit) -> PlaceFacts:
    """Read together with the other facts of a dialogue."""
    alliance = visit.alliance
    return PlaceFacts(
        alliance.municipalities,
        alliance.neighbours,
        profile_words(alliance.region, visit.language),
        lambda typed: compared(typed) in word_set(visit.texts, "place-no-place-words"),
    )


OUT_THERE = Place(OUTSIDE, text("place-is-outside"))
ELSEWHERE = (
    Option[Place | Near]("outside", text("place-outside"), OUT_THERE),
    Option[Place | Near]("skip", text("place-skip"), Place(OUTSIDE, text("place-is-not-given")), leaves_out=True),
)


async def ask_place(talk: Talk, key: str, facts: PlaceFacts) -> Place:
    """The place somebody means; asks again until it is clear. Every further round has a key of its own."""
    answer = await talk.ask(_first(key, facts))
    while isinstance(answer, Near):
        near = answer.candidates
        answer = await talk.ask(_which(key, near, facts) if near else _first(key, facts))
    return answer


def own_place(name: str, places: Sequence[Municipality]) -> Place | None:
    """The place that a town's own name tells; None if it must be asked for."""
    found = named_in(name, places)
    return None if found is None else _place(found)


def _first(key: str, facts: PlaceFacts) -> Question[Place | Near]:
    more = text("place-help", region=facts.region)
    return Question(key, text("place-question"), ELSEWHERE, read=_reader(facts), help=more)


def _which(key: str, candidates: tuple[Municipality, ...], facts: PlaceFacts) -> Question[Place | Near]:
    """Typed words are another try: whoever sees that it is none of these writes the right one straight away."""
    one = len(candidates) == 1
    offered = tuple(
        Option[Place | Near](place.key, text("place-yes", name=place.name) if one else _name(place), _place(place))
        for place in candidates
    )
    again = Option[Place | Near]("again", text("place-no" if one else "place-again"), Near(()))
    which = text("place-which", count=len(candidates))
    more = text("place-help", region=facts.region)
    return Question(key, which, (*offered, again, *ELSEWHERE), read=_reader(facts), help=more, numbered=True)


def _reader(facts: PlaceFacts) -> Callable[[str], Place | Near]:
    """A neighbour's name, or a word that means something else, is not taken for a slip in the name of a place."""

    def read(typed: str) -> Place | Near:
        found = find(typed, facts.places)
        if len(found) == 1 and sure(typed, found[0]):
            return _place(found[0])
        if any(plain(typed) == plain(name) for name in facts.neighbours):
            return OUT_THERE
        if facts.is_no_place(typed):
            raise Refusal(text("place-no-place"))
        if not found:
            raise Refusal(text("place-unknown", typed=typed.strip()[:60]))
        return Near(found)

    return read


def _place(place: Municipality) -> Place:
    return Place(place.key, _name(place))


def _name(place: Municipality) -> Text:
    return text("plain-words", words=place.name)
