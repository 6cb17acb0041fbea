"""Characters that break wires or mislead readers, made harmless. A pure function, no markup."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = re.compile(r"[\u202a-\u202e]")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"


def harmless(text: str) -> str:
    """The text without control characters, lone surrogates (shown as U+FFFD) and direction tricks.

    Embeddings and overrides (UAX #9: U+202A-202E) go; isolates stay only where there is right-to-left text to
    isolate, and are closed on the line they were opened in.
    """
    if text.replace("\n", " ").isprintable():  # neither controls nor surrogates nor marks of direction are
        return text
    text = _UNPRINTABLE.sub(lambda found: "\ufffd" if found[0] >= "\ud800" else "", text.replace("\r\n", "\n"))
    if _BIDI.search(text) is None:
        return text
    if not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return _BIDI.sub("", text)
    return "\n".join(_balanced(line) for line in _OVERRIDES.sub("", text).split("\n"))


def _balanced(line: str) -> str:
    kept: list[str] = []
    opened = 0
    for char in line:
        if char in _OPENING:
            opened += 1
        elif char == _CLOSING:
            if not opened:
                continue
            opened -= 1
        kept.append(char)
    return "".join(kept) + _CLOSING * opened
