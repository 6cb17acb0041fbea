"""What the stage and the fakes have at hand: files to load, a picture, and a result that never has to wait."""

from __future__ import annotations

import io
from collections.abc import Coroutine, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from PIL import Image

from bot.core.messages import FileRef, Load, Shipment
from bot.domain.alliance import Alliance
from config.profile import load_alliance
from config.texts import FluentTexts

T = TypeVar("T")


def kept(contents: Mapping[int, bytes] | bytes) -> Load:
    """A shipment's `load`: files by their number, or the same bytes for every file."""

    async def load(file: FileRef) -> bytes:
        return contents if isinstance(contents, bytes) else contents[file.id]

    return load


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """The result of something that never has to wait."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    finally:
        work.close()
    raise AssertionError("this was not to make anybody wait")


def loaded(shipment: Shipment) -> tuple[bytes, ...]:
    """The bytes of all files of a shipment on the stage."""
    return tuple(at_once(shipment.load(file)) for file in shipment.outgoing.files)


def picture(width: int = 40, height: int = 30) -> bytes:
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "seagreen").save(out, "PNG")
    return out.getvalue()


@lru_cache
def loerrach() -> tuple[Alliance, FluentTexts]:
    """The default alliance and its texts, read once: both never change."""
    alliance = load_alliance("loerrach")
    return alliance, FluentTexts(languages=alliance.languages, zone=alliance.zone)
