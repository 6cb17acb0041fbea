"""Asking for a town or municipality: the first letters are enough, near matches are offered, outside is welcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.words.texts import Text, text
from bot.domain.alliance import Municipality
from bot.domain.municipality import find, named_in, sure
from bot.domain.people.member import OUTSIDE


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is at home; `key` is a municipality's or OUTSIDE."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class Near:
    """Typed words that may mean one of these; empty: somebody wants to type again."""

    candidates: tuple[Municipality, ...]


ELSEWHERE = (
    Option[Place | Near]("outside", text("place-outside"), Place(OUTSIDE, text("place-is-outside"))),
    Option[Place | Near]("skip", text("place-skip"), Place(OUTSIDE, text("place-is-not-given")), leaves_out=True),
)


async def ask_place(talk: Talk, key: str, places: Sequence[Municipality], region: Text) -> Place:
    """The place somebody means; asks again until it is clear. Every further round has a key of its own."""
    answer = await talk.ask(_first(key, places, region))
    while isinstance(answer, Near):
        near, again = answer.candidates, _first(key, places, region)
        answer = await talk.ask(_which(key, near, places, region) if near else again)
    return answer


def own_place(name: str, places: Sequence[Municipality]) -> Place | None:
    """The place that a town's own name tells; None if it must be asked for."""
    found = named_in(name, places)
    return None if found is None else _place(found)


def _first(key: str, places: Sequence[Municipality], region: Text) -> Question[Place | Near]:
    return Question(
        key, text("place-question"), ELSEWHERE, read=_reader(places), help=text("place-help", region=region)
    )


def _which(
    key: str, candidates: tuple[Municipality, ...], places: Sequence[Municipality], region: Text
) -> Question[Place | Near]:
    """Typed words are another try: whoever sees that it is none of these writes the right one straight away."""
    one = len(candidates) == 1
    offered = tuple(
        Option[Place | Near](place.key, text("place-yes", name=place.name) if one else _name(place), _place(place))
        for place in candidates
    )
    again = Option[Place | Near]("again", text("place-no" if one else "place-again"), Near(()))
    which = text("place-which", count=len(candidates))
    more = text("place-help", region=region)
    return Question(key, which, (*offered, again, *ELSEWHERE), read=_reader(places), help=more, numbered=True)


def _reader(places: Sequence[Municipality]) -> Callable[[str], Place | Near]:
    def read(typed: str) -> Place | Near:
        found = find(typed, places)
        if not found:
            raise Refusal(text("place-unknown", typed=typed.strip()[:60]))
        if len(found) == 1 and sure(typed, found[0]):
            return _place(found[0])
        return Near(found)

    return read


def _place(place: Municipality) -> Place:
    return Place(place.key, _name(place))


def _name(place: Municipality) -> Text:
    return text("plain-words", words=place.name)
