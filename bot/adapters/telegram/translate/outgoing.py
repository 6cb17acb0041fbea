"""Outgoing as messages of the Bot API: HTML parts within the length limits, and the keyboard. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from bot.adapters.telegram.translate.harmless import harmless
from bot.adapters.telegram.translate.spans import html, spans, split, units
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, Outgoing
from bot.core.words.markup import parse

SHORT_LABEL = 16
"""UTF-16 units up to which two labels stand side by side on a narrow phone without being cut off."""

QUIET_ROW = 3
"""Navigation words that share a row."""

RENDERED = 128
"""Texts whose HTML is kept: a broadcast's, and the questions everybody is asked."""

TOKEN_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
TEXT_MAX, CAPTION_MAX = int(MessageLimit.MAX_TEXT_LENGTH), int(MessageLimit.CAPTION_LENGTH)


class Button(TypedDict):
    """InlineKeyboardButton of the Bot API, as it is written."""

    text: str
    callback_data: str


class Keyboard(TypedDict):
    """InlineKeyboardMarkup of the Bot API, as it is written."""

    inline_keyboard: list[list[Button]]


@dataclass(frozen=True, slots=True)
class Message:
    """What Telegram gets: at least one part of HTML (the first one a caption if there is a file), and the buttons,
    which belong under the last part.
    """

    parts: tuple[str, ...]
    keyboard: Keyboard | None


def message(outgoing: Outgoing) -> Message:
    """Raises DeliveryProblem(REFUSED) for what Telegram can never take."""
    with_file = bool(outgoing.files)
    parts = _parts(outgoing.text, CAPTION_MAX if with_file else TEXT_MAX)
    if not parts and not with_file:
        raise DeliveryProblem(Verdict.REFUSED, "nothing to send")
    return Message(parts or ("",), keyboard(outgoing.choices))


@lru_cache(RENDERED)
def _parts(text: str, first: int) -> tuple[str, ...]:
    return tuple(html(run) for run in split(spans(parse(text)), first, TEXT_MAX))


def keyboard(choices: Sequence[Choice]) -> Keyboard | None:
    """One button a row, or two where labels are short; navigation together at the end."""
    loud = [choice for choice in choices if not choice.quiet]
    quiet = [choice for choice in choices if choice.quiet]
    wide = 2 if all(units(choice.label) <= SHORT_LABEL for choice in loud) else 1
    rows = _rows(loud, wide) + _rows(quiet, QUIET_ROW)
    return Keyboard(inline_keyboard=rows) if rows else None


def _rows(choices: Sequence[Choice], wide: int) -> list[list[Button]]:
    return [[_button(choice) for choice in choices[at : at + wide]] for at in range(0, len(choices), wide)]


def _button(choice: Choice) -> Button:
    size = len(choice.token.encode(errors="surrogatepass"))
    if not 0 < size <= TOKEN_BYTES:
        raise DeliveryProblem(Verdict.REFUSED, f"a choice's token has {size} bytes, Telegram takes 1 to {TOKEN_BYTES}")
    return Button(text=harmless(choice.label) or "\u2026", callback_data=choice.token)
