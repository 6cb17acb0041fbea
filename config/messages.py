"""A language's messages as its Fluent files give them, each read when it is first wanted.

To parse all of them takes a third of the time in which the assistant starts, and most conversations need few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax.ast import Junk, Resource

from config.sources import SettingsProblem

_FORMATS = {"en": "en-GB"}
"""Whose dates and numbers a language writes, where that is not its own first country: "22 November 2026, 16:59"."""

_BEGINS = re.compile(r"^([a-zA-Z][\w-]*) *=", re.ASCII | re.MULTILINE)
_LOOSE = re.compile(rf"^(?!{_BEGINS.pattern[1:]})[^\s#}}]", re.ASCII | re.MULTILINE)
"""A line at the margin that neither begins a message nor ends a choice and is no comment."""

_HINT = 'A message\'s line must not begin with *, [ or a full stop; write { "" } before it.'


class TextsProblem(SettingsProblem):
    """The texts cannot be used; says where in one line."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Where a message stands: its source and the source's line, counted from 1, at which it begins."""

    source: Path
    line: int
    written: str


class Messages(FluentBundle):
    """The messages of `<folder>/<language>/*.ftl`, those of the base language below an overlay.

    A message stands for itself: it refers to parameters, not to other messages or terms.
    """

    def __init__(self, folder: Path, language: str) -> None:
        base = language.partition("-")[0]
        super().__init__([_FORMATS.get(base, base)], use_isolating=False)
        sources = [path for part in dict.fromkeys((base, language)) for path in sorted((folder / part).glob("*.ftl"))]
        if not sources:
            raise TextsProblem(f"there are no texts for the language {language!r} in {folder}")
        self._unread = {key: passage for source in sources for key, passage in _passages(source)}

    def pattern(self, key: str) -> Pattern:
        """What is said under this key. KeyError if there is none, TextsProblem if it is not Fluent."""
        passage = self._unread.get(key)
        if passage is not None:
            self.add_resource(_read(passage))
            self._unread.pop(key, None)
        said = self.get_message(key).value
        if said is None:
            raise KeyError(key)
        return said

    def read(self) -> None:
        """Read everything now. TextsProblem at the first mistake."""
        for key in list(self._unread):
            self.pattern(key)


def _passages(source: Path) -> list[tuple[str, _Passage]]:
    """Every message of a file with all lines up to the next one. TextsProblem at a line that belongs to none."""
    written = source.read_text("utf-8")
    loose = _LOOSE.search(written)
    if loose:
        raise _mistake(source, written.count("\n", 0, loose.start()) + 1, "no message begins like this")
    found = list(_BEGINS.finditer(written))
    starts = [*(match.start() for match in found), len(written)]
    passages, line = [], written.count("\n", 0, starts[0]) + 1
    for match, (start, end) in zip(found, pairwise(starts), strict=True):
        passages.append((match[1], _Passage(source, line, written[start:end])))
        line += written.count("\n", start, end)
    return passages


def _read(passage: _Passage) -> Resource:
    resource = FluentResource(passage.written)
    for entry in resource.body:
        if isinstance(entry, Junk):
            found = entry.annotations[0]
            line = passage.line + passage.written.count("\n", 0, found.span.start if found.span else 0)
            raise _mistake(passage.source, line, found.message or "")
    return resource


def _mistake(source: Path, line: int, what: str) -> TextsProblem:
    return TextsProblem(f"{source}, line {line}: not Fluent ({what}). {_HINT}")
