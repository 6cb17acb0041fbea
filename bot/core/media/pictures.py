"""Pictures people send: checked by their header, bounded, turned upright and re-encoded without any metadata."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.core.errors import Refusal
from bot.core.words.texts import text

FORMATS = ("JPEG", "PNG", "WEBP")
BYTES_MAX = 10 * 1024 * 1024
"""Telegram's own bound for photos (Bot API, sendPhoto: 10 MB)."""

PIXELS_MAX = 50_000_000
"""Above that a header alone could make us allocate gigabytes (OWASP ASVS 5.0, 5.2.6: pixel flood)."""

RATIO_MAX = 20
"""The longer side is at most so many times the shorter one: Telegram refuses others as photos (Bot API, sendPhoto)."""

SIDE_MAX = 1600
"""Longest side kept: enough for a web page and a newspaper's column."""

PICTURE_NAME = "bild.jpg"
"""What every picture is called that somebody sent: its own name says more about them than about the picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is safe to keep and to show: JPEG, at most 1600 pixels a side, no metadata."""

    content: bytes
    width: int
    height: int
    name: str = PICTURE_NAME
    mime: str = "image/jpeg"


def clean(content: bytes) -> Picture:
    """The safe form of a picture's bytes. Raises Refusal: too large, not a picture we know, or broken."""
    if len(content) > BYTES_MAX:
        raise Refusal(text("dialogue-picture-large"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _clean(content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refusal(text("dialogue-picture-large")) from None
    except UnidentifiedImageError:
        raise Refusal(text("dialogue-picture-type")) from None
    except (OSError, ValueError, SyntaxError, IndexError, MemoryError):  # what Pillow raises on broken files
        raise Refusal(text("dialogue-picture-broken")) from None


def _clean(content: bytes) -> Picture:
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        if image.width * image.height > PIXELS_MAX:
            raise Refusal(text("dialogue-picture-large"))
        if max(image.size) > RATIO_MAX * min(image.size):
            raise Refusal(text("dialogue-picture-narrow"))
        image.draft("RGB", (SIDE_MAX, SIDE_MAX))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((SIDE_MAX, SIDE_MAX))
        fresh = Image.new("RGB", upright.size, "white")  # a new canvas: nothing but pixels is carried over
        with_alpha = upright.convert("RGBA")
        fresh.paste(with_alpha, mask=with_alpha.getchannel("A"))
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=85, optimize=True)
    return Picture(out.getvalue(), fresh.width, fresh.height)
