"""Who did not get it and why, and what is decided about their copies: once more, again, or left so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.delivery import GIVEN_UP
from bot.core.media.sheets import as_csv
from bot.core.ports import State
from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import AnnouncementState, Chore, Ending
from bot.domain.announcements.results import Outcome
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
"""So many are named in the chat; the file has them all."""

FILE_MOST = 20_000
"""Rows of the file, at most: what a spreadsheet still opens quickly."""

FILE, FILED = "announcement-missing-file", "announcement-missing-exported"
COLUMNS = ("who", "network", "what", "why")

OTHER = "other"
"""The reason that only the network knows."""

EXPLAINED = (State.REFUSED, Ending.GIVEN_UP)
"""Endings of which the reason is said in the chat."""

REASONS = (
    (GIVEN_UP, "given-up"),
    ("wants no", "off"),
    ("no longer in the audience", "outside"),
    ("announcement cancelled", "stopped"),
    ("left so", "left"),
    ("too long", "long"),
    ("too large", "large"),
    ("too big", "large"),
    ("file", "file"),
    ("not found", "gone"),
    ("rights", "rights"),
    ("forbidden", "rights"),
    ("not allowed", "rights"),
)
"""What networks (Bot API, Matrix client-server API) or we ourselves say, and what it means; the first that fits."""


def missing(visit: Visit, args: tuple[str, ...]) -> None:
    """Those who did not get it, each with the reason, and all of them as a file."""
    announcement = decidable(visit, args, *ON_THE_WAY, *OVER)
    if announcement is None:
        return
    tally = visit.work.announcements.tally(announcement.id)
    for state in (*MISSED, Ending.GIVEN_UP, Ending.OFF, Ending.OUTSIDE):
        missed = visit.work.announcements.outcomes(announcement.id, [state], NAMES) if tally.of(state) else ()
        reasons = sorted({_reason(one.problem) for one in missed}) if state in EXPLAINED else [""]
        for why in reasons if missed else ():
            who = _who([one.name for one in missed if not why or _reason(one.problem) == why])
            visit.say(text(f"sending-missed-{state.rpartition(':')[2]}", who=who))
            if why:
                visit.say(text("sending-missed-why", why=text(f"sending-why-{why}")))
        more = tally.of(state) - len(missed)
        if more > 0:
            visit.say(text("sending-missed-more", count=more))
    possible = [one for one in afterwards(visit, announcement, visit.person) if one.action != "announcement-missing"]
    as_file = Offer(text("sending-missed-file"), FILE, (announcement.id,))
    visit.say(text("sending-what-now"), as_file, *possible)


def file(visit: Visit, args: tuple[str, ...]) -> None:
    """Everybody whose copy was not sent, with the reason, as a file."""
    announcement = decidable(visit, args, *ON_THE_WAY, *OVER)
    if announcement is None:
        return
    states = (*MISSED, State.CANCELLED)
    head = [visit.words(text(f"sending-file-{column}")) for column in COLUMNS]
    rows = visit.work.announcements.outcomes(announcement.id, states, FILE_MOST)
    content = as_csv([head, *(list(_row(visit, one)) for one in rows)])
    name = f"{visit.words(text('sending-file-name', number=str(announcement.id)))}.csv"
    stored = visit.work.files.add(visit.person.id, content, name, "text/csv", visit.now, made=True)
    note(visit, FILED, announcement.id)
    tally = visit.work.announcements.tally(announcement.id)
    more = sum(tally.of(state) for state in states) - len(rows)
    full = len(rows) == FILE_MOST
    said = "sending-file-done" if more <= 0 else "sending-file-more" if full else "sending-file-unwritten"
    visit.say(text(said, count=len(rows), more=max(more, 0)), files=(stored,))


def _row(visit: Visit, one: Outcome) -> Iterator[str]:
    """One of them, in the order of COLUMNS."""
    yield one.name or visit.words(text("sending-file-unnamed"))
    yield visit.words(text("sending-network", network=one.network))
    yield visit.words(text(f"sending-bar-{one.state}"))
    why = _reason(one.problem)
    told = one.state == State.REFUSED or (one.state == State.CANCELLED and why != OTHER)
    yield visit.words(text(f"sending-why-{why}")) if told else ""


def _reason(problem: str) -> str:
    """Which of the known reasons a network's words mean. The words themselves are in the log."""
    said = problem.lower()
    return next((reason for words, reason in REASONS if words in said), OTHER)


def _who(names: Sequence[str]) -> Text:
    """Members by name, followers only as a number."""
    called = ", ".join(name for name in names if name)
    unnamed = sum(not name for name in names)
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
    if count:
        note(visit, DEEDS[chore], announcement.id)
    visit.say(text(f"sending-decided-{chore}", count=count))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-missing", missing, Role.EDITOR),
    Pressed(FILE, file, Role.EDITOR),
    Pressed("announcement-retry", retry, Role.EDITOR),
    Pressed("announcement-leave", leave, Role.EDITOR, sure=True),
    Pressed("announcement-resend", resend, Role.EDITOR, sure=True),
)
