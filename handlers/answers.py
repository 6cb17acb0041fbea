"""Reading what is typed, for several features. What does not fit is a Refusal that says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.errors import Refusal
from bot.core.words.texts import text
from bot.domain.announcements.moments import NotAMoment, moment
from bot.domain.people.names import WORDS_MAX, tidy_lines, visible


def words_up_to(
    most: int, tidied: Callable[[str], str], *, long: str = "plain-long", empty: str = "plain-no-words"
) -> Callable[[str], str]:
    """A reader of words of at most so many characters; `long` and `empty` are what is said to longer ones and none."""

    def read(typed: str) -> str:
        words = tidied(typed)
        if not visible(words):
            raise Refusal(text(empty))
        if len(words) > most:
            raise Refusal(text(long, most=most, length=len(words)))
        return words

    return read


def some_words(typed: str) -> str:
    """Words worth passing on, as many as can be read in a chat."""
    return words_up_to(WORDS_MAX, tidy_lines, long="asking-long", empty="asking-empty")(typed)


def read_moment(typed: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment as organisers type it."""
    try:
        return moment(typed, now, zone)
    except NotAMoment as problem:
        raise Refusal(text(f"sending-moment-{problem.because}")) from None
