"""Charts: a picture that can be read on any screen."""

import io
from itertools import pairwise

import pytest
from PIL import Image, ImageColor, ImageDraw

from bot.core.media import lettering
from bot.core.media.charts import INK, PAPER, SOFT, TONES, TRACK, WIDTH, Bar, Group, bars


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
    rows = [Bar("Arrived", 100, "100", "good"), Bar("Refused", 50, "50", "warn"), Bar("None", 0, "0", "calm")]
    image = pixels(bars("Report", [Group("Fates", rows[:2]), Group("Other", rows[2:])]))
    assert image.width == WIDTH
    assert width_of(image, "good") == pytest.approx(2 * width_of(image, "warn"), rel=0.02)
    assert width_of(image, "calm") == 0


def test_the_smallest_bar_keeps_its_colour():
    image = pixels(
        bars("Report", [Group("Fates", [Bar("Arrived", 10_000, "10.000", "good"), Bar("No", 9, "9", "warn")])])
    )
    assert width_of(image, "warn") == pytest.approx(8, abs=2)


def test_nothing_at_all_and_words_far_too_long_are_drawn_too():
    assert pixels(bars("", [])).width == WIDTH
    assert pixels(bars("ä" * 500, [Group("ü" * 500, [Bar("ö" * 500, 10**9, "1.000.000.000", "good")])])).width == WIDTH


def drawn(words: str) -> Image.Image:
    image = Image.new("L", (200, 60))
    lettering.write(ImageDraw.Draw(image), (10, 20), words, 32, "white")
    return image


@pytest.mark.parametrize(("umlaut", "base"), [*zip("äöüÄÖÜ", "aouAOU", strict=True), ("a\u0308", "a")])
def test_an_umlaut_is_its_letter_with_two_dots_above(umlaut: str, base: str):
    with_dots, without = drawn(umlaut), drawn(base)
    top = without.getbbox()
    assert top is not None
    assert with_dots.crop((0, top[1], 200, 60)).tobytes() == without.crop((0, top[1], 200, 60)).tobytes()
    above = with_dots.crop((0, 0, 200, top[1])).point(lambda light: 255 if light > 100 else 0)
    columns = [above.crop((x, 0, x + 1, above.height)).getbbox() is not None for x in range(200)]
    assert sum(now and not before for before, now in pairwise([False, *columns])) == 2


@pytest.mark.parametrize(
    ("words", "plain"),
    [("Straße", "Strasse"), ("„Café“", '"Cafe"'), ("1\u202f0 \u2013 2", "1 0 - 2"), ("Дa☀", "a")],
)
def test_what_the_font_has_no_letter_for_is_written_without(words: str, plain: str):
    assert drawn(words).tobytes() == drawn(plain).tobytes()


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
    assert contrast(SOFT, PAPER) >= 4.5
    assert all(contrast(tone, PAPER) >= 3 for tone in TONES.values())
    assert all(contrast(tone, TRACK) >= 2.5 for tone in TONES.values())
