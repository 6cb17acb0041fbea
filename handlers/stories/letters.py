"""Question and answer about a story: an organiser asks its author, the author answers in the same chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.core.dialogue import Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Offer
from bot.core.routing import Dialogue, Listener, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from bot.domain.story import Story, StoryState
from handlers.answers import some_words
from handlers.phrases import run
from handlers.stories.presenting import ASK, RESTORE, UNDECIDED, decisions, note, offer, story_in, version
from handlers.stories.storycard import card, pictures_of, told_by
from handlers.team.asking import reviewed

ANSWER = "story-answer"
WORDS = "words"
"""The key of the question for one's words, on either side."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The story an organiser's dialogue is about, as it is now, and the version they have read."""

    story: Story
    revision: int


def subject_for(story: Story) -> str:
    """What the subject of a dialogue about a version of a story is; the inverse of `asked_about`."""
    return f"{story.id}.{story.revision}"


def asked_about(visit: Visit) -> Asked | None:
    """The story the open dialogue is about; None if its author has taken it away meanwhile."""
    story, rest = story_in(visit)
    return None if story is None else Asked(story, int(rest or 0))


# -- an organiser asks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Letter:
    """Words about a story on their way to the other side: from the organiser who has read this `revision`, or to the
    organiser `to`.
    """

    story: int
    words: str
    revision: int = 0
    to: int = 0


def begin_ask(visit: Visit, args: tuple[str, ...]) -> None:
    """An organiser wants to know more."""
    story = version(visit, *args)
    if story is not None:
        visit.begin(ASK, subject_for(story))


async def asking_back(talk: Talk, asked: Asked | None) -> Letter | None:
    """The organiser's question, looked at once more before it is sent."""
    if asked is None:
        await talk.say(text("letters-gone"))
        return None
    words, more = text("letters-question", title=asked.story.title), text("letters-help")
    question = Question(WORDS, words, read=some_words, help=more, about=told_by(asked.story))
    return Letter(asked.story.id, await reviewed(talk, question, "question"), revision=asked.revision)


def ask_author(visit: Visit, letter: Letter) -> None:
    """Bring the question to the author; if they can be reached, a waiting story waits for them now."""
    story = version(visit, letter.story, letter.revision)
    if story is None:
        return
    if story.author is None:
        visit.say(text("letters-gone"))
        return
    arrived = visit.tell(
        story.author,
        text("letters-asked", title=story.title, words=letter.words),
        Offer(text("letters-answer"), ANSWER, (story.id, visit.person.id)),
        Offer(text("letters-change"), "story-change", (story.id,)),
    )
    if arrived:
        visit.work.stories.decide(story.id, StoryState.ASKED, (StoryState.SUBMITTED,), visit.now)
        note(visit, "story-asked", story)
    said = text("letters-sent" if arrived else "letters-unreachable", title=story.title)
    visit.say(said, about=told_by(story))


# -- the author answers ----------------------------------------------------------------------------------------------


def begin_answer(visit: Visit, args: tuple[str, ...]) -> None:
    """The author wants to answer, or to ask why."""
    visit.close_choices()
    visit.begin(ANSWER, f"{args[0]}.{args[1]}")


def hears(visit: Visit, args: tuple[str, ...]) -> Callable[[], None]:
    """Words typed to what the team wrote to an author are their answer."""
    return partial(typed, visit, f"{args[0]}.{args[1]}")


def typed(visit: Visit, subject: str) -> None:
    """Show the author these words once more before they are sent."""
    try:
        words = some_words(visit.incoming.text)
    except Refusal as refusal:
        visit.say(refusal.text)
    else:
        visit.begin(ANSWER, subject, typed=(WORDS, words))


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The story, if it is the person's own, and the organiser who waits for the answer."""

    story: Story | None
    organiser: int


def _answer_facts(visit: Visit) -> AnswerFacts:
    story, organiser = story_in(visit)
    mine = story is not None and story.author == visit.person.id
    return AnswerFacts(story if mine else None, int(organiser or 0))


async def answering(talk: Talk, facts: AnswerFacts) -> Letter | None:
    """The author's words, looked at once more before they are sent."""
    if facts.story is None:
        await talk.say(text("stories-not-there"))
        return None
    question = Question(WORDS, text("letters-your-answer", title=facts.story.title), read=some_words)
    return Letter(facts.story.id, await reviewed(talk, question, "team"), to=facts.organiser)


def answer_organiser(visit: Visit, letter: Letter) -> None:
    """Bring the answer to whoever asked (or, if they have left the team, to all moderators)."""
    story = visit.work.stories.get(letter.story)
    if story is None:
        visit.say(text("stories-not-there"))
        return
    visit.work.stories.decide(story.id, StoryState.SUBMITTED, (StoryState.ASKED,), visit.now)
    moderators = visit.work.people.organisers(Role.MODERATOR)
    for organiser in [one for one in moderators if one.id == letter.to] or moderators:
        visit.tell(
            organiser.id,
            text(
                "letters-answered",
                title=story.title,
                words=letter.words,
                card=card(visit.alliance, organiser.language, story),
            ),
            *_next_steps(story),
            files=pictures_of(story),
            about=told_by(story),
        )
    visit.say(text("letters-answer-sent"), run(text("shelf-own"), "meinegeschichten"))


def _next_steps(story: Story) -> tuple[Offer, ...]:
    """What the organiser can do then: decide, or write again about a story that is decided."""
    if story.state in UNDECIDED:
        return decisions(story)
    write = offer(ASK, "moderating-ask", story)
    return (write, offer(RESTORE, "moderating-restore", story)) if story.state is StoryState.DECLINED else (write,)


ROUTES: tuple[Route, ...] = (
    Pressed(ASK, begin_ask, Role.MODERATOR),
    Dialogue(ASK, text("letters-title"), asking_back, asked_about, ask_author, role=Role.MODERATOR),
    Pressed(ANSWER, begin_answer),
    Listener(ANSWER, hears, any_words=True),
    Dialogue(ANSWER, text("letters-answer-title"), answering, _answer_facts, answer_organiser),
)
