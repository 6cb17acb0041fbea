"""Which command or word somebody may have meant: by its bare name, or by the nearest spelling in what they wrote."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from bot.domain.municipality import plain

NEAR = 80.0
"""Lowest likeness (0..100, normalised Indel distance) that is worth a question: one slip in five letters."""

SHORTEST = 4
"""Shorter words are near to too many others."""

WORDS_LOOKED_AT = 12
"""In a longer message a single word says little about what is wanted."""


SLIP_SHORTEST = 6
"""In a shorter word one letter more or less makes another word, in letters."""


def slip_of(typed: str, words: Iterable[str]) -> str | None:
    """The long word of which this is a slip of the pen: one letter too many or missing ("zurrück", "abrechen"). Not
    one letter for another: "cancer" is no "cancel".
    """
    long = (word for word in words if len(word) >= SLIP_SHORTEST and " " not in word)
    return next((word for word in long if Indel.distance(typed, word, score_cutoff=1) <= 1), None)


RUN_OF = 3
"""A name has at most so many words: "meine daten"."""


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name nearest to some of the typed words that follow each other; None if none is near. A longer one says more:
    in "meine zusage beenden" it is not "zusage". Names are compared without marks.
    """
    by_plain = {plain(name).replace(" ", ""): name for name in names}
    words = plain(typed).split()
    if len(words) > WORDS_LOOKED_AT:
        return None
    runs = ("".join(words[at : at + count]) for count in range(1, RUN_OF + 1) for at in range(len(words) - count + 1))
    tried = [run for run in ("".join(words), *runs) if len(run) >= SHORTEST]
    hits = [process.extractOne(run, list(by_plain), scorer=fuzz.ratio, score_cutoff=NEAR) for run in tried]
    best = max((hit for hit in hits if hit is not None), key=lambda hit: (hit[1], len(hit[0])), default=None)
    return None if best is None else by_plain[best[0]]
