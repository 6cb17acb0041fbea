"""The non-partisan check: which words in a text an organiser should look at. It flags, it never blocks or judges.

The patterns are an alliance's own (config/alliances/<name>/party_terms.toml) and the same for every party.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.alliance import Neutrality


def hints(text: str, neutrality: Neutrality) -> tuple[str, ...]:
    """What was found in the text, in its order and each wording once; empty if nothing needs a look."""
    return _patterns(neutrality).hints(text)


@lru_cache(maxsize=8)
def _patterns(neutrality: Neutrality) -> Patterns:
    return Patterns(neutrality)


class Patterns:
    """An alliance's patterns, compiled once.

    Harmless phrases are masked first. A strong or an action pattern is a hint alone; a weak one only with a context
    word among the `window` words before or after it.
    """

    def __init__(self, neutrality: Neutrality) -> None:
        self._mask = _compiled(neutrality.mask)
        self._alone = _compiled(neutrality.strong + neutrality.action)
        self._weak = _compiled(neutrality.weak)
        self._context = re.compile("|".join(f"(?:{word})" for word in neutrality.context), re.IGNORECASE)
        self._window = neutrality.window

    def hints(self, text: str) -> tuple[str, ...]:
        """As the function of the same name."""
        for pattern in self._mask:
            text = pattern.sub(lambda found: " " * len(found.group()), text)
        found = [match for pattern in self._alone for match in pattern.finditer(text)]
        found += [match for pattern in self._weak for match in pattern.finditer(text) if self._in_context(text, match)]
        found.sort(key=lambda match: (match.start(), -match.end()))
        return tuple(dict.fromkeys(" ".join(match.group().split()) for match in _outermost(found)))

    def _in_context(self, text: str, match: re.Match[str]) -> bool:
        before = re.findall(r"\w+", text[: match.start()])[-self._window :]
        after = re.findall(r"\w+", text[match.end() :])[: self._window]
        return any(self._context.fullmatch(word) for word in (*before, *after))


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def _outermost(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Sorted matches without those inside an earlier one."""
    kept: list[re.Match[str]] = []
    for match in found:
        if match.group().strip() and (not kept or match.end() > kept[-1].end()):
            kept.append(match)
    return kept
