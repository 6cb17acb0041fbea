"""Success stories: what they need, who may see them, and the states between draft and page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Scope(StrEnum):
    """Who may see a story once it is approved."""

    TEAM = "team"
    ALLIANCE = "alliance"
    PUBLIC = "public"


class StoryState(StrEnum):
    """Where a story stands. Only `approved` ones are shown to anybody but author and organisers."""

    SUBMITTED = "submitted"  # waits for an organiser
    ASKED = "asked"  # an organiser has a question; waits for the author
    APPROVED = "approved"
    DECLINED = "declined"  # or hidden later, with a reason; the author may object, or change and send it again
    WITHDRAWN = "withdrawn"  # taken back by its author


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """What an author tells in the dialogue. `picture` is the id of a stored file, 0 without."""

    title: str
    what: str
    tip: str
    goal: str
    picture: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it is stored. `credit` is the name shown with it, "" for none."""

    id: int
    author: int | None  # None when the author left and let the story stand without a name
    title: str
    what: str
    tip: str
    goal: str
    picture: int
    scope: Scope
    state: StoryState
    credit: str
    kind: str  # the author's kind of member, "" if none
    municipality: str
    submitted_at: datetime
    decided_at: datetime | None
    revision: int  # counts the versions its author has sent, from 1


TITLE_MAX, WHAT_MAX, TIP_MAX = 120, 2000, 600
"""Longest texts in characters: what fits on one phone screen, with the Difu competition form's 3000 in all as bound."""


WAITING_MAX = 5
"""So many stories of one author wait for the organisers at once (fault 56: story spam)."""


class Stories(Protocol):
    """Stories in the database."""

    def add(
        self, draft: StoryDraft, author: int, credit: str, kind: str, municipality: str, now: datetime
    ) -> Story: ...

    def get(self, story: int) -> Story | None: ...

    def replace(self, story: int, draft: StoryDraft, credit: str, kind: str, municipality: str, now: datetime) -> None:
        """The author's changed version, with the next revision; it waits for approval again."""
        ...

    def decide(self, story: int, state: StoryState, expected: Sequence[StoryState], now: datetime) -> bool:
        """Move to `state` if it is in one of `expected`; False if somebody else was faster."""
        ...

    def waiting(self, limit: int = 50) -> Sequence[Story]:
        """Submitted ones, the oldest first."""
        ...

    def approved(self, scope: Sequence[Scope], offset: int = 0, limit: int = 20) -> Sequence[Story]:
        """Approved ones visible in one of the scopes, the newest first."""
        ...

    def count_approved(self, scope: Sequence[Scope]) -> int: ...

    def by_author(self, author: int) -> Sequence[Story]: ...

    def set_scope(self, story: int, scope: Scope) -> None: ...

    def set_teller(self, member: int, credit: str, kind: str, municipality: str) -> None:
        """Who tells the stories of everybody who acts for this member, from now on. Those told without a name stay so;
        an empty `credit` takes the name from the others too.
        """
        ...

    def anonymise(self, author: int) -> None:
        """Let the approved stories stand without author and all that was said of them; the others stay the author's."""
        ...
