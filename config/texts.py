"""The words the bot says: Fluent files per language under config/locales, rendered for one recipient at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from fluent.runtime.types import FluentDate, FluentDateTime, FluentInt, FluentType

from bot.core.words.markup import escape, parse, plain
from bot.core.words.texts import Arg, Markup, Text
from config.messages import Messages
from config.words import contained, isolated

LOCALES = Path(__file__).parent / "locales"
FIRST = ("de", "en")
"""Languages in the order in which people are offered them; any others follow by name."""

_KEPT = 512
"""Texts with parameters kept as they were rendered last; the declaration, the notice and the rules are among them."""

_PLACEABLE_MAX = 2000
"""fluent.runtime refuses arguments over 2,500 characters (MAX_PART_LENGTH); longer ones are put in afterwards."""


def languages_known(folder: Path = LOCALES) -> tuple[str, ...]:
    """Every language there are texts for, in the order in which people are offered them."""
    names = {path.parent.name for path in folder.glob("*/*.ftl")}
    return tuple(name for name in FIRST if name in names) + tuple(sorted(names - set(FIRST)))


class FluentTexts:
    """Renders keys from `<folder>/<language>/*.ftl`; a folder `de-du` holds only what differs from `de`.

    `languages` narrows what is offered to an alliance's own, its first being the default; `zone` is the one in which
    moments are told. Safe to use from several threads.
    """

    def __init__(self, folder: Path = LOCALES, languages: Sequence[str] = (), zone: ZoneInfo | None = None) -> None:
        self.languages: tuple[str, ...] = tuple(languages) or languages_known(folder)
        self._zone = zone
        self._messages = {language: Messages(folder, language) for language in self.languages}
        self._rendered: dict[tuple[str, str], Markup] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._lately: dict[tuple[object, ...], Markup] = {}

    def read(self) -> None:
        """Read every message now. TextsProblem, in one line, at the first that is not Fluent."""
        for messages in self._messages.values():
            messages.read()

    def choose(self, hint: str) -> str:
        """The offered language nearest to a client's hint such as "en-GB"; the default if none is near."""
        wanted = hint.replace("_", "-").lower()
        if wanted in self.languages:
            return wanted
        base = wanted.partition("-")[0]
        return base if base in self.languages else self.languages[0]

    def render(self, what: Text, language: str) -> Markup:
        """The message in the Markdown subset. KeyError for an unknown key or a missing parameter."""
        if what.args:
            return self._again(what, language)
        language = language if language in self._messages else self.languages[0]
        known = self._rendered.get((what.key, language))
        if known is None:
            known = self._rendered[what.key, language] = self._render(what, language)
        return known

    def _again(self, what: Text, language: str) -> Markup:
        """Rendered, or kept from the last time: an alliance's own words are shown to everybody alike."""
        try:
            same = (language, *_same(what))
        except _Passing:
            return self._render(what, language)
        known = self._lately.get(same)
        if known is None:
            if len(self._lately) >= _KEPT:
                self._lately.clear()
            known = self._lately[same] = self._render(what, language)
        return known

    def label(self, what: Text, language: str) -> str:
        """The message as plain text in one line. KeyError as with `render`."""
        if what.args:
            return _line(self.render(what, language))
        language = language if language in self._messages else self.languages[0]
        known = self._labels.get((what.key, language))
        if known is None:
            known = self._labels[what.key, language] = _line(self._render(what, language))
        return known

    def _render(self, what: Text, language: str) -> Markup:
        messages = self._messages.get(language) or self._messages[self.languages[0]]
        pattern = messages.pattern(what.key)
        long: dict[str, str] = {}
        args = {name: self._argument(name, arg, language, long) for name, arg in what.args.items()}
        result, errors = messages.format_pattern(pattern, args)
        if errors:
            raise KeyError(f"{what.key} in {language}: {errors[0]}")
        message = str(result)
        for place, words in long.items():
            message = message.replace(place, words)
        return Markup(message)

    def _argument(self, name: str, arg: Arg, language: str, long: dict[str, str]) -> str | FluentType | float:
        match arg:
            case Markup():
                return _placed(name, arg.replace("\0", ""), long)
            case str():
                return _placed(name, escape(isolated(contained(arg))), long)
            case Text():
                return _placed(name, self.render(arg, language), long)
            case datetime():
                local = arg.astimezone(self._zone) if self._zone and arg.tzinfo else arg
                return FluentDateTime.from_date_time(local, dateStyle="long", timeStyle="short")
            case date():
                return FluentDate.from_date(arg, dateStyle="long")
            case int():
                return _Whole(arg)
            case _:
                return arg


class _Passing(Exception):
    """A text with a moment or a fraction in it, which is hardly ever told twice."""


def _same(what: Text) -> list[object]:
    """What two texts have in common that read alike: parameters with their types (words and markup may be equal)."""
    same: list[object] = [what.key]
    for name, arg in what.args.items():
        if isinstance(arg, Text):
            same += (name, *_same(arg), None)
        elif isinstance(arg, str | int):
            same += (name, arg.__class__, arg)
        else:
            raise _Passing
    return same


class _Whole(FluentInt):
    """A whole number, written once per language: the same few numbers are told again and again."""

    def format(self, locale: Locale) -> str:
        return _written(int(self), str(locale)) if self.options is _PLAIN else super().format(locale)


_PLAIN = FluentInt.default_number_format_options


@lru_cache(maxsize=4096)
def _written(number: int, locale: str) -> str:
    return FluentInt(number).format(Locale.parse(locale))


def _placed(name: str, words: str, long: dict[str, str]) -> str:
    """The words themselves, or where they are long a mark (no words contain NUL) to be replaced by them later."""
    if len(words) <= _PLACEABLE_MAX:
        return words
    mark = f"\0{name}\0"
    long[mark] = words
    return mark


@lru_cache(maxsize=_KEPT)
def _line(message: str) -> str:
    return " ".join(plain(parse(message)).split())
