"""Who did not get it and why, and what is decided about their copies: once more, again, or left so."""

from __future__ import annotations

from bot.core.ports import State
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import AnnouncementState, Chore
from bot.domain.people.person import Role
from handlers.announcements.after.reporting import MISSED, afterwards
from handlers.announcements.looking import decidable
from handlers.announcements.releasing.card import ON_THE_WAY, OVER, S
from handlers.announcements.writing.announcing import note

DEEDS = {
    Chore.RETRY: "announcement-retried",
    Chore.LEAVE: "announcement-left",
    Chore.RESEND: "announcement-resent",
}
NAMES = 40

REASONS = (
    ("too long", "long"),
    ("too large", "large"),
    ("too big", "large"),
    ("file", "file"),
    ("not found", "gone"),
    ("rights", "rights"),
    ("forbidden", "rights"),
    ("not allowed", "rights"),
)
"""What networks say (Bot API, Matrix client-server API) and the reason it means; the first that fits."""


def missing(visit: Visit, args: tuple[str, ...]) -> None:
    """The names of those who did not get it, by reason."""
    announcement = decidable(visit, args, *ON_THE_WAY, *OVER)
    if announcement is None:
        return
    tally = visit.work.announcements.tally(announcement.id)
    for state in MISSED:
        missed = visit.work.announcements.outcomes(announcement.id, [state], NAMES)
        if missed:
            who = _who([outcome.name for outcome in missed])
            more = tally.of(state) - len(missed)
            shown = text("sending-who-and-more", who=who, count=more) if more > 0 else who
            visit.say(text(f"sending-missed-{state}", who=shown))
            for why in sorted({_reason(one.problem) for one in missed if state is State.REFUSED}):
                visit.say(text("sending-missed-why", why=text(f"sending-why-{why}")))
    possible = afterwards(visit, announcement, visit.person)
    visit.say(text("sending-what-now"), *(one for one in possible if one.action != "announcement-missing"))


def _reason(problem: str) -> str:
    """Which of the known reasons a network's words mean. The words themselves are in the log."""
    said = problem.lower()
    return next((reason for words, reason in REASONS if words in said), "other")


def _who(names: list[str]) -> Text:
    """Members by name, followers only as a number."""
    called = ", ".join(name for name in names if name)
    unnamed = names.count("")
    if not unnamed:
        return text("plain-words", words=called)
    return (
        text("sending-who-both", names=called, count=unnamed) if called else text("sending-who-unnamed", count=unnamed)
    )


def retry(visit: Visit, args: tuple[str, ...]) -> None:
    """Once more, only for what is known not to have arrived."""
    _decide(visit, args, Chore.RETRY, (S.DONE,))


def leave(visit: Visit, args: tuple[str, ...]) -> None:
    """Uncertain copies stay as they are, and are not asked about again."""
    _decide(visit, args, Chore.LEAVE, (*ON_THE_WAY, *OVER))


def resend(visit: Visit, args: tuple[str, ...]) -> None:
    """Uncertain copies are sent again: some people may get it twice, and the organiser knows."""
    _decide(visit, args, Chore.RESEND, (*ON_THE_WAY, S.DONE))


def _decide(visit: Visit, args: tuple[str, ...], chore: Chore, states: tuple[AnnouncementState, ...]) -> None:
    """The decision holds at once; the tick carries it out."""
    visit.close_choices()
    announcement = decidable(visit, args[:1], *states)
    if announcement is None:
        return
    if announcement.chore is not None:
        visit.say(text("sending-not-now"))
        return
    count = visit.work.announcements.decide(announcement.id, chore, visit.now)
    note(visit, DEEDS[chore], announcement.id)
    visit.say(text(f"sending-decided-{chore}", count=count))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-missing", missing, Role.EDITOR),
    Pressed("announcement-retry", retry, Role.EDITOR),
    Pressed("announcement-leave", leave, Role.EDITOR),
    Pressed("announcement-resend", resend, Role.EDITOR),
)
