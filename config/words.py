"""People's words on their way into a text: what could disturb the text around them is taken out or fenced in."""

from __future__ import annotations

import re

WORDS_MAX = 4000
"""Longest piece of somebody's words in a text, in characters: two stories' length; the rest is cut off visibly."""

_FSI, _PDI = "\u2068", "\u2069"
_LRI, _RLI = "\u2066", "\u2067"
_PDF = "\u202c"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = _LRI + _RLI + _FSI
_CONTROLS = re.compile(f"[{_EMBEDDINGS}{_PDF}{_ISOLATES}{_PDI}]")
# Letters written from right to left (Hebrew to Arabic, their presentation forms, the historic scripts of plane 1,
# Adlam and its neighbours), and every control of UAX #9.
_BIDI = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def contained(words: str) -> str:
    """The words without control characters, at most WORDS_MAX long.

    A carriage return becomes a line feed, a lone surrogate the replacement character.
    """
    if len(words) > WORDS_MAX:
        words = words[:WORDS_MAX].rstrip() + " …"
    if _UNPRINTABLE.search(words) is None:
        return words
    return _UNPRINTABLE.sub(_replacement, words.replace("\r\n", "\n"))


def isolated(words: str) -> str:
    """The words, each line in an isolate of its own (UAX #9) if anything in it changes the direction of writing.

    Every line by itself, because an isolate ends with its paragraph.
    """
    if words.isascii() or _BIDI.search(words) is None:
        return words
    return "\n".join(_fenced(line) if _BIDI.search(line) else line for line in words.split("\n"))


def _replacement(found: re.Match[str]) -> str:
    character = found.group()
    if character in "\r\u2028\u2029":
        return "\n"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def _fenced(line: str) -> str:
    return f"{_FSI}{_balanced(line)}{_PDI}"


def _balanced(line: str) -> str:
    """The line without the direction controls that close nothing or are never closed."""
    open_at: list[int] = []
    useless: set[int] = set()
    for found in _CONTROLS.finditer(line):
        at, control = found.start(), found.group()
        if control == _PDF:
            _close(line, open_at, useless, at, _EMBEDDINGS)
        elif control == _PDI:
            while open_at and line[open_at[-1]] in _EMBEDDINGS:
                useless.add(open_at.pop())
            _close(line, open_at, useless, at, _ISOLATES)
        else:
            open_at.append(at)
    useless.update(open_at)
    return "".join(character for at, character in enumerate(line) if at not in useless)


def _close(line: str, open_at: list[int], useless: set[int], at: int, openers: str) -> None:
    if open_at and line[open_at[-1]] in openers:
        open_at.pop()
    else:
        useless.add(at)
