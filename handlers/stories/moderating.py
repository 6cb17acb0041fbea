"""Looking after stories: the organisers' queue, releasing, and taking a release back.

Saying no, with a reason, is in `refusing.py`; the question to an author and the answer to it are in `letters.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from bot.domain.story import Scope, Story, StoryState
from handlers.stories.presenting import (
    APPROVE,
    RESTORE,
    UNDECIDED,
    decisions,
    note,
    offer,
    others,
    request,
    still_waiting,
    too_late,
    version,
)
from handlers.stories.storycard import pictures_of, told_by
from handlers.team.members.card import way_to

# -- the queue -------------------------------------------------------------------------------------------------------


def queue(visit: Visit, _rest: str) -> None:
    """The command: the story that has waited longest."""
    show_waiting(visit, ("0",))


def show_waiting(visit: Visit, args: tuple[str, ...]) -> None:
    """The waiting story at this place of the queue, and the way to the next one."""
    at, waiting = int(args[0]), visit.work.stories.waiting()
    if not waiting:
        visit.say(text("moderating-queue-empty"))
        return
    at = at if at < len(waiting) else 0
    story = waiting[at]
    following = (Offer(text("moderating-next"), "story-queue", (at + 1,)),) if len(waiting) > 1 else ()
    visit.say(text("moderating-queue", at=at + 1, count=len(waiting)))
    shown = request(visit, story, visit.person)
    ways = (*decisions(story), *way_to(visit, visit.person, story.author), *following)
    visit.say(shown, *ways, files=pictures_of(story), about=told_by(story))


# -- decisions -------------------------------------------------------------------------------------------------------


def approve(visit: Visit, args: tuple[str, ...]) -> None:
    """Release a story that waits; with a way to take that back at once."""
    _release(visit, args, UNDECIDED)


def restore(visit: Visit, args: tuple[str, ...]) -> None:
    """After an objection: release what was declined or hidden, as it is."""
    _release(visit, args, (StoryState.DECLINED,))


def _release(visit: Visit, args: tuple[str, ...], expected: Sequence[StoryState]) -> None:
    """Nobody releases their own where others could."""
    story = version(visit, *args)
    if story is not None and story.author == visit.person.id and others(visit, story):
        visit.say(text("moderating-own", title=story.title))
        return
    visit.close_choices()
    if story is None:
        return
    if not visit.work.stories.decide(story.id, StoryState.APPROVED, expected, visit.now):
        too_late(visit, story)
        return
    note(visit, "story-approved", story)
    if story.author is not None and story.author != visit.person.id:
        visit.tell(story.author, text(f"moderating-author-{_outlet(story)}", title=story.title))
    undo = offer("story-undo", "moderating-undo", story)
    said = text("moderating-approved", title=story.title, scope=text(f"stories-seen-{story.scope}"))
    visit.say(said, undo, about=told_by(story))
    still_waiting(visit)


def _outlet(story: Story) -> str:
    return {Scope.TEAM: "read", Scope.ALLIANCE: "shared"}.get(story.scope, "approved")


def undo(visit: Visit, args: tuple[str, ...]) -> None:
    """Take a release back: the story waits again and nobody sees it meanwhile."""
    visit.close_choices()
    story = version(visit, *args)
    if story is None:
        return
    if not visit.work.stories.decide(story.id, StoryState.SUBMITTED, (StoryState.APPROVED,), visit.now):
        too_late(visit, story)
        return
    note(visit, "story-undone", story)
    if story.author is not None and story.author != visit.person.id:
        visit.tell(story.author, text("moderating-author-undone", title=story.title))
    visit.say(text("moderating-undone", title=story.title), *decisions(story), about=told_by(story))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("warteschlange",), "en": ("queue",)}, queue, text("moderating-what"), Role.MODERATOR),
    Pressed("story-queue", show_waiting, Role.MODERATOR),
    Pressed(APPROVE, approve, Role.MODERATOR),
    Pressed("story-undo", undo, Role.MODERATOR),
    Pressed(RESTORE, restore, Role.MODERATOR),
)
