"""What a written digest is named after: the announcements it tells, each with the round of its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.domain.announcements.announcement import Announcement

DIGEST = "digest:"
"""What the name begins with; "number.round" of its announcements follow, between commas."""


def named(items: Iterable[Announcement]) -> str:
    """The name of a digest that tells these, with the words of now."""
    return DIGEST + ",".join(f"{item.id}.{item.round}" for item in items)


def told(name: str) -> Mapping[int, int]:
    """The announcements a digest of this name tells, in order, each with its round; nothing if it is another name."""
    if not name.startswith(DIGEST):
        return {}
    parts = [part.partition(".") for part in name.removeprefix(DIGEST).split(",")]
    return {int(number): int(round_ or 0) for number, _, round_ in parts if number.isdecimal()}
