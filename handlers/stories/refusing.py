"""Saying no to a story, always with a reason: a waiting one is declined, one that is shown already is hidden.

Its author hears the reason and can change the story or object; the house rules promise that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.dialogue import Question, Script, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from bot.domain.story import Story, StoryState
from handlers.answers import some_words
from handlers.stories.letters import ANSWER, Asked, asked_about, subject_for
from handlers.stories.presenting import DECLINE, UNDECIDED, note, still_waiting, too_late, version
from handlers.stories.storycard import told_by
from handlers.team.asking import reviewed

HIDE = "story-hide"


@dataclass(frozen=True, slots=True)
class No:
    """One way to say no: its action, what stories it is for, and what texts and the audit call it."""

    action: str
    expected: tuple[StoryState, ...]
    name: str


DECLINED = No(DECLINE, UNDECIDED, "declined")
HIDDEN = No(HIDE, (StoryState.APPROVED,), "hidden")


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision against a version of a story, with the reason its author is told."""

    story: int
    revision: int
    reason: str


def _begin(no: No) -> Callable[[Visit, tuple[str, ...]], None]:
    def begin(visit: Visit, args: tuple[str, ...]) -> None:
        visit.close_choices()
        story = version(visit, *args)
        if story is not None and story.state not in no.expected:
            too_late(visit, story)
        elif story is not None:
            visit.begin(no.action, subject_for(story))

    return begin


def _refusing(no: No) -> Script[Asked | None, Refused]:
    async def refusing(talk: Talk, asked: Asked | None) -> Refused | None:
        """The reason, looked at once more before it is sent; cancelling leaves everything as it is."""
        if asked is None:
            await talk.say(text("moderating-gone"))
            return None
        words, more = text(f"moderating-reason-{no.name}", title=asked.story.title), text("moderating-reason-help")
        question = Question("reason", words, read=some_words, help=more, about=told_by(asked.story))
        return Refused(asked.story.id, asked.revision, await reviewed(talk, question, "reason"))

    return refusing


def _refuse(no: No) -> Callable[[Visit, Refused], None]:
    def refuse(visit: Visit, refused: Refused) -> None:
        """Tell the author why, and what they can do."""
        story = version(visit, refused.story, refused.revision)
        if story is None:
            return
        if not visit.work.stories.decide(story.id, StoryState.DECLINED, no.expected, visit.now):
            too_late(visit, story)
            return
        note(visit, f"story-{no.name}", story)
        key = (
            f"moderating-{no.name}" if _told(visit, no, story, refused.reason) else f"moderating-{no.name}-unreachable"
        )
        visit.say(text(key, title=story.title), about=told_by(story))
        still_waiting(visit)

    return refuse


def _told(visit: Visit, no: No, story: Story, reason: str) -> bool:
    """Whether the author could be told; a story that stands without one has nobody to tell."""
    return story.author is not None and visit.tell(
        story.author,
        text(f"moderating-author-{no.name}", title=story.title, reason=reason),
        Offer(text("moderating-author-change"), "story-change", (story.id,)),
        Offer(text("moderating-author-ask"), ANSWER, (story.id, visit.person.id)),
        Offer(text("moderating-author-delete"), "story-delete", (story.id,)),
    )


def _routes(no: No) -> tuple[Route, ...]:
    title = text(f"moderating-title-{no.name}")
    said = Dialogue(no.action, title, _refusing(no), asked_about, _refuse(no), role=Role.MODERATOR)
    return Pressed(no.action, _begin(no), Role.MODERATOR), said


ROUTES: tuple[Route, ...] = (*_routes(DECLINED), *_routes(HIDDEN))
