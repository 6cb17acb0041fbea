"""Charts as pictures: sober horizontal bars, readable on a dark and on a light screen. What they show is told in words
beside them, so that nobody needs the picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.core.media import lettering

WIDTH, MARGIN, BAR, GAP, LABEL = 960, 40, 34, 22, 26
"""Pixels: a phone shows 960 across without making the words small."""

TITLE, HEADING = 32, 22
ROW, TOP, OVER = LABEL + 10 + BAR + GAP, 70, 54
"""Heights of a row, of the title, and of a group's heading with the space above it."""

PAPER, INK, SOFT, TRACK = "#fbfaf6", "#23302b", "#5a665f", "#e4e2d8"
TONES = {"good": "#2f7d5b", "calm": "#5b7f9c", "warn": "#b5762a"}
"""Told apart by lightness too, and contrast with the paper at least 3:1 (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, how many it stands for (also as it is written), and its tone ("good", "calm" or "warn")."""

    label: str
    value: int
    number: str
    tone: str = "calm"


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that belong together, under a small heading."""

    heading: str
    bars: Sequence[Bar]


def bars(title: str, groups: Sequence[Group]) -> bytes:
    """A PNG with one bar per row, all on one scale."""
    height = MARGIN * 2 + TOP + sum(OVER + len(group.bars) * ROW for group in groups) - GAP
    image = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(image)
    _words(draw, MARGIN, title, TITLE, INK)
    most = max((bar.value for group in groups for bar in group.bars), default=0) or 1
    top = MARGIN + TOP
    for group in groups:
        _words(draw, top, group.heading, HEADING, SOFT)
        for at, bar in enumerate(group.bars):
            _bar(draw, top + OVER - 12 + at * ROW, bar, most)
        top += OVER + len(group.bars) * ROW
    out = io.BytesIO()
    fewer = image.quantize(256, Image.Quantize.FASTOCTREE)  # with less than 256 colours the rarest bar loses its own
    fewer.save(out, "PNG", optimize=True)
    return out.getvalue()


def _bar(draw: ImageDraw.ImageDraw, top: int, bar: Bar, most: int) -> None:
    room = WIDTH - 2 * MARGIN
    taken = lettering.width(draw, bar.number, LABEL)
    _words(draw, top, bar.label, LABEL, INK, room - taken - 20)
    lettering.write(draw, (WIDTH - MARGIN - taken, top), bar.number, LABEL, INK)
    y = top + LABEL + 10
    draw.rounded_rectangle((MARGIN, y, WIDTH - MARGIN, y + BAR), 6, fill=TRACK)
    if bar.value:
        length = max(8, round(room * bar.value / most))
        draw.rounded_rectangle((MARGIN, y, MARGIN + length, y + BAR), 6, fill=TONES[bar.tone])


def _words(
    draw: ImageDraw.ImageDraw, top: int, words: str, size: int, ink: str, room: float = WIDTH - 2 * MARGIN
) -> None:
    lettering.write(draw, (MARGIN, top), lettering.fitting(draw, words, size, room), size, ink)
