"""How the alliance is doing, in counts: what organisers see of it at a glance. Nobody is named or made out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.story import StoryState

LATELY = timedelta(days=30)
"""What "new" and "left" look back on."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of the whole alliance; `joined`, `left`, `asked` and `answered` since the moment asked about."""

    joined: int
    left: int
    resting: int  # memberships the team has put to rest
    followers: int  # who get news without being members
    questions: int  # to the team, not answered yet
    pledges: int  # active ones
    asked: int  # check-ins sent
    answered: int  # and how many of those were answered
    stories: Mapping[StoryState, int]
    announcements: Mapping[AnnouncementState, int]


class Overview(Protocol):
    """The database, counted. Reads whole tables: for a person who asks, never for every message."""

    def figures(self, since: datetime, now: datetime) -> Figures:
        """As it stands, and what has happened since then."""
        ...
