"""Outgoing as messages of the Bot API: HTML parts within the length limits, and the keyboard. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from telegram.constants import InlineKeyboardButtonLimit, MediaGroupLimit, MessageLimit

from bot.adapters.telegram.translate.harmless import harmless
from bot.adapters.telegram.translate.spans import Span, html, spans, split, units
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Outgoing
from bot.core.words.markup import escape, parse

SHORT_LABEL = 16
"""UTF-16 units up to which two labels stand side by side on a narrow phone without being cut off."""

QUIET_ROW = 4
"""Navigation words that share a row: back, cancel, later and help are one."""

RENDERED = 128
"""Texts whose HTML is kept: a broadcast's, and the questions everybody is asked."""

TOKEN_BYTES = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
TEXT_MAX, CAPTION_MAX = int(MessageLimit.MAX_TEXT_LENGTH), int(MessageLimit.CAPTION_LENGTH)
ALBUM_MAX = int(MediaGroupLimit.MAX_MEDIA_LENGTH)
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
NO_WORDS = "\u2026"
"""Stands over choices that come with an album and no words."""


class Button(TypedDict):
    """InlineKeyboardButton of the Bot API, as it is written."""

    text: str
    callback_data: str


class Keyboard(TypedDict):
    """InlineKeyboardMarkup of the Bot API, as it is written."""

    inline_keyboard: list[list[Button]]


@dataclass(frozen=True, slots=True)
class Part:
    """One call: a text, a picture or document, or an album. `html` is the text, or the caption of the first file."""

    html: str
    files: tuple[FileRef, ...] = ()
    keyboard: Keyboard | None = None

    @property
    def messages(self) -> int:
        """How many messages it is to Telegram: each picture of an album is one."""
        return max(1, len(self.files))


def message(outgoing: Outgoing) -> tuple[Part, ...]:
    """In order. Raises DeliveryProblem(REFUSED) for what Telegram can never take.

    Words that fit stand under the pictures; longer ones come before them, whole. Choices always hang under the words,
    so where an album (which cannot have any) or long words come with choices, the words come last.
    """
    texts, board = texts_of(outgoing.text), keyboard(outgoing.choices)
    shown = [Part("", files) for files in albums(outgoing.files)]
    if not shown:
        if not texts:
            raise DeliveryProblem(Verdict.REFUSED, "nothing to send")
        return _under(texts, board)
    caption = caption_of(outgoing.text)
    if caption is not None and (board is None or len(outgoing.files) == 1):
        return (Part(caption, shown[0].files, board), *shown[1:])
    if board is not None:
        return (*shown, *_under(texts or (NO_WORDS,), board))
    return (*_under(texts, None), *shown)


def _under(texts: Sequence[str], board: Keyboard | None) -> tuple[Part, ...]:
    return (*(Part(text) for text in texts[:-1]), Part(texts[-1], keyboard=board))


def albums(files: Sequence[FileRef]) -> list[tuple[FileRef, ...]]:
    """Neighbouring pictures together, up to ten; every document by itself."""
    found: list[tuple[FileRef, ...]] = []
    for file in files:
        joins = bool(found) and is_picture(file) and is_picture(found[-1][0]) and len(found[-1]) < ALBUM_MAX
        if joins:
            found[-1] = (*found[-1], file)
        else:
            found.append((file,))
    return found


def is_picture(file: FileRef) -> bool:
    """Whether Telegram shows it as a photo; everything else goes as a document."""
    return file.mime in PICTURES


def texts_of(text: str) -> tuple[str, ...]:
    """The words as messages of their own; none if there is nothing to read."""
    return _parts(text, TEXT_MAX)


def cut(text: str) -> tuple[str, ...]:
    """The same words, without their styles, for whoever wants to see where they are cut."""
    return tuple(escape("".join(span.text for span in run)) for run in _runs(text, TEXT_MAX))


def caption_of(text: str) -> str | None:
    """The words as a caption, None if they are too long for one."""
    parts = _parts(text, CAPTION_MAX)
    return None if len(parts) > 1 else "".join(parts)


@lru_cache(RENDERED)
def _parts(text: str, first: int) -> tuple[str, ...]:
    return tuple(html(run) for run in _runs(text, first))


def _runs(text: str, first: int) -> tuple[tuple[Span, ...], ...]:
    return split(spans(parse(text)), first, TEXT_MAX)


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
