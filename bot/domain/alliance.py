"""The alliance as data: everything that another county would write differently. Read from config/alliances/<name>/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

Words = Mapping[str, str]
"""The same words per language code; every alliance gives at least its first language."""


def in_language(words: Words, language: str) -> str:
    """The wording for a language: exact, then its base ("de-du" -> "de"), then the alliance's first."""
    return words.get(language) or words.get(language.split("-", maxsplit=1)[0]) or next(iter(words.values()))


@dataclass(frozen=True, slots=True)
class Goal:
    """One of the alliance's goals, e.g. `ausstoss`. `also` are other words people type for it, in any language."""

    id: str
    name: Words
    what: Words  # one sentence
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberKind:
    """A kind of member. `organisation` is False for private persons, who need no more than a display name; `town` says
    that its members are towns or municipalities themselves. `also` are other words people type for it, in any language.
    """

    id: str
    name: Words
    choice: Words  # how the kind reads as an answer to "for whom do you take part?"
    organisation: bool
    town: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """A town or municipality. `key` is the official one (AGS), `area` the larger unit small groups are merged into."""

    key: str
    name: str
    area: str
    population: int


@dataclass(frozen=True, slots=True)
class Factor:
    """CO2e in kg per unit (or per "yes"). `status`: sourced, derived, estimate, none; `source` names where it is
    from.
    """

    kg: float | None
    low: float | None
    high: float | None
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number asked for: unit id, the presets offered, the largest believable value."""

    unit: str
    presets: tuple[float, ...]
    max: float


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A pledge people can make. `answers`: done3, quantity, done3_qty, milestone or story; `months` empty = all
    year.
    """

    id: str
    goal: str
    kinds: tuple[str, ...]
    cadence: str  # weekly, monthly or quarterly
    title: Words
    question: Words
    answers: str
    quantity: Quantity | None
    factor: Factor
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A quick answer to a check-in. `weight` 0..1 counts towards the keeping rate."""

    id: str
    label: Words
    weight: float


@dataclass(frozen=True, slots=True)
class Declaration:
    """One version of the partner declaration: the exact text per language, as people sign it (Markdown subset)."""

    version: str
    title: Words
    body: Words
    link: Words


@dataclass(frozen=True, slots=True, eq=False)  # one per profile: hashed by identity, to be a cache key
class Notice:
    """The Art. 13 GDPR facts of the short privacy notice, each per language."""

    version: str
    controller: Words
    contact: Words
    dpo: Words
    basis: Words
    rests_on_consent: bool  # whether that basis is consent: the notice then asks for a yes, not only to be read
    hoster: Words
    period: Words
    period_days: int  # the same in days: how long what has ended is kept
    dormant: Words
    dormant_days: int  # the same in days: how long a person who belongs to nothing here may be silent
    authority: Words
    link: Words  # the controller's own pages
    networks: Mapping[str, Words]  # network name -> the note on third countries, "" where none
    page: str = ""  # where people reach the assistant's own page with all of it; "" if it has none


@dataclass(frozen=True, slots=True)
class Neutrality:
    """The patterns of the non-partisan check (see bot.domain.neutrality)."""

    version: str
    window: int
    mask: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    context: tuple[str, ...]
    action: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something announcements are about, which people switch on and off."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class AnnouncementRules:
    """Audiences larger than `second_eyes_above` need a second organiser's release. Of more than `unasked_per_week`
    messages a week that nobody asked for (check-ins count, too) a person gets the other announcements bundled, and
    check-ins wait for each other (0 = no limit). What was due and is older than `old_after_hours` is
    asked about before it is sent.
    """

    second_eyes_above: int = 50
    unasked_per_week: int = 0
    old_after_hours: int = 24


@dataclass(frozen=True, slots=True, eq=False)  # as above
class Alliance:
    """One alliance: who it is, what it wants, what people sign and promise."""

    id: str
    languages: tuple[str, ...]  # the first is the default
    zone: ZoneInfo
    target_year: int
    name: Words
    region: Words
    about: tuple[Words, ...]  # the alliance in five sentences
    principles: tuple[Words, ...]
    house_rules: tuple[Words, ...]
    team: Words  # who the organisers are, e.g. "das Klimateam des Landkreises"
    contact: Words
    website: str
    imprint: Words  # who is responsible for the website, Markdown subset
    number_prefix: str  # of member numbers, e.g. "LÖ"
    goals: tuple[Goal, ...]
    kinds: tuple[MemberKind, ...]
    municipalities: tuple[Municipality, ...]
    declaration: Declaration
    notice: Notice
    catalogue: tuple[CatalogueEntry, ...]
    answers: Mapping[str, tuple[Answer, ...]]  # answer set -> quick answers
    units: Mapping[str, Words]  # unit id -> its name
    neutrality: Neutrality
    units_one: Mapping[str, Words] = field(default_factory=dict)  # unit id -> its name after a 1, where that differs
    topics: tuple[Topic, ...] = ()
    announcing: AnnouncementRules = AnnouncementRules()
    neighbours: tuple[str, ...] = ()  # towns outside that people of the region may name as theirs
    hidden_below: int = 5  # groups smaller than this are shown as "<5"

    def goal(self, id: str) -> Goal:
        """The goal; KeyError if the profile has none such."""
        return _by_id(self.goals, id)

    def kind(self, id: str) -> MemberKind:
        """The kind of member; KeyError if the profile has none such."""
        return _by_id(self.kinds, id)

    def pledge(self, id: str) -> CatalogueEntry:
        """The catalogue entry; KeyError if the profile has none such."""
        return _by_id(self.catalogue, id)

    def topic(self, id: str) -> Topic:
        """The topic; KeyError if the profile has none such."""
        return _by_id(self.topics, id)

    def municipality(self, key: str) -> Municipality | None:
        """The municipality, or None for "outside" and unknown keys."""
        return next((place for place in self.municipalities if place.key == key), None)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Identified)


def _by_id(items: tuple[Item, ...], id: str) -> Item:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(id)
