"""Who an announcement is for: a circle of people, narrowed by what they are, and places where it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum


class Circle(StrEnum):
    """The widest way to say who an announcement is for."""

    EVERYONE = "everyone"  # members and followers
    MEMBERS = "members"
    FOLLOWERS = "followers"
    NOBODY = "nobody"  # only the places


@dataclass(frozen=True, slots=True)
class Audience:
    """Who an announcement is for. Within one facet any value suffices, between facets all must hold; () = all.

    `kinds` and `municipalities` (official keys) are those of the membership a person acts for, `goals` those of a
    person's active pledges and stories (`entries`: the catalogue's pledges for these goals), `networks` those on
    which they are written to. `places` are groups, rooms and channels (their numbers), beside the people. Only people
    who want news and can be reached are in it; that is asked again at the moment of sending, as are circle, kind and
    municipality.
    """

    circle: Circle = Circle.EVERYONE
    kinds: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    def encircles(self, *, member: bool, follows: bool) -> bool:
        """Whether somebody is in its circle."""
        circles = {Circle.EVERYONE: member or follows, Circle.MEMBERS: member, Circle.FOLLOWERS: follows and not member}
        return circles.get(self.circle, False)

    def fits(self, *, follows: bool, kind: str | None, municipality: str | None) -> bool:
        """Whether somebody is in its circle and of a kind and from a municipality it is for; both None: no member."""
        narrow = (not self.kinds or kind in self.kinds, not self.municipalities or municipality in self.municipalities)
        return self.encircles(member=kind is not None, follows=follows) and all(narrow)


FACETS = tuple(each.name for each in fields(Audience) if each.name not in {"circle", "places", "entries"})
"""What a circle can be narrowed by."""


class Left(StrEnum):
    """Why somebody in the circle does not get an announcement at once."""

    NEWS_OFF = "news-off"  # said STOPP
    TOPIC_OFF = "topic-off"
    UNREACHABLE = "unreachable"  # blocked the bot, left the room
    BUNDLED = "bundled"  # gets it with the next digest


@dataclass(frozen=True, slots=True)
class Reach:
    """What an audience comes to now: people who get it at once, per account; who does not, and why; how many of those
    who get it have quiet hours just then; up to ten names to look at; and the languages those read who get it.
    """

    people: Mapping[str, int] = field(default_factory=dict)  # account -> recipients
    left: Mapping[Left, int] = field(default_factory=dict)
    published: Mapping[str, int] = field(default_factory=dict)  # account -> places
    quiet: int = 0
    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Everybody who gets it, at once or bundled; places not counted."""
        return sum(self.people.values()) + self.left.get(Left.BUNDLED, 0)

    @property
    def places(self) -> int:
        """How many groups, rooms and channels it is published in."""
        return sum(self.published.values())

    @property
    def nobody(self) -> bool:
        """Whether neither a person nor a place gets it."""
        return not self.count and not self.places


@dataclass(frozen=True, slots=True)
class Waits:
    """What those wait for who do not get an announcement at that moment: the quiet hours they are in (from, to), the
    end of the longest pause, the next daily or weekly digest.
    """

    quiet: tuple[tuple[int, int], ...] = ()
    paused_until: datetime | None = None
    daily: bool = False
    weekly: bool = False
