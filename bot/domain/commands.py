"""Which command somebody may have meant: by its bare name, or by the nearest spelling in what they wrote."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.domain.municipality import plain

NEAR = 80.0
"""Lowest likeness (0..100, normalised Indel distance) that is worth a question: one slip in five letters."""

SHORTEST = 4
"""Shorter words are near to too many others."""

WORDS_LOOKED_AT = 12
"""In a longer message a single word says little about what is wanted."""


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name nearest to one of the typed words; None if none is near. Names are compared without marks."""
    by_plain = {plain(name).replace(" ", ""): name for name in names}
    words = plain(typed).split()
    if len(words) > WORDS_LOOKED_AT:
        return None
    tried = [word for word in ("".join(words), *words) if len(word) >= SHORTEST]
    hits = [process.extractOne(word, list(by_plain), scorer=fuzz.ratio, score_cutoff=NEAR) for word in tried]
    best = max((hit for hit in hits if hit is not None), key=lambda hit: hit[1], default=None)
    return None if best is None else by_plain[best[0]]
