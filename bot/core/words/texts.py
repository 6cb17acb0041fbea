"""Texts by key: what the core hands around instead of words. The words themselves live in config/locales."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Protocol


class Markup(str):
    """A string that is already in the Markdown subset and must not be escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A message key with its parameters. Plain `str` parameters are a person's words and are always escaped."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)


Arg = str | int | float | date | Text


def text(key: str, **args: Arg) -> Text:
    """`text("joining-receipt", number=7)`: the short way to write a Text."""
    return Text(key, args) if args else _bare(key)


@lru_cache(maxsize=4096)
def _bare(key: str) -> Text:
    return Text(key)


class Texts(Protocol):
    """Renders keys. An unknown key is a bug and raises KeyError; an unknown language falls back to the first one."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language codes offered to people, the default first, e.g. ("de", "en", "de-du")."""
        ...

    def choose(self, hint: str) -> str:
        """The offered language nearest to a client's hint such as "en-GB"; the default if none is near."""
        ...

    def render(self, what: Text, language: str) -> str:
        """The message in the Markdown subset, parameters escaped, formatted for the language."""
        ...

    def label(self, what: Text, language: str) -> str:
        """The message as plain text in one line: for buttons, titles and matching typed answers."""
        ...
