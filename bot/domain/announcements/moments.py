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
    NO_HOUR = "no-hour"  # an hour that no clock shows
    PAST = "past"
    FAR = "far"
    SKIPPED = "skipped"  # the clock is put forward over it


class NotAMoment(ValueError):
    """What was typed cannot be used, `because` of one thing."""

    def __init__(self, because: Because) -> None:
        super().__init__(because.value)
        self.because = because


_PART = "morgen|vormittag|mittag|nachmittag|abend|morning|afternoon|evening"
_ONE, _HALF = ("ein", "eine", "einem", "einer", "a", "an", "one"), ("einer halben", "half an")
_COUNTS = dict.fromkeys(_ONE, 1.0) | dict.fromkeys(_HALF, 0.5)
_COUNTS |= {"zwei": 2.0, "two": 2.0, "drei": 3.0, "three": 3.0, "vier": 4.0, "four": 4.0, "fuenf": 5.0, "five": 5.0}
_DAYS = {"heute": 0, "today": 0, "morgen": 1, "tomorrow": 1, "uebermorgen": 2}
_DAYS |= {"gestern": -1, "yesterday": -1, "vorgestern": -2}
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

_YEAR = r"20\d{2}(?!\d|:)"  # "24.12. 1700" is a time
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[ t]*")
_DOTTED = re.compile(
    rf"(\d{{1,2}})\.\s?(\d{{1,2}})(?:\.\s?({_YEAR})|\.(\d{{2}})(?=\s(?!uhr)|$)|\.(?!\d)|(?=\s(?!uhr)|$))"
)
_NAMED = re.compile(rf"(\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?([a-z]{{3,9}})\.?(?:\s({_YEAR}))?")
_AMERICAN = re.compile(rf"([a-z]{{3,9}})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s({_YEAR}))?")
_WORD = re.compile(r"([a-z]+)\.?(?:,)?")
_IN_DAYS = re.compile(r"in (\w+) (?:tagen?|days?)\b")
_SOON = re.compile(r"in (?:(\d{1,3})\s?|([a-z]+(?: [a-z]+)?) )(?:(minuten?|minutes?|min)|stunden?|std|hours?|h)\.?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s?(uhr|h|o'?clock|am|pm|a\.m\.|p\.m\.)?(?:\s(\d{1,2}))?")
_FILLERS = re.compile(r"\b(am|on|um|at|den|der|the|naechsten|next|kommenden|gegen|frueh)\b(?!\.)")
_MERGED = re.compile(rf"\b({'|'.join(name for names in _WEEKDAYS for name in names)})({_PART})\b")
_PARTS = re.compile(rf"\b(?:(?:in )?({_PART})s?)\b")
_LATE_PARTS = ("nachmittag", "abend", "afternoon", "evening")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?=$| )")


def moment(typed: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment meant, in UTC. A date without a year is the next one of that name. NotAMoment if it cannot be used."""
    words = _normal(typed)
    found = _soon(words, now) or _at(words, now.astimezone(zone).date(), zone)
    if found <= now:
        raise NotAMoment(Because.PAST)
    if found - now > FURTHEST:
        raise NotAMoment(Because.FAR)
    return found


def _at(words: str, today: date, zone: ZoneInfo) -> datetime:
    day, rest = _day(words, today)
    if day < today:
        raise NotAMoment(Because.PAST)
    at = _time(rest)
    if not exists(day, at, zone):
        raise NotAMoment(Because.SKIPPED)
    return datetime.combine(day, at, zone).astimezone(UTC)


def _soon(words: str, now: datetime) -> datetime | None:
    """So many hours or minutes from now, to the full minute; None if it is none of these."""
    found = _SOON.fullmatch(words)
    count = (float(found[1]) if found[1] else _COUNTS.get(found[2], 0.0)) if found else 0.0
    if found is None or not count:
        return None
    then = now + (timedelta(minutes=count) if found[3] else timedelta(hours=count))
    return then.astimezone(UTC).replace(second=0, microsecond=0)


def time_of_day(typed: str) -> time:
    """A time alone, such as "17:00", "9 Uhr" or "5 pm". NotAMoment if it is none."""
    return _time(_normal(typed))


def _normal(typed: str) -> str:
    small = typed.casefold()
    for umlaut, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        small = small.replace(umlaut, spelled)
    small = re.sub(r"(\d)\s?(am|pm)\b", r"\1\2", small)  # "9 am" is a time, "am 9." a German preposition
    small = _MERGED.sub(r"\1 \2", small)
    return " ".join(_FILLERS.sub(" ", small).replace(",", " ").split())


def _day(words: str, today: date) -> tuple[date, str]:
    """The day that is named first, and what is typed after it."""
    for pattern, read in _READERS:
        found = pattern.match(words)
        day = read(found, today) if found else None
        if found and day is not None:
            rest = words[found.end() :].strip()
            # "Freitag 24.12. 17:00": the date counts, the weekday only goes along
            return _day(rest, today) if pattern is _WORD and _is_date(rest, today) else (day, rest)
    raise NotAMoment(Because.NONSENSE)


def _is_date(words: str, today: date) -> bool:
    dates = (each for each in _READERS if each[0] is not _WORD)
    return any((found := pattern.match(words)) and read(found, today) is not None for pattern, read in dates)


def _in_days(found: re.Match[str], today: date) -> date | None:
    count = float(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1], 0.0)
    return today + timedelta(days=count) if 1 <= count <= FURTHEST.days else None


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


def _century(digits: str | None) -> str | None:
    return f"20{digits}" if digits else None


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
    """The time that is left when the day is taken away; "abends um 6" is 18:00."""
    part = _PARTS.search(words)
    words = _MILITARY.sub(r"\1:\2", " ".join(_PARTS.sub(" ", words).split()), count=1)
    if not words:
        raise NotAMoment(Because.NO_TIME)
    found = _TIME.fullmatch(words)
    if found is None:
        raise NotAMoment(Because.NONSENSE)
    hour, minute, half = int(found[1]), int(found[2] or found[4] or 0), (found[3] or "").replace(".", "")
    if half in {"am", "pm"} and not 1 <= hour <= NOON:
        raise NotAMoment(Because.NONSENSE)
    late = half == "pm" or (part is not None and part[1] in _LATE_PARTS and hour < NOON)
    if half in {"am", "pm"} or late:
        hour = hour % HALF_DAY + (HALF_DAY if late else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise NotAMoment(Because.NO_HOUR) from None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_ISO, lambda found, _: _date(int(found[1]), int(found[2]), int(found[3]))),
    (_DOTTED, lambda found, today: _next(int(found[2]), int(found[1]), found[3] or _century(found[4]), today)),
    (_NAMED, lambda found, today: _month(found[2], found[1], found[3], today)),
    (_AMERICAN, lambda found, today: _month(found[1], found[2], found[3], today)),
    (_IN_DAYS, _in_days),
    (_WORD, _by_word),
)
