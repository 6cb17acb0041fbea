"""Words in pictures, in Pillow's own font: the same on every machine. It knows ASCII only, so dots are added here."""

from __future__ import annotations

import unicodedata

from PIL import ImageDraw, ImageFont

DOTS = "\u0308"
"""The combining diaeresis: what the canonical decomposition (Unicode, NFD) makes of an umlaut's dots."""

_SPELLED = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"}
    | dict.fromkeys("\u201e\u201c\u201d\u00ab\u00bb", '"')
    | dict.fromkeys("\u201a\u2018\u2019", "'")
    | dict.fromkeys("\u2013\u2014", "-")
    | dict.fromkeys("\u00a0\u202f", " ")
)
"""Letters and marks that are no base with an accent, as one writes them without."""


def width(draw: ImageDraw.ImageDraw, words: str, size: int) -> float:
    """How wide the words are, in pixels."""
    return draw.textlength(_spelled(words).replace(DOTS, ""), font=_font(size))


def write(draw: ImageDraw.ImageDraw, at: tuple[float, float], words: str, size: int, ink: str) -> None:
    """The words, their upper left corner at `at`."""
    font, spelled = _font(size), _spelled(words)
    draw.text(at, spelled.replace(DOTS, ""), fill=ink, font=font)
    for place, mark in enumerate(spelled):
        if mark == DOTS:
            before, letter = spelled[: place - 1].replace(DOTS, ""), spelled[place - 1]
            left = at[0] + draw.textlength(before + letter, font=font) - draw.textlength(letter, font=font)
            _dot(draw, (left, at[1]), letter, font, ink)


def fitting(draw: ImageDraw.ImageDraw, words: str, size: int, room: float) -> str:
    """The words, cut with an ellipsis where they would be wider than `room`."""
    if width(draw, words, size) <= room:
        return words
    while words and width(draw, words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _dot(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], letter: str, font: ImageFont.FreeTypeFont, ink: str
) -> None:
    """Two full stops above the letter, as far apart as its middle half is wide."""
    left, top, right, _ = font.getbbox(letter)
    dot_left, dot_top, dot_right, dot_bottom = font.getbbox(".")
    above = top - (dot_bottom - dot_top) * 1.6
    for share in (0.27, 0.73):
        middle = left + (right - left) * share
        x = at[0] + middle - (dot_left + dot_right) / 2
        draw.text((x, at[1] + above - dot_top), ".", fill=ink, font=font)


def _spelled(words: str) -> str:
    """What the font has glyphs for: ASCII, the ellipsis, and dots after the vowels that may have them."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", words).translate(_SPELLED))
    kept = [
        one
        for before, one in zip(" " + plain, plain, strict=False)
        if one == "…" or " " <= one <= "~" or (one == DOTS and before in "aouAOUeE")
    ]
    return "".join(kept)


def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")
    return font
