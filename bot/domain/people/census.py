"""Counting members without exposing anybody: small municipalities are merged into areas, small groups stay hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.alliance import Municipality


@dataclass(frozen=True, slots=True)
class Group:
    """So many members; `count` is None where the group is smaller than the alliance shows ("<5"). `without` are the
    parts of it that are counted by themselves.
    """

    name: str
    count: int | None
    without: tuple[str, ...] = ()


def grouped(counts: Sequence[tuple[str, int]], hidden_below: int) -> tuple[Group, ...]:
    """Groups as they may be shown beside their total, empty ones left out.

    What the total leaves for the hidden ones must not give them away (secondary suppression): a single one, or several
    that are too few even together, take the smallest others with them.
    """
    rising = sorted((count, name) for name, count in counts if count > 0)
    hidden: dict[str, int] = {}
    for count, name in rising:
        told = len(hidden) == 1 or 0 < sum(hidden.values()) < hidden_below
        if count >= hidden_below and not told:
            break
        hidden[name] = count
    return tuple(Group(name, None if name in hidden else count) for name, count in counts if count > 0)


def by_place(counts: Sequence[tuple[str, int]], places: Sequence[Municipality], hidden_below: int) -> tuple[Group, ...]:
    """Members per municipality; those in small groups are counted by area instead. Name "" = outside or not said.

    A municipality's own members are taken out of its area's number, so that nobody is counted twice; the area says so.
    """
    known = {place.key: place for place in places}
    large = {key: count for key, count in counts if key in known and count >= hidden_below}
    rest: dict[str, int] = {}
    for key, count in counts:
        if key not in large:
            area = known[key].area if key in known else ""
            rest[area] = rest.get(area, 0) + count
    singly = tuple((known[key].name, count) for key, count in large.items())
    groups = grouped((*singly, *_ordered(rest)), hidden_below)
    areas = (replace(area, without=_apart(area.name, [known[key] for key in large])) for area in groups[len(singly) :])
    return (*groups[: len(singly)], *areas)


def _apart(area: str, large: Sequence[Municipality]) -> tuple[str, ...]:
    return tuple(place.name for place in large if place.area == area)


def _ordered(rest: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The largest area first, those outside last."""
    return tuple(sorted(rest.items(), key=lambda pair: (pair[0] == "", -pair[1], pair[0])))
