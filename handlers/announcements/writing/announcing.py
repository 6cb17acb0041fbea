"""The dialogue from a first word to a draft: words, pictures, a second language, topic, goal, audience, a last look.

It ends with a draft and its card (`releasing/card.py`); every answer can be changed there, by the same dialogue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.messages import FileRef
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.announcements.announcement import CHANGEABLE, Announcement, AnnouncementState, Draft, Words
from bot.domain.announcements.places import PlaceState
from bot.domain.people.names import tidy_lines, visible
from bot.domain.people.person import Role
from handlers.announcements.releasing.card import reach, show, too_late
from handlers.announcements.writing.attaching import FILES, attaching
from handlers.announcements.writing.audience import AUDIENCE, AudienceFacts, choosing
from handlers.announcements.writing.wording import (
    audience_name,
    base,
    facet_name,
    files_of,
    hint,
    in_words,
    named,
    ready,
)

ANNOUNCEMENT, CHANGING = "announcement", "announcement-change"
BODY_MAX = 10_000
"""Longest text in characters: three messages on Telegram, and still read by somebody."""

PARTS = ("body", FILES, "second", "topic", "goal", AUDIENCE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the dialogue must know. `shown` is a draft as its author sees it last; `subject` the announcement that is
    changed, None for a new one.
    """

    language: str
    languages: tuple[str, ...]
    topics: tuple[tuple[str, Text], ...]
    goals: tuple[tuple[str, Text], ...]
    audience: AudienceFacts
    shown: Callable[[Draft], Text]
    files: Callable[[Draft], tuple[FileRef, ...]]
    subject: int | None


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as the organiser wants it, and the announcement it is of (None: a new one)."""

    draft: Draft
    subject: int | None


# -- questions -------------------------------------------------------------------------------------------------------


def some_body(typed: str) -> str:
    """The text of an announcement; Refusal if there is none or far too much."""
    words = tidy_lines(typed)
    if not visible(words):
        raise Refusal(text("announcing-empty"))
    if len(words) > BODY_MAX:
        raise Refusal(text("announcing-long", most=BODY_MAX, length=len(words)))
    return words


BODY = Question("body", text("announcing-body"), read=some_body, help=text("announcing-body-help"))


async def _second(talk: Talk, facts: Facts, language: str) -> tuple[str, str]:
    """A second version, as (its language, its words), or none."""
    others = tuple(dict.fromkeys(base(one) for one in facts.languages if base(one) != language))
    if not others:
        return "", ""
    none = Option("none", text("announcing-second-none", language=language), "")
    options = (none, *(Option(one, text("announcing-second-yes", language=one), one) for one in others))
    chosen = await talk.ask(Question("second", text("announcing-second", written=in_words(language)), options))
    if not chosen:
        return "", ""
    question = text("announcing-second-body", written=in_words(chosen))
    return chosen, await talk.ask(Question("second#body", question, read=some_body))


async def _one_of(talk: Talk, key: str, offered: tuple[tuple[str, Text], ...]) -> str:
    """A topic or a goal, or none; not asked where the alliance has none."""
    if not offered:
        return ""
    none = Option("none", text(f"announcing-no-{key}"), "")
    options = (*(Option(f"-{one}", label, one) for one, label in offered), none)
    return await talk.ask(Question(key, text(f"announcing-{key}"), options, help=text(f"announcing-{key}-help")))


# -- the dialogue ----------------------------------------------------------------------------------------------------


async def announcing(talk: Talk, facts: Facts) -> Written | None:
    """Everything an organiser decides, and a last look at it."""
    body = await talk.ask(BODY)
    language = talk.fact("language", base(facts.language))
    files = await attaching(talk)
    second, second_body = await _second(talk, facts, language)
    topic = await _one_of(talk, "topic", facts.topics)
    goal = await _one_of(talk, "goal", facts.goals)
    audience = await choosing(talk, facts.audience)
    words = Words(language, body, second, second_body)
    draft = Draft(words, audience, topic, goal, files, tuple(talk.used))
    await talk.ask(_preview(facts, draft))
    return Written(draft, facts.subject)


def _preview(facts: Facts, draft: Draft) -> Question[bool]:
    asked = {key for key, _ in draft.answers}
    return Question(
        "keep",
        facts.shown(draft),
        (Option("keep", text("announcing-keep"), value=True),),
        changes=tuple(Change(part, text(f"announcing-part-{part}")) for part in PARTS if part in asked),
        files=facts.files(draft),
        help=text("announcing-preview-help"),
    )


def _facts(visit: Visit) -> Facts:
    alliance, language = visit.alliance, visit.language
    return Facts(
        language,
        visit.texts.languages,
        tuple((topic.id, named(visit, "topics", topic.id, language)) for topic in alliance.topics),
        tuple((goal.id, named(visit, "goals", goal.id, language)) for goal in alliance.goals),
        _audience_facts(visit),
        lambda draft: _shown(visit, draft),
        lambda draft: files_of(visit, draft.files),
        _subject(visit),
    )


def _audience_facts(visit: Visit) -> AudienceFacts:
    return AudienceFacts(
        visit.alliance,
        visit.texts.languages,
        tuple(dict.fromkeys(account.partition(":")[0] for account in visit.networks)),
        tuple(place.id for place in visit.work.places.listed() if place.state is PlaceState.OPEN),
        lambda audience: reach(visit, Draft(Words(visit.language, ""), audience)).count,
        lambda facet, value: facet_name(visit, facet, value, visit.language),
        lambda audience: audience_name(visit, visit.language, audience),
    )


def _shown(visit: Visit, draft: Draft) -> Text:
    """The message as it arrives, and to how many."""
    found = reach(visit, draft)
    return text(
        "announcing-preview",
        message=ready(visit, draft.words, visit.language),
        second=_second_version(visit, draft.words),
        audience=audience_name(visit, visit.language, draft.audience),
        count=found.count,
        places=found.places,
        hint=hint(visit, draft.words),
    )


def _second_version(visit: Visit, words: Words) -> Text | Markup:
    """The version the author does not read themselves."""
    if not words.second_language:
        return Markup()
    own = words.best(visit.language)[0]
    other = words.second_language if own == words.language else words.language
    said = visit.texts.render(ready(visit, words, other), other)
    return text("announcing-also", written=in_words(other), message=Markup(said))


def _subject(visit: Visit) -> int | None:
    subject = visit.journal.subject if visit.journal else ""
    return int(subject) if subject.isdecimal() else None


# -- what happens then -----------------------------------------------------------------------------------------------


def done(visit: Visit, written: Written) -> None:
    """Keep the draft, or put it in the place of what it was before, and show its card."""
    number, work = written.subject, visit.work
    if number is None:
        number = work.announcements.add(visit.person.id, written.draft, AnnouncementState.DRAFT, visit.now)
        note(visit, "announcement-written", number)
    elif not work.announcements.rewrite(number, written.draft, visit.person.id):
        too_late(visit, work.announcements.get(number))
        return
    else:
        note(visit, "announcement-changed", number)
    kept = work.announcements.get(number)
    if kept is not None:
        show(visit, kept)


def change(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ändern]: the same dialogue, with everything that was answered."""
    visit.close_choices()
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None or announcement.state not in CHANGEABLE:
        too_late(visit, announcement)
    else:
        reopen(visit, announcement)


def reopen(visit: Visit, announcement: Announcement) -> None:
    """Go through its answers again; what is missing is asked."""
    visit.begin(CHANGING, str(announcement.id), announcement.draft.answers)


def note(visit: Visit, what: str, number: int) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"announcement:{number}", visit.now)


ROUTES: tuple[Route, ...] = (
    Command(
        {"de": ("nachricht",), "en": ("announce",)},
        lambda visit, _: visit.begin(ANNOUNCEMENT),
        text("announcing-what"),
        Role.EDITOR,
    ),
    Dialogue(ANNOUNCEMENT, text("announcing-title"), announcing, _facts, done, role=Role.EDITOR),
    Dialogue(CHANGING, text("announcing-title-change"), announcing, _facts, done, role=Role.EDITOR),
    Pressed(CHANGING, change, Role.EDITOR),
)
