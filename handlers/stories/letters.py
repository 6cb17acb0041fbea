"""Question and answer about a story: an organiser asks its author, the author answers in the same chat."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.person import Role
from bot.domain.story import Story, StoryState
from handlers.stories.storycard import card, pictures_of
from handlers.team.asking import some_words

ASK, ANSWER = "story-ask", "story-answer"


def subject_of(visit: Visit) -> Story | None:
    """The story the open dialogue is about; None if its author has taken it away meanwhile."""
    number = visit.journal.subject.partition(".")[0] if visit.journal else ""
    story = visit.work.stories.get(int(number)) if number.isdecimal() else None
    return None if story is None or not story.title else story


# -- an organiser asks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Letter:
    """Words about a story on their way to the other side; `to` is the organiser, 0 when they go to the author."""

    story: int
    words: str
    to: int = 0


def begin_ask(visit: Visit, args: tuple[str, ...]) -> None:
    """An organiser wants to know more."""
    visit.begin(ASK, args[0])


async def asking_back(talk: Talk, story: Story | None) -> Letter | None:
    """The organiser's question."""
    if story is None:
        await talk.say(text("letters-gone"))
        return None
    question = text("letters-question", title=story.title)
    return Letter(story.id, await talk.ask(Question("words", question, read=some_words, help=text("letters-help"))))


def ask_author(visit: Visit, letter: Letter) -> None:
    """Bring the question to the author; a waiting story waits for them now."""
    story = visit.work.stories.get(letter.story)
    if story is None or story.author is None:
        visit.say(text("letters-gone"))
        return
    visit.work.stories.decide(story.id, StoryState.ASKED, (StoryState.SUBMITTED,), visit.now)
    visit.work.organisation.note(visit.person.id, "story-asked", f"story:{story.id}", visit.now)
    arrived = visit.tell(
        story.author,
        text("letters-asked", title=story.title, words=letter.words),
        Offer(text("letters-answer"), ANSWER, (story.id, visit.person.id)),
        Offer(text("letters-change"), "story-change", (story.id,)),
    )
    visit.say(text("letters-sent" if arrived else "letters-unreachable", title=story.title))


# -- the author answers ----------------------------------------------------------------------------------------------


def begin_answer(visit: Visit, args: tuple[str, ...]) -> None:
    """The author wants to answer, or to ask why."""
    visit.close_choices()
    visit.begin(ANSWER, f"{args[0]}.{args[1]}")


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The story, if it is the person's own, and the organiser who waits for the answer."""

    story: Story | None
    organiser: int


def _answer_facts(visit: Visit) -> AnswerFacts:
    story = subject_of(visit)
    organiser = visit.journal.subject.partition(".")[2] if visit.journal else ""
    mine = story is not None and story.author == visit.person.id
    return AnswerFacts(story if mine else None, int(organiser or 0))


async def answering(talk: Talk, facts: AnswerFacts) -> Letter | None:
    """The author's words."""
    if facts.story is None:
        await talk.say(text("stories-not-there"))
        return None
    question = text("letters-your-answer", title=facts.story.title)
    return Letter(facts.story.id, await talk.ask(Question("words", question, read=some_words)), facts.organiser)


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
        )
    visit.say(text("letters-answer-sent"))


def _next_steps(story: Story) -> tuple[Offer, ...]:
    """What the organiser can do then: decide, or write again about a story that is decided."""
    write = Offer(text("moderating-ask"), ASK, (story.id,))
    if story.state not in {StoryState.SUBMITTED, StoryState.ASKED}:
        return (write,)
    approve = Offer(text("moderating-approve"), "story-approve", (story.id,))
    return (approve, write, Offer(text("moderating-decline"), "story-decline", (story.id,)))


ROUTES: tuple[Route, ...] = (
    Pressed(ASK, begin_ask, Role.MODERATOR),
    Dialogue(ASK, text("letters-title"), asking_back, subject_of, ask_author, role=Role.MODERATOR),
    Pressed(ANSWER, begin_answer),
    Dialogue(ANSWER, text("letters-answer-title"), answering, _answer_facts, answer_organiser),
)
