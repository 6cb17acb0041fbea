"""Wishes about news that need more than a tap: quiet hours, and a pause until a day. Typed or tapped alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.dialogue import Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.routing import Dialogue, Route
from bot.core.talking.visit import Visit
from bot.core.talking.wording import plain
from bot.core.words.texts import Text, text
from bot.domain.announcements.hours import NotHours, hours
from bot.domain.announcements.moments import Because, NotAMoment, moment
from bot.domain.announcements.wishes import PAUSE_ENDS, in_a_month, pause_end, quiet_until

QUIET, PAUSE, PAUSE_END = "news-quiet", "news-pause", "news-pause-end"

PRESETS = ((20, 8), (22, 7))
"""Quiet hours offered: from and to, local."""

WEEK = timedelta(days=7)

_BEFORE_A_DAY = re.compile(r"^\s*(pause\s+)?(bis|until|till|til)\s+(zum\s+|zur\s+|the\s+)?", re.IGNORECASE)

Card = Callable[[Visit], None]
"""Shows the news card."""


# -- quiet hours -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quiet:
    """Whole local hours, from (included) to (excluded); None = no quiet hours."""

    span: tuple[int, int] | None


def _read_hours(typed: str) -> Quiet:
    try:
        return Quiet(hours(typed))
    except NotHours as problem:
        raise Refusal(text("news-quiet-whole" if problem.whole else "news-quiet-unclear")) from None


NEVER = text("news-quiet-never")
HOURS = Question(
    "quiet",
    text("news-quiet-question"),
    (
        *(
            Option(f"{since}-{until}", text("news-hours", since=since, until=until), Quiet((since, until)))
            for since, until in PRESETS
        ),
        Option("none", NEVER, Quiet(None)),
    ),
    read=_read_hours,
    help=text("news-quiet-help"),
)


async def quieting(talk: Talk, _facts: None) -> Quiet:
    """One question."""
    return await talk.ask(HOURS)


def ask_quiet(visit: Visit, _args: tuple[str, ...]) -> None:
    """Between which hours should it be quiet?"""
    visit.close_choices()
    visit.begin(QUIET)


def keep_quiet(visit: Visit, quiet: Quiet) -> None:
    """From now on."""
    since, until = quiet.span or (None, None)
    visit.work.wishes.set_quiet(visit.person.id, since, until)
    visit.say(text("news-noted"))


# -- a pause ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PauseFacts:
    """What reading a day needs."""

    now: datetime
    zone: ZoneInfo


def _facts(visit: Visit) -> PauseFacts:
    return PauseFacts(visit.now, visit.alliance.zone)


def _pause(facts: PauseFacts) -> Question[datetime]:
    today = facts.now.astimezone(facts.zone).date()
    return Question(
        "pause",
        text("news-pause-question"),
        (
            Option("week", text("news-pause-week"), pause_end(today + WEEK, facts.zone)),
            Option("month", text("news-pause-month"), pause_end(in_a_month(today), facts.zone)),
        ),
        read=lambda typed: _read_day(typed, facts),
        help=text("news-pause-help"),
    )


def _read_day(typed: str, facts: PauseFacts) -> datetime:
    try:
        return moment(f"{_BEFORE_A_DAY.sub('', typed)} {PAUSE_ENDS:%H:%M}", facts.now, facts.zone)
    except NotAMoment as problem:
        known = {Because.PAST: "news-pause-past", Because.FAR: "news-pause-far"}
        raise Refusal(text(known.get(problem.because, "news-pause-unclear"))) from None


async def pausing(talk: Talk, facts: PauseFacts) -> datetime:
    """One question."""
    return await talk.ask(_pause(facts))


def ask_pause(visit: Visit, _args: tuple[str, ...]) -> None:
    """Until when?"""
    visit.close_choices()
    visit.begin(PAUSE)


def keep_pause(visit: Visit, until: datetime) -> None:
    """Nothing before; then one digest. What waits already waits no longer than that."""
    visit.work.wishes.set_pause(visit.person.id, until)
    visit.work.wishes.hasten(visit.person.id, until)
    visit.say(text("news-paused"))


def end_pause(visit: Visit, card: Card) -> None:
    """As before; what has gathered comes at once, in one message."""
    visit.close_choices()
    visit.work.wishes.set_pause(visit.person.id, None)
    waiting = visit.work.wishes.hasten(visit.person.id, visit.now)
    visit.say(text("news-pause-ended"))
    if waiting:
        visit.say(comes(visit, waiting))
    card(visit)


def comes(visit: Visit, waiting: int) -> Text:
    """When what has waited comes: at once, or when it is no longer quiet (see `digests`)."""
    wishes = visit.work.wishes.of(visit.person.id)
    quiet = quiet_until(wishes.quiet_from, wishes.quiet_to, visit.now, visit.alliance.zone)
    if quiet is None:
        return text("news-waiting-comes", count=waiting)
    return text("news-waiting-quiet", count=waiting, hour=visit.local(quiet).hour)


# -- both ------------------------------------------------------------------------------------------------------------


def typed(visit: Visit, words: str, card: Card) -> bool:
    """Hours (or that there are to be none) or a day typed after the command; False if it is neither."""
    try:
        none = plain(words) in {plain(visit.texts.label(NEVER, language)) for language in visit.texts.languages}
        keep_quiet(visit, Quiet(None) if none else _read_hours(words))
    except Refusal:
        try:
            keep_pause(visit, _read_day(words, _facts(visit)))
        except Refusal:
            return False
    card(visit)
    return True


def routes(card: Card) -> tuple[Route, ...]:
    """Both end with the card, so that everybody sees what holds now."""

    def quiet(visit: Visit, wanted: Quiet) -> None:
        keep_quiet(visit, wanted)
        card(visit)

    def pause(visit: Visit, until: datetime) -> None:
        keep_pause(visit, until)
        card(visit)

    return (
        Dialogue(QUIET, text("news-quiet-title"), quieting, lambda _: None, quiet, draft=False),
        Dialogue(PAUSE, text("news-pause-title"), pausing, _facts, pause, draft=False),
    )
