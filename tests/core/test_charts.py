"""Charts: a picture that can be read on any screen."""

import io

import pytest
from PIL import Image, ImageColor

from bot.core.media.charts import INK, PAPER, TONES, TRACK, WIDTH, Bar, bars


def pixels(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def width_of(image: Image.Image, tone: str) -> int:
    wanted = ImageColor.getrgb(TONES[tone])
    return max(
        sum(_near(image.getpixel((x, y)), wanted) for x in range(image.width)) for y in range(0, image.height, 7)
    )


def _near(one, two) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(one, two, strict=True))


def test_a_bar_is_as_long_as_its_number():
    image = pixels(bars("Report", [Bar("Arrived", 100, "good"), Bar("Refused", 50, "warn"), Bar("None", 0, "calm")]))
    assert image.width == WIDTH
    assert width_of(image, "good") == pytest.approx(2 * width_of(image, "warn"), rel=0.02)
    assert width_of(image, "calm") == 0


def test_nothing_at_all_and_words_far_too_long_are_drawn_too():
    assert pixels(bars("", [])).width == WIDTH
    assert pixels(bars("ä" * 500, [Bar("ö" * 500, 10**9, "good")])).width == WIDTH


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shares(colour: str) -> list[float]:
    return [channel / 255 for channel in ImageColor.getrgb(colour)]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_colours_can_be_told_apart():
    """WCAG 2.2: words 4.5:1 (1.4.3), shapes 3:1 (1.4.11). The paper is opaque, so the screen's colour is no matter."""
    assert contrast(INK, PAPER) >= 7
    assert all(contrast(tone, PAPER) >= 3 for tone in TONES.values())
    assert all(contrast(tone, TRACK) >= 2.5 for tone in TONES.values())
