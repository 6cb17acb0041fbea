"""Charts as pictures: sober horizontal bars, readable on a dark and on a light screen. What they show is told in words
beside them, so that nobody needs the picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN, BAR, GAP, LABEL = 960, 40, 34, 22, 26
"""Pixels: a phone shows 960 across without making the words small."""

PAPER, INK, TRACK = "#fbfaf6", "#23302b", "#e4e2d8"
TONES = {"good": "#2f7d5b", "calm": "#5b7f9c", "warn": "#b5762a"}
"""Told apart by lightness too, and contrast with the paper at least 3:1 (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, how many it stands for, and its tone ("good", "calm" or "warn")."""

    label: str
    value: int
    tone: str = "calm"


def bars(title: str, rows: Sequence[Bar]) -> bytes:
    """A PNG with one bar per row, all on one scale."""
    height = MARGIN * 2 + 56 + len(rows) * (LABEL + 10 + BAR + GAP)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, MARGIN), _fitting(draw, title, 32), fill=INK, font=_font(32))
    most = max((row.value for row in rows), default=0) or 1
    for at, row in enumerate(rows):
        _bar(draw, MARGIN + 70 + at * (LABEL + 10 + BAR + GAP), row, most)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _bar(draw: ImageDraw.ImageDraw, top: int, row: Bar, most: int) -> None:
    room = WIDTH - 2 * MARGIN
    number = str(row.value)
    taken = draw.textlength(number, font=_font(LABEL)) + 20
    draw.text((MARGIN, top), _fitting(draw, row.label, LABEL, room - taken), fill=INK, font=_font(LABEL))
    draw.text((WIDTH - MARGIN, top), number, fill=INK, font=_font(LABEL), anchor="ra")
    y = top + LABEL + 10
    draw.rounded_rectangle((MARGIN, y, WIDTH - MARGIN, y + BAR), 6, fill=TRACK)
    if row.value:
        length = max(8, round(room * row.value / most))
        draw.rounded_rectangle((MARGIN, y, MARGIN + length, y + BAR), 6, fill=TONES[row.tone])


_PLAIN = str.maketrans("„“”", '"""')
"""Quotation marks that Pillow's own font has no glyphs for."""


def _fitting(draw: ImageDraw.ImageDraw, words: str, size: int, room: float = WIDTH - 2 * MARGIN) -> str:
    """The words, cut with an ellipsis where they would leave the picture."""
    words = words.translate(_PLAIN)
    if draw.textlength(words, font=_font(size)) <= room:
        return words
    while words and draw.textlength(words + "…", font=_font(size)) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's own, so that the picture is the same on every machine."""
    return ImageFont.load_default(size)
