"""Looking after stories: the organisers' queue, releasing, declining with a reason, and taking a release back.

The question to an author and the answer to it are in `letters.py` beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from bot.domain.story import Scope, Story, StoryState
from handlers.stories import letters
from handlers.stories.letters import Asked, asked_about, subject_for
from handlers.stories.presenting import (
    APPROVE,
    DECLINE,
    UNDECIDED,
    decisions,
    offer,
    others,
    request,
    too_late,
    version,
)
from handlers.stories.storycard import pictures_of, told_by
from handlers.team.asking import some_words

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
    visit.say(shown, *decisions(story), *following, files=pictures_of(story), about=told_by(story))


def _still_waiting(visit: Visit) -> None:
    """After a decision: how many are left."""
    count = len(visit.work.stories.waiting())
    if count:
        visit.say(text("moderating-left", count=count), Offer(text("moderating-next"), "story-queue", (0,)))


# -- decisions -------------------------------------------------------------------------------------------------------


def approve(visit: Visit, args: tuple[str, ...]) -> None:
    """Release a story; with a way to take that back at once. Nobody releases their own where others could."""
    story = version(visit, *args)
    if story is not None and story.author == visit.person.id and others(visit, story):
        visit.say(text("moderating-own", title=story.title))
        return
    visit.close_choices()
    if story is None:
        return
    if not visit.work.stories.decide(story.id, StoryState.APPROVED, UNDECIDED, visit.now):
        too_late(visit, story)
        return
    note(visit, "story-approved", story)
    if story.author is not None and story.author != visit.person.id:
        visit.tell(story.author, text(f"moderating-author-{_outlet(story)}", title=story.title))
    undo = offer("story-undo", "moderating-undo", story)
    said = text("moderating-approved", title=story.title, scope=text(f"stories-seen-{story.scope}"))
    visit.say(said, undo, about=told_by(story))
    _still_waiting(visit)


def _outlet(story: Story) -> str:
    return "read" if story.scope is Scope.TEAM else "approved"


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


@dataclass(frozen=True, slots=True)
class Declined:
    """A decision against a version of a story, with the reason its author is told."""

    story: int
    revision: int
    reason: str


def begin_decline(visit: Visit, args: tuple[str, ...]) -> None:
    """Not to be published: the author deserves a reason."""
    visit.close_choices()
    story = version(visit, *args)
    if story is not None and story.state not in UNDECIDED:
        too_late(visit, story)
    elif story is not None:
        visit.begin(DECLINE, subject_for(story))


async def declining(talk: Talk, asked: Asked | None) -> Declined | None:
    """The reason; cancelling leaves everything as it is."""
    if asked is None:
        await talk.say(text("moderating-gone"))
        return None
    words, more = text("moderating-reason", title=asked.story.title), text("moderating-reason-help")
    reason = await talk.ask(Question("reason", words, read=some_words, help=more, about=told_by(asked.story)))
    return Declined(asked.story.id, asked.revision, reason)


def decline(visit: Visit, declined: Declined) -> None:
    """Tell the author why, and what they can do."""
    story = version(visit, declined.story, declined.revision)
    if story is None:
        return
    if not visit.work.stories.decide(story.id, StoryState.DECLINED, UNDECIDED, visit.now):
        too_late(visit, story)
        return
    note(visit, "story-declined", story)
    arrived = story.author is not None and visit.tell(
        story.author,
        text("moderating-author-declined", title=story.title, reason=declined.reason),
        Offer(text("moderating-author-change"), "story-change", (story.id,)),
        Offer(text("moderating-author-ask"), letters.ANSWER, (story.id, visit.person.id)),
        Offer(text("moderating-author-delete"), "story-delete", (story.id,)),
    )
    key = "moderating-declined" if arrived else "moderating-declined-unreachable"
    visit.say(text(key, title=story.title), about=told_by(story))
    _still_waiting(visit)


def note(visit: Visit, what: str, story: Story) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"story:{story.id}", visit.now)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("warteschlange",), "en": ("queue",)}, queue, text("moderating-what"), Role.MODERATOR),
    Pressed("story-queue", show_waiting, Role.MODERATOR),
    Pressed(APPROVE, approve, Role.MODERATOR),
    Pressed("story-undo", undo, Role.MODERATOR),
    Pressed(DECLINE, begin_decline, Role.MODERATOR),
    Dialogue(DECLINE, text("moderating-decline-title"), declining, asked_about, decline, role=Role.MODERATOR),
)
