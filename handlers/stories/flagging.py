"""A reader finds that a story should not stand there: it is passed to the team, with a word on it or without."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Option, Question, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.story import Story
from handlers.answers import some_words
from handlers.notice import NoticeFacts, informed, notice_facts
from handlers.stories.presenting import story_in
from handlers.stories.shelf import is_shown
from handlers.stories.storycard import told_by
from handlers.team.asking import STORY, pass_on

FLAG = "story-flag"


@dataclass(frozen=True, slots=True)
class FlagFacts:
    """The notice, and the story, as long as the reader can see it."""

    notice: NoticeFacts
    story: Story | None


@dataclass(frozen=True, slots=True)
class Flagged:
    """A story somebody has something against, and who told it; `words` say what, "" for nothing."""

    story: int
    author: int | None
    words: str


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """The choice under a story."""
    visit.begin(FLAG, args[0])


def _facts(visit: Visit) -> FlagFacts:
    story, _ = story_in(visit)
    return FlagFacts(notice_facts(visit), story if story is not None and is_shown(visit, story) else None)


async def flagging(talk: Talk, facts: FlagFacts) -> Flagged | None:
    """One question, which need not be answered."""
    if facts.story is None:
        await talk.say(text("shelf-gone"))
        return None
    if not await informed(talk, facts.notice):
        return None
    without = Option("none", text("shelf-flag-without"), "", leaves_out=True)
    asked = text("shelf-flag-words", title=facts.story.title)
    question = Question("words", asked, (without,), read=some_words, about=told_by(facts.story))
    return Flagged(facts.story.id, facts.story.author, await talk.ask(question))


def flag(visit: Visit, flagged: Flagged) -> None:
    """To the team, as a question about this story; whoever may hide it finds the way under it."""
    words = flagged.words or visit.words(text("shelf-flag-nothing-said"))
    look = Offer(text("shelf-flag-look"), "story-read", (flagged.story, 0))
    pass_on(visit, words, f"{STORY}{flagged.story}", look, but=flagged.author)


ROUTES: tuple[Route, ...] = (
    Pressed(FLAG, begin),
    Dialogue(FLAG, text("shelf-flag-title"), flagging, _facts, flag, draft=False),
)
