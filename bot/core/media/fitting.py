"""How a message fits a network: into how many parts it goes and which files are refused. A pure estimate for previews;
the adapters do the splitting themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.messages import Outgoing
from bot.core.ports import Delivery
from bot.core.transport import Abilities
from bot.core.words.markup import parse, plain


@dataclass(frozen=True, slots=True)
class Sized:
    """A file by what decides whether a network takes it: its size in bytes, and whether it is shown as a picture."""

    size: int
    picture: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """`parts` messages to a reader, `apart` if words and pictures stand in different ones, `refused` files; `weight`
    messages to the network, which counts every picture of an album.
    """

    parts: int
    apart: bool = False
    refused: int = 0
    weight: int = 1


def fit(words: str, files: Sequence[Sized], abilities: Abilities) -> Fit:
    """What becomes of these words (Markdown subset) and files there."""
    length = _length(words)
    refused = sum(not _taken(file, abilities) for file in files)
    texts, heavy = _parts(length, abilities.text_most), weight(words, len(files), abilities)
    if not files:
        return Fit(texts, weight=heavy)
    shows = _parts(len(files), abilities.files_most)
    apart = _is_apart(length, abilities)
    return Fit(shows + texts if apart else max(shows, 1), apart, refused, heavy)


def messages(row: Delivery, abilities: Abilities) -> int:
    """How many messages it is where a network counts them. An edit is one for each message it changes."""
    return len(row.edits) or _needed(row.outgoing, abilities)


def is_longer(row: Delivery, abilities: Abilities) -> bool:
    """Whether a change may need more messages than it changes. Beyond one message only the adapter knows in how many
    parts the words go.
    """
    if not row.edits or row.outgoing.withdrawn:
        return False
    needed = _needed(row.outgoing, abilities)
    return needed > len(row.edits) or needed - len(row.outgoing.files) > 1


def weight(words: str, files: int, abilities: Abilities) -> int:
    """How many messages words with so many files are to a network: every part of its words, and every file."""
    length = _length(words) if len(words) * 2 > min(abilities.text_most, abilities.caption_most) else 0
    apart = not files or _is_apart(length, abilities)
    return max(1, (_parts(length, abilities.text_most) if apart else 0) + files)


def _needed(outgoing: Outgoing, abilities: Abilities) -> int:
    return weight(outgoing.text, len(outgoing.files), abilities)


@lru_cache(maxsize=128)
def _length(words: str) -> int:
    """Of words in the Markdown subset. Kept, because every copy of an announcement asks."""
    return units(plain(parse(words)))


def units(words: str) -> int:
    """Their length as networks count it, in UTF-16 code units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _parts(amount: int, most: int) -> int:
    return max(1, -(-amount // most)) if most else 1


def is_apart(words: str, abilities: Abilities) -> bool:
    """Whether words are too long to stand under a picture, and come as messages of their own."""
    return _is_apart(_length(words), abilities)


def _is_apart(length: int, abilities: Abilities) -> bool:
    return bool(abilities.caption_most) and length > abilities.caption_most


def _taken(file: Sized, abilities: Abilities) -> bool:
    most = abilities.picture_bytes_most if file.picture else abilities.file_bytes_most
    return not most or file.size <= most
