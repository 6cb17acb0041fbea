"""A moment as an organiser types it: "morgen 9 Uhr", "24.12. 17:00", "2026-12-24 17:00", "tomorrow at 9 am".

German and English are understood alike, whatever language is spoken. A day and a time are both needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.announcements.timing import UTC, exists

FURTHEST = timedelta(days=400)
"""Nobody plans an announcement further ahead: a year mistyped is noticed."""

NOON, HALF_DAY = 12, 12


class Because(StrEnum):
    """Why something typed is no moment to send at."""

    NONSENSE = "nonsense"
    NO_TIME = "no-time"  # a day without a time
    PAST = "past"
    FAR = "far"
    SKIPPED = "skipped"  # the clock is put forward over it


class NotAMoment(ValueError):
    """What was typed cannot be used, `because` of one thing."""

    def __init__(self, because: Because) -> None:
        super().__init__(because.value)
        self.because = because


_DAYS = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "uebermorgen": 2}
_WEEKDAYS = (
    ("montag", "mo", "monday", "mon"),
    ("dienstag", "di", "tuesday", "tue"),
    ("mittwoch", "mi", "wednesday", "wed"),
    ("donnerstag", "do", "thursday", "thu"),
    ("freitag", "fr", "friday", "fri"),
    ("samstag", "sa", "saturday", "sat", "sonnabend"),
    ("sonntag", "so", "sunday", "sun"),
)
_MONTHS = (
    ("januar", "january", "jan"),
    ("februar", "february", "feb"),
    ("maerz", "march", "mar"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "oct", "okt"),
    ("november", "nov"),
    ("dezember", "december", "dec", "dez"),
)
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[ t]*")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)")
_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?([a-z]{3,9})\.?(?:\s(\d{4})(?!\d|:))?")
_AMERICAN = re.compile(r"([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s(\d{4})(?!\d|:))?")
_WORD = re.compile(r"([a-z]+)\.?(?:,)?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s?(uhr|o'?clock|am|pm|a\.m\.|p\.m\.)?(?:\s(\d{1,2}))?")
_FILLERS = re.compile(r"\b(am|on|um|at|den|der|the|naechsten|next|kommenden|gegen|frueh)\b(?!\.)")


def moment(typed: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment meant, in UTC. A date without a year is the next one of that name. NotAMoment if it cannot be used."""
    words = _normal(typed)
    today = now.astimezone(zone).date()
    day, rest = _day(words, today)
    at = _time(rest)
    if not exists(day, at, zone):
        raise NotAMoment(Because.SKIPPED)
    found = datetime.combine(day, at, zone).astimezone(UTC)
    if found <= now:
        raise NotAMoment(Because.PAST)
    if found - now > FURTHEST:
        raise NotAMoment(Because.FAR)
    return found


def time_of_day(typed: str) -> time:
    """A time alone, such as "17:00", "9 Uhr" or "5 pm". NotAMoment if it is none."""
    return _time(_normal(typed))


def _normal(typed: str) -> str:
    small = typed.casefold()
    for umlaut, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        small = small.replace(umlaut, spelled)
    small = re.sub(r"(\d)\s?(am|pm)\b", r"\1\2", small)  # "9 am" is a time, "am 9." a German preposition
    return " ".join(_FILLERS.sub(" ", small).replace(",", " ").split())


def _day(words: str, today: date) -> tuple[date, str]:
    """The day that is named first, and what is typed after it."""
    for pattern, read in _READERS:
        found = pattern.match(words)
        day = read(found, today) if found else None
        if found and day is not None:
            rest = words[found.end() :].strip()
            # "Freitag 24.12. 17:00": the date counts, the weekday only goes along
            return _day(rest, today) if pattern is _WORD and _DOTTED.match(rest) else (day, rest)
    raise NotAMoment(Because.NONSENSE)


def _by_word(found: re.Match[str], today: date) -> date | None:
    word = found[1]
    if word in _DAYS:
        return today + timedelta(days=_DAYS[word])
    if word in _WEEKDAY:
        return today + timedelta(days=(_WEEKDAY[word] - today.weekday() - 1) % 7 + 1)
    return None


def _month(name: str, day: str, year: str | None, today: date) -> date | None:
    return _next(_MONTH[name], int(day), year, today) if name in _MONTH else None


def _next(month: int, day: int, year: str | None, today: date) -> date:
    """That day of this year, or of the next if it is over; of the year given."""
    if year:
        return _date(int(year), month, day)
    for candidate in range(today.year, today.year + 9):  # 29 February may be years away
        found = _valid(candidate, month, day)
        if found is not None and found >= today:
            return found
    raise NotAMoment(Because.NONSENSE)


def _date(year: int, month: int, day: int) -> date:
    found = _valid(year, month, day)
    if found is None:
        raise NotAMoment(Because.NONSENSE)
    return found


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(words: str) -> time:
    if not words:
        raise NotAMoment(Because.NO_TIME)
    found = _TIME.fullmatch(words)
    if found is None:
        raise NotAMoment(Because.NONSENSE)
    hour, minute, half = int(found[1]), int(found[2] or found[4] or 0), (found[3] or "").replace(".", "")
    if half in {"am", "pm"}:
        if not 1 <= hour <= NOON:
            raise NotAMoment(Because.NONSENSE)
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise NotAMoment(Because.NONSENSE) from None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_ISO, lambda found, _: _date(int(found[1]), int(found[2]), int(found[3]))),
    (_DOTTED, lambda found, today: _next(int(found[2]), int(found[1]), found[3], today)),
    (_NAMED, lambda found, today: _month(found[2], found[1], found[3], today)),
    (_AMERICAN, lambda found, today: _month(found[1], found[2], found[3], today)),
    (_WORD, _by_word),
)
