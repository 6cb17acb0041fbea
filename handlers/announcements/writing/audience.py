"""Who an announcement is for: the circle first, then narrowed facet by facet as often as the organiser likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.words.texts import Markup, Text, text
from bot.domain.alliance import Alliance, Municipality
from bot.domain.announcements.audience import FACETS, Audience, Circle
from bot.domain.municipality import find, named_in

AUDIENCE = "audience"
NARROW = f"{AUDIENCE}#narrow"
"""Keys below the circle's: whoever changes the audience is asked for everything that narrowed it anew."""


@dataclass(frozen=True, slots=True)
class AudienceFacts:
    """What the questions about an audience must know. `count` looks up how many people get something on a topic;
    `name` is what a facet's value is called, `described` an audience in words.
    """

    alliance: Alliance
    languages: tuple[str, ...]
    networks: tuple[str, ...]
    places: tuple[int, ...]
    count: Callable[[Audience, str], int]
    name: Callable[[str, str | int], Text]
    described: Callable[[Audience], Markup]


async def choosing(talk: Talk, facts: AudienceFacts, topic: str) -> Audience:
    """From everybody to exactly those it is for; whoever has switched the topic off is not counted."""
    audience = Audience(await talk.ask(_circle(talk, facts, topic)))
    while True:
        facet = await talk.ask(_narrow(talk, facts, audience, topic))
        if not facet:
            return audience
        audience = await talk.ask(_values(talk, facts, audience, facet, topic))


def _circle(talk: Talk, facts: AudienceFacts, topic: str) -> Question[Circle]:
    circles = [circle for circle in Circle if circle is not Circle.NOBODY or facts.places]
    counted = {} if talk.knows(AUDIENCE) else {circle: facts.count(Audience(circle), topic) for circle in circles}
    options = [
        Option(circle.value, text(f"announcing-to-{circle}", count=counted.get(circle, 0)), circle)
        for circle in circles
    ]
    return Question(AUDIENCE, text("announcing-audience"), tuple(options), help=text("announcing-audience-help"))


def _narrow(talk: Talk, facts: AudienceFacts, audience: Audience, topic: str) -> Question[str]:
    """So, or narrower still; facets without anything left to choose are not offered."""
    facets = [facet for facet in _facets(audience) if _choices(facts, audience, facet)]
    known = talk.knows(NARROW)
    enough = Option("enough", text("announcing-enough"), "")
    return Question(
        NARROW,
        text(
            "announcing-narrower",
            audience=Markup() if known else facts.described(audience),
            count=0 if known else facts.count(audience, topic),
        ),
        (enough, *(Option(facet, text(f"announcing-by-{facet}"), facet) for facet in facets)),
        help=text("announcing-narrower-help"),
    )


def _facets(audience: Audience) -> tuple[str, ...]:
    if audience.circle is Circle.NOBODY:
        return ("places",)
    members_only = ("kinds", "municipalities") if audience.circle is Circle.FOLLOWERS else ()
    return tuple(facet for facet in (*FACETS, "places") if facet not in members_only)


# -- one facet -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a facet can be narrowed to: the id kept in the journal, its name, and the audience's values then."""

    id: str
    name: Text
    values: tuple[str | int, ...]


def _choices(facts: AudienceFacts, audience: Audience, facet: str) -> list[Choice]:
    """What is still to be chosen from; several chosen values add up."""
    taken = set(getattr(audience, facet))
    return [choice for choice in _all(facts, facet) if not taken.issuperset(choice.values)]


def _all(facts: AudienceFacts, facet: str) -> list[Choice]:
    alliance = facts.alliance
    match facet:
        case "municipalities":
            return _areas(alliance.municipalities)
        case "languages":
            bases = dict.fromkeys(language.partition("-")[0] for language in facts.languages)
            return [
                Choice(one, facts.name(facet, one), tuple(each for each in facts.languages if each.startswith(one)))
                for one in bases
                if len(bases) > 1
            ]
        case _:
            ids: dict[str, Sequence[str | int]] = {
                "kinds": [kind.id for kind in alliance.kinds],
                "topics": [topic.id for topic in alliance.topics],
                "goals": [goal.id for goal in alliance.goals],
                "networks": facts.networks if len(facts.networks) > 1 else (),
                "places": facts.places,
            }
            return [Choice(str(one), facts.name(facet, one), (one,)) for one in ids[facet]]


def _areas(places: Sequence[Municipality]) -> list[Choice]:
    """An area is all its municipalities."""
    areas = dict.fromkeys(place.area for place in places if place.area)
    return [
        Choice(
            f"area{at}",
            text("plain-words", words=area),
            tuple(place.key for place in places if place.area == area),
        )
        for at, area in enumerate(areas)
    ]


def _values(talk: Talk, facts: AudienceFacts, audience: Audience, facet: str, topic: str) -> Question[Audience]:
    key = f"{AUDIENCE}#{facet}"
    known = talk.knows(key)
    options = []
    for choice in _choices(facts, audience, facet):
        narrowed = _with(facts, audience, facet, choice.values)
        alone = _with(facts, audience, facet, choice.values, alone=True)
        count = 0 if known or facet == "places" else facts.count(alone, topic)
        label = choice.name if facet == "places" else text("announcing-option", name=choice.name, count=count)
        options.append(Option(choice.id, label, narrowed))
    read = _place_reader(facts, audience) if facet == "municipalities" else None
    return Question(key, text(f"announcing-which-{facet}"), tuple(options), read=read)


def _with(
    facts: AudienceFacts, audience: Audience, facet: str, values: tuple[str | int, ...], *, alone: bool = False
) -> Audience:
    """The audience with these values added to the facet (`alone`: in place of its values); goals bring the catalogue's
    pledges for them.
    """
    both = tuple(dict.fromkeys((*(() if alone else getattr(audience, facet)), *values)))
    entries = tuple(entry.id for entry in facts.alliance.catalogue if entry.goal in both)
    changes: dict[str, tuple[str | int, ...]] = {facet: both} | ({"entries": entries} if facet == "goals" else {})
    return replace(audience, **changes)  # type: ignore[arg-type]  # - the facet's own values


def _place_reader(facts: AudienceFacts, audience: Audience) -> Callable[[str], Audience]:
    def read(typed: str) -> Audience:
        place = named_in(typed, facts.alliance.municipalities)
        if place is None:
            raise Refusal(_which(typed, find(typed, facts.alliance.municipalities)))
        return _with(facts, audience, "municipalities", (place.key,))

    return read


def _which(typed: str, found: Sequence[Municipality]) -> Text:
    if not found:
        return text("announcing-place-unknown", typed=typed[:60])
    return text("announcing-place-which", names=", ".join(place.name for place in found))
