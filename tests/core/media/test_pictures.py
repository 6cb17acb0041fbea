"""Faults 48 and 49: pictures are checked by their header, bounded, and come out without any metadata."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from bot.core.errors import Refusal
from bot.core.media.pictures import SIDE_MAX, clean

MARKER = b"47.6155N-7.6620E-PLANTED"


def encoded(size: tuple[int, int] = (60, 40), form: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, form, **more)
    return out.getvalue()


def with_marker(form: str) -> bytes:
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("GPS", MARKER.decode())
        return encoded(form=form, pnginfo=info) + MARKER
    exif = Image.Exif()
    exif[0x010E] = MARKER.decode()
    return encoded(form=form, exif=exif.tobytes()) + MARKER


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_fault_49_no_byte_of_metadata_is_left(form):
    dirty = with_marker(form)
    assert MARKER in dirty
    made = clean(dirty)
    assert MARKER not in made.content
    with Image.open(io.BytesIO(made.content)) as image:
        assert image.format == "JPEG"
        assert not image.getexif()


def test_a_picture_is_turned_upright_before_the_hint_is_dropped():
    exif = Image.Exif()
    exif[0x0112] = 6  # "rotate 90 degrees"
    assert (clean(encoded(exif=exif.tobytes())).width, clean(encoded(exif=exif.tobytes())).height) == (40, 60)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape():
    made = clean(encoded((4000, 2000)))
    assert (made.width, made.height) == (SIDE_MAX, SIDE_MAX // 2)


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        clean(content)
    return refusal.value.text.key


def test_fault_48_a_bomb_is_refused_by_its_header():
    assert refused(bomb(50_000, 50_000)) == "dialogue-picture-large"
    assert refused(bomb(9_000, 9_000)) == "dialogue-picture-large"


def test_fault_48_a_broken_picture_is_refused():
    assert refused(encoded((300, 300))[:400]) == "dialogue-picture-broken"
    assert refused(bomb(10, 10)) == "dialogue-picture-broken"


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.4", b"<svg/>", encoded(form="GIF"), encoded(form="BMP")])
def test_fault_48_other_types_are_refused(content):
    assert refused(content) == "dialogue-picture-type"


def test_fault_48_too_many_bytes_are_refused_unread():
    assert refused(b"\xff\xd8\xff" + bytes(11 * 1024 * 1024)) == "dialogue-picture-large"


def test_transparency_becomes_white():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(clean(out.getvalue()).content)) as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_no_network_would_show_is_refused_before_it_is_kept():
    assert refused(encoded((2_100, 100))) == "dialogue-picture-narrow"
    assert refused(encoded((50, 1_001))) == "dialogue-picture-narrow"
    assert clean(encoded((2_000, 100))).width == SIDE_MAX
