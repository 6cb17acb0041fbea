"""Correcting what was sent, in every copy, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.dialogue import Option, Question, Talk
from bot.core.routing import Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, text
from bot.domain.announcements.announcement import Announcement, Draft, Words
from bot.domain.people.person import Role
from handlers.announcements.after.steps import withdraw
from handlers.announcements.looking import decidable, same
from handlers.announcements.releasing.card import TAKEN_BACK_FROM, S
from handlers.announcements.releasing.eyes import CORRECTS, CORRECTS_ROUND, addressed, may_release_alone, may_stop
from handlers.announcements.releasing.releasing import hand_over
from handlers.announcements.releasing.running import end_progress
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.arriving import as_it_arrives
from handlers.announcements.writing.saying import in_full, some_body
from handlers.announcements.writing.wording import in_words

CORRECTING = "announcement-correct"


@dataclass(frozen=True, slots=True)
class CorrectFacts:
    """What the dialogue must know: which announcement, and how new words would read."""

    announcement: Announcement | None
    shown: Callable[[Words], Markup]
    hands_in: bool  # somebody else has to release it


@dataclass(frozen=True, slots=True)
class Correction:
    """The new words for an announcement."""

    announcement: Announcement
    words: Words


def begin(visit: Visit, args: tuple[str, ...]) -> None:
    """[Korrigieren] under a report."""
    visit.close_choices()
    announcement = _sent(visit, args)
    if announcement is not None:
        visit.begin(CORRECTING, str(announcement.id))


def _sent(visit: Visit, args: tuple[str, ...]) -> Announcement | None:
    """The announcement, if this person may change what was sent."""
    return decidable(visit, args, *TAKEN_BACK_FROM)


async def correcting(talk: Talk, facts: CorrectFacts) -> Correction | None:
    """The new words in every language there is, and a last look."""
    announcement = facts.announcement
    if announcement is None:
        await talk.say(text("sending-none"))
        return None
    old = announcement.words
    body = await in_full(talk, _asked("body", old.language, old.body)) or old.body
    second = ""
    if old.second_language:
        second = await in_full(talk, _asked("second", old.second_language, old.second_body)) or old.second_body
    words = Words(old.language, body, old.second_language, second)
    yes = Option("yes", text("sending-hand-in" if facts.hands_in else "sending-correct-now"), value=True)
    await talk.ask(Question("sure", text("sending-correct-sure", message=facts.shown(words)), (yes,)))
    return Correction(announcement, words)


def _asked(key: str, language: str, body: str) -> Question[str]:
    """New words for one version, "" to leave it; the old ones are shown, to be copied and changed."""
    same = Option("same", text("sending-correct-same"), "")
    question = text("sending-correct-body", written=in_words(language), body=Markup(body))
    return Question(key, question, (same,), read=some_body, marked=True)


def _facts(visit: Visit) -> CorrectFacts:
    subject = visit.journal.subject if visit.journal else ""
    found = visit.work.announcements.get(int(subject)) if subject.isdecimal() else None
    if found is None:
        return CorrectFacts(None, lambda _: Markup(), hands_in=False)
    correction = replace(found, author=visit.person.id, draft=_draft(found, found.words))
    whom = addressed(visit, correction)
    return CorrectFacts(
        found,
        lambda words: as_it_arrives(visit, words, whom, visit.language),
        hands_in=not may_release_alone(visit, visit.person, correction, whom),
    )


def _draft(old: Announcement, words: Words) -> Draft:
    return Draft(words, old.draft.audience, answers=((CORRECTS, str(old.id)), (CORRECTS_ROUND, str(old.round))))


def done(visit: Visit, correction: Correction) -> None:
    """A draft of its own that corrects the other: it needs the same pairs of eyes."""
    old = correction.announcement
    number = visit.work.announcements.add(visit.person.id, _draft(old, correction.words), S.DRAFT, visit.now)
    note(visit, "announcement-correction-written", number)
    kept = visit.work.announcements.get(number)
    if kept is not None:
        hand_over(visit, kept)


def take_back(visit: Visit, args: tuple[str, ...]) -> None:
    """[Ja, zurückziehen]."""
    visit.close_choices()
    announcement = same(visit, args, *TAKEN_BACK_FROM)
    if announcement is None:
        return
    if not may_stop(visit.person):
        visit.say(text("sending-only-moderators"))
        return
    withdraw(visit, announcement)
    end_progress(visit, visit.work.announcements.get(announcement.id) or announcement)


ROUTES: tuple[Route, ...] = (
    Pressed(CORRECTING, begin, Role.EDITOR),
    Dialogue(CORRECTING, text("sending-correct-title"), correcting, _facts, done, draft=False, role=Role.EDITOR),
    Pressed("announcement-withdraw", take_back, Role.EDITOR),
)
