"""How a message fits a network: into how many parts it goes and which files are refused. A pure estimate for previews;
the adapters do the splitting themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.transport import Abilities
from bot.core.words.markup import parse, plain


@dataclass(frozen=True, slots=True)
class Sized:
    """A file by what decides whether a network takes it: its size in bytes, and whether it is shown as a picture."""

    size: int
    picture: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """`parts` messages in all, `apart` if words and pictures stand in different ones, `refused` files."""

    parts: int
    apart: bool = False
    refused: int = 0


def fit(words: str, files: Sequence[Sized], abilities: Abilities) -> Fit:
    """What becomes of these words (Markdown subset) and files there."""
    length = units(plain(parse(words)))
    refused = sum(not _taken(file, abilities) for file in files)
    texts = _parts(length, abilities.text_most)
    if not files:
        return Fit(texts)
    shows = _parts(len(files), abilities.files_most)
    apart = bool(abilities.caption_most) and length > abilities.caption_most
    return Fit(shows + texts if apart else max(shows, 1), apart, refused)


def units(words: str) -> int:
    """Their length as networks count it, in UTF-16 code units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _parts(amount: int, most: int) -> int:
    return max(1, -(-amount // most)) if most else 1


def _taken(file: Sized, abilities: Abilities) -> bool:
    most = abilities.picture_bytes_most if file.picture else abilities.file_bytes_most
    return not most or file.size <= most
