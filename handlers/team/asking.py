"""Questions to the team: passed on, answered by an organiser, and the answer brought back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.post import Offer, Post
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.digests import DIGEST, told
from bot.domain.people.organiser import PassedOn
from bot.domain.people.person import Role
from handlers.answers import some_words
from handlers.notice import NoticeFacts, informed, notice_facts, noticed
from handlers.phrases import run, shortened
from handlers.team.members.card import way_to

ASKING, ANSWERING = "asking", "answering"
LISTED = 8
"""So many open questions are listed at once."""

ANNOUNCEMENT = "announcement:"
"""What the subject of a reply to an announcement begins with; its number follows."""

STORY = "story:"
"""The same of words about a story; its number follows."""

QUOTED_MAX = 200
"""So many characters of announcements are quoted, all of them together."""

QUOTED_LEAST = 30
"""So many of each, however many there are."""


async def reviewed(talk: Talk, question: Question[str], sort: str) -> str:
    """Words for somebody else, looked at once more before they go out. `sort` is what they are: an "answer", a
    "question", a "reason", or "team" for an answer to the team.
    """
    words = await talk.ask(question)
    send = Option("send", text("asking-send"), value=True, also=(text("plain-yes"),))
    changes = (Change(question.key, text("asking-part", sort=sort)),)
    await talk.ask(Question("asking-preview", text("asking-preview", words=words, sort=sort), (send,), changes=changes))
    return words


# -- somebody asks ---------------------------------------------------------------------------------------------------

QUESTION = Question("asking-words", text("asking-question"), read=some_words)


def ask(visit: Visit, rest: str) -> None:
    """The command. What is typed after it is the question; without it, the bot asks for one."""
    if not rest:
        visit.begin(ASKING)
        return
    bring(visit, rest)


def bring(visit: Visit, typed: str, subject: str = "") -> None:
    """Pass these words on, if they are any; whoever has not read the notice yet reads it first, while they wait as an
    answer given already.
    """
    try:
        words = some_words(typed)
    except Refusal as refusal:
        visit.say(refusal.text)
        return
    if noticed(visit):
        pass_on(visit, words, subject)
    else:
        visit.begin(ASKING, subject, typed=(QUESTION.key, words))


@dataclass(frozen=True, slots=True)
class AskingFacts:
    """Whether the notice is known, and what the question is about ("" = nothing in particular)."""

    notice: NoticeFacts
    subject: str


async def asking(talk: Talk, facts: AskingFacts) -> tuple[str, str] | None:
    """One question, and it is on its way: its words and subject."""
    if not await informed(talk, facts.notice):
        return None
    return await talk.ask(QUESTION), facts.subject


def _asking_facts(visit: Visit) -> AskingFacts:
    return AskingFacts(notice_facts(visit), visit.journal.subject if visit.journal else "")


def _asked_for_good(visit: Visit, asked: tuple[str, str]) -> None:
    pass_on(visit, *asked)


def pass_on(visit: Visit, words: str, subject: str = "", *offers: Offer, but: int | None = None) -> None:
    """Keep the question, tell the organisers, and tell the person that it is on its way. A `subject` is quoted;
    `offers` are what organisers can do besides answering. Whom it is about (`but`) is left out if others remain.
    """
    number = visit.work.organisation.ask(visit.person.id, words, subject, visit.now)
    asker = text("asking-by-member", name=visit.member.name) if visit.member else text("asking-by-guest")
    team = [organiser for organiser in visit.work.people.organisers() if organiser.id != visit.person.id]
    for organiser in [one for one in team if one.id != but] or team:
        about = about_subject(visit, subject, organiser.language)
        arrived = text("asking-arrived", asker=asker, words=words)
        if about is not None:
            arrived = text("asking-arrived-about", asker=asker, words=words, about=about, sort=about.key)
        ways = (answer_offer(number), *offers, *way_to(visit, organiser, visit.person.id))
        visit.tell(organiser.id, arrived, *ways, about=visit.person.id)
    visit.say(text("asking-passed-on"))


def about_subject(post: Post, subject: str, language: str) -> Text | None:
    """What a question is about, quoted in the organiser's language: announcements or a story; None if of its own."""
    about, _, numbers = subject.partition(":")
    if f"{about}:" == STORY:
        story = post.work.stories.get(int(numbers))
        return None if story is None or not story.title else text("asking-about-story", title=story.title)
    if f"{about}:" not in {ANNOUNCEMENT, DIGEST}:
        return None
    several = told(subject) or ([int(numbers)] if numbers.isdecimal() else ())
    known = [post.work.announcements.get(number) for number in several]
    found = [one for one in known if one is not None]
    if not found:
        return None
    room = max(QUOTED_MAX // len(found), QUOTED_LEAST)
    quoted = " / ".join(shortened(one.words.best(language)[1], room) for one in found)
    when = (found[-1].started_at or found[-1].created_at).astimezone(post.alliance.zone).date()
    key = "asking-about" if len(found) == 1 else "asking-about-several"
    return text(key, number=found[0].id, when=when, quoted=quoted)


def answer_offer(number: int) -> Offer:
    """The way to answer a question."""
    return Offer(text("asking-answer"), "answer-question", (number,))


# -- an organiser answers --------------------------------------------------------------------------------------------


def open_questions(visit: Visit, _rest: str) -> None:
    """The command: what still waits for an answer, the oldest first."""
    questions = visit.work.organisation.open_questions(LISTED)
    if not questions:
        visit.say(text("asking-none-open"))
        return
    visit.say(text("asking-open-questions", count=len(questions)))
    for question in questions:
        label = text("asking-answer-number", number=question.id)
        ways = Offer(label, "answer-question", (question.id,)), *way_to(visit, visit.person, question.person)
        visit.say(_one(visit, question), *ways, about=question.person)


def _one(visit: Visit, question: PassedOn) -> Text:
    """One open question as a list shows it."""
    when, about = visit.local(question.asked_at), about_subject(visit, question.subject, visit.language)
    if about is None:
        return text("asking-one", number=question.id, when=when, words=question.words)
    sort = about.key
    return text("asking-one-about", number=question.id, when=when, words=question.words, about=about, sort=sort)


def begin_answer(visit: Visit, args: tuple[str, ...]) -> None:
    """An organiser wants to answer; not if a colleague was faster."""
    question = _open_question(visit, args[0] if args else "")
    if isinstance(question, Text):
        visit.say(question)
    else:
        visit.begin(ANSWERING, str(question.id))


def _open_question(visit: Visit, number: str) -> PassedOn | Text:
    """The question; or that it is not open any more, for whatever reason."""
    question = visit.work.organisation.question(int(number)) if number.isdecimal() else None
    if question is None:
        return text("asking-gone")
    return question if question.answered_at is None else text("asking-answered-before")


@dataclass(frozen=True, slots=True)
class Reply:
    """An organiser's answer to a question."""

    question: int
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question to answer, and what it is about."""

    id: int
    asker: int
    words: str
    about: Text | None


async def answering(talk: Talk, asked: Asked | Text) -> Reply | None:
    """The answer, looked at once more before it is sent; or why there is nothing to answer."""
    if isinstance(asked, Text):
        await talk.say(asked)
        return None
    question = text("asking-reply", words=asked.words)
    if asked.about is not None:
        question = text("asking-reply-about", words=asked.words, about=asked.about, sort=asked.about.key)
    more = text("asking-reply-help")
    reply = Question("asking-reply", question, read=some_words, help=more, about=asked.asker)
    return Reply(asked.id, await reviewed(talk, reply, "answer"))


def _asked(visit: Visit) -> Asked | Text:
    question = _open_question(visit, visit.journal.subject if visit.journal else "")
    if isinstance(question, Text):
        return question
    return Asked(question.id, question.person, question.words, about_subject(visit, question.subject, visit.language))


def answer(visit: Visit, reply: Reply) -> None:
    """Bring the answer to whoever asked, once, and note who gave it."""
    question = visit.work.organisation.question(reply.question)
    if question is None or not visit.work.organisation.answered(reply.question, visit.person.id, visit.now):
        visit.say(text("asking-answered-before"))
        return
    visit.work.organisation.note(visit.person.id, "question-answered", f"question:{reply.question}", visit.now)
    again = run(text("asking-again"), "frage")
    arrived = visit.tell(question.person, text("asking-reply-arrived", asked=question.words, words=reply.words), again)
    visit.say(text("asking-sent" if arrived else "asking-unreachable"))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("frage",), "en": ("ask",)}, ask, text("asking-what")),
    Dialogue(ASKING, text("asking-title"), asking, _asking_facts, _asked_for_good, draft=False),
    Command({"de": ("team-fragen",), "en": ("team-questions",)}, open_questions, text("asking-team-what"), Role.EDITOR),
    Pressed("answer-question", begin_answer, Role.EDITOR),
    Dialogue(ANSWERING, text("asking-answer-title"), answering, _asked, answer, role=Role.EDITOR),
)
