"""What the public pages show, read in one transaction.

Decides what is public: approved public stories, listed members, and counts in which nobody can be singled out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.ports import Work
from bot.domain.alliance import Alliance
from bot.domain.event import Event, EventState
from bot.domain.people.census import Group, grouped
from bot.domain.people.member import OUTSIDE, Member
from bot.domain.story import Scope, Story, StoryState

STORIES_ON_HOME = 6
EVENTS_ON_HOME = 4
STORIES_ON_PAGE = 24
MEMBERS_ON_HOME = 24


@dataclass(frozen=True, slots=True)
class Overview:
    """The alliance in numbers and names. `members` is None while there are too few to be counted in public."""

    members: int | None
    shown: tuple[Group, ...]  # kinds of member large enough to be counted in public, by id
    small: tuple[str, ...]  # ids of the other kinds that have members
    on_board: int  # municipalities with at least one member
    listed: tuple[Member, ...]
    stories: tuple[Story, ...]
    stories_in_all: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of stories. `page` counts from 1."""

    stories: tuple[Story, ...]
    page: int
    pages: int


def overview(work: Work, alliance: Alliance, now: datetime) -> Overview:
    """Everything the front page shows."""
    members = work.members.count()
    groups = grouped(work.members.count_by("kind"), alliance.hidden_below)
    return Overview(
        members=members if members >= alliance.hidden_below else None,
        shown=tuple(group for group in groups if group.count is not None),
        small=tuple(group.name for group in groups if group.count is None),
        on_board=sum(1 for key, count in work.members.count_by("municipality") if count and key != OUTSIDE),
        listed=tuple(work.members.listed()),
        stories=tuple(work.stories.approved([Scope.PUBLIC], limit=STORIES_ON_HOME)),
        stories_in_all=work.stories.count_approved([Scope.PUBLIC]),
        events=tuple(work.events.coming([EventState.PUBLISHED], now, limit=EVENTS_ON_HOME)),
    )


def shelf(work: Work, page: int) -> Shelf:
    """The public stories, the newest first."""
    pages = max(1, -(-work.stories.count_approved([Scope.PUBLIC]) // STORIES_ON_PAGE))
    page = min(max(1, page), pages)
    stories = work.stories.approved([Scope.PUBLIC], (page - 1) * STORIES_ON_PAGE, STORIES_ON_PAGE)
    return Shelf(tuple(stories), page, pages)


def public_story(work: Work, story: int) -> Story | None:
    """The story if anybody may see it."""
    known = work.stories.get(story)
    if known is None or known.state is not StoryState.APPROVED or known.scope is not Scope.PUBLIC:
        return None
    return known


def public_picture(work: Work, story: int) -> tuple[str, bytes] | None:
    """Type and bytes of a public story's picture."""
    known = public_story(work, story)
    if known is None or not known.picture:
        return None
    file = work.files.get(known.picture)
    return None if file is None else (file[0].mime, file[1])
