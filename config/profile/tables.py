"""One table of a profile's TOML, read key by key, so that every mistake is named with file, key and mend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from rapidfuzz import fuzz, process

from bot.domain.alliance import Words
from config.sources import ENCODING, SettingsProblem, told

T = TypeVar("T")


class ProfileProblem(SettingsProblem):
    """A mistake in an alliance's folder; the message is one line with file, key and mend."""


class Table:
    """Takes values out by key and type; what is left over at the end is refused by `done`.

    Words are given per language: `languages` are those that may be used, of which the first must be there.
    """

    def __init__(self, values: Mapping[str, object], file: Path, languages: Sequence[str] = (), at: str = "") -> None:
        self._values = dict(values)
        self._asked: list[str] = []
        self.file = file
        self.languages = tuple(languages)
        self._at = at

    def problem(self, key: str, mend: str) -> NoReturn:
        """Give up, naming the key."""
        raise ProfileProblem(f"{self.file}: {self._at}{key} {mend}")

    def text(self, key: str, default: str | None = None) -> str:
        return self._take(key, str, "must be a text in quotes", default)

    def id(self) -> str:
        """The short name by which buttons and rows know this."""
        value = self.text("id")
        if re.fullmatch(r"[\w.-]+", value) is None:
            self.problem("id", f'is "{value}"; it must be a short name without spaces, such as own-roof')
        return value

    def each_once(self, key: str, ids: Sequence[str]) -> None:
        """No two of these may have the same id."""
        doubled = {one for at, one in enumerate(ids) if one in ids[:at]}
        if doubled:
            self.problem(key, f'"{min(doubled)}" is there twice; every id belongs to one {key}')

    def whole(self, key: str, default: int | None = None) -> int:
        return self._take(key, int, "must be a whole number", default)

    def yes(self, key: str, *, default: bool | None = None) -> bool:
        return self._take(key, bool, "must be true or false", default)

    def number(self, key: str) -> float | None:
        """A number, or None where there is none."""
        value = self._pop(key)
        if value is not None and not _is_number(value):
            self.problem(key, "must be a number")
        return float(value) if isinstance(value, int | float) else None

    def numbers(self, key: str) -> tuple[float, ...]:
        values = self._list(key)
        if not all(_is_number(value) for value in values):
            self.problem(key, "must be a list of numbers")
        return tuple(float(value) for value in values if isinstance(value, int | float))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            self.problem(key, "must be a list of texts in quotes")
        return tuple(str(value) for value in values)

    def words(self, key: str) -> Words:
        """The same words per language."""
        value = self._take(key, dict, f'must be words per language, such as {{ {self.languages[0]} = "..." }}')
        return self._words(key, value)

    def each_words(self, key: str) -> tuple[Words, ...]:
        return tuple(self._words(f"{key}[{at}]", value) for at, value in enumerate(self._list(key)))

    def table(self, key: str) -> Table:
        return self._below(key, self._take(key, dict, "must be a table", {}))

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables, [[key]]."""
        return tuple(self._below(f"{key}[{at}]", value) for at, value in enumerate(self._list(key)))

    def named(self) -> tuple[tuple[str, Table], ...]:
        """Every table in this one, by its name."""
        return tuple((key, self.table(key)) for key in list(self._values))

    def all_words(self) -> Mapping[str, Words]:
        """Every key of this table, each with words."""
        return {key: self.words(key) for key in list(self._values)}

    def as_words(self) -> Words:
        """What is left of this table, as words per language."""
        left, self._values = self._values, {}
        return self._words("", left)

    def one_of(self, key: str, known: Sequence[str]) -> str:
        return self.known(key, self.text(key), known)

    def known(self, key: str, value: str, known: Sequence[str]) -> str:
        """The value, if it is one of those known."""
        if value not in known:
            self.problem(key, f'names "{value}"; known are: {", ".join(known)}')
        return value

    def checked(self, key: str, make: Callable[[str], T], mend: str) -> T:
        """What `make` makes of a text; its ValueError, KeyError or OSError is the operator's mistake."""
        value = self.text(key)
        try:
            return make(value)
        except (ValueError, KeyError, OSError):
            self.problem(key, f'is "{value}"; {mend}')

    def done(self) -> None:
        """Nothing else may stand in this table."""
        for key in self._values:
            nearest = process.extractOne(key, self._asked, scorer=fuzz.ratio)
            hint = f"; did you mean {nearest[0]}?" if nearest else ""
            self.problem(key, f"is not known here{hint} Please correct or remove it.")

    def _pop(self, key: str) -> object:
        self._asked.append(key)
        return self._values.pop(key, None)

    def _take(self, key: str, sort: type[T], mend: str, default: T | None = None) -> T:
        value = self._pop(key)
        if value is None and default is not None:
            return default
        if value is None:
            self.problem(key, f"is missing; it {mend}")
        if not isinstance(value, sort) or (isinstance(value, bool) and sort is not bool):
            self.problem(key, mend)
        return value

    def _list(self, key: str) -> list[object]:
        return self._take(key, list, "must be a list", [])

    def _below(self, key: str, value: object) -> Table:
        if not isinstance(value, dict):
            self.problem(key, "must be a table")
        return Table(value, self.file, self.languages, f"{self._at}{key}.")

    def _words(self, key: str, value: object) -> Words:
        if not isinstance(value, dict) or not all(isinstance(words, str) for words in value.values()):
            self.problem(key, f'must be words per language, such as {{ {self.languages[0]} = "..." }}')
        for language in value:
            if language not in self.languages:
                self.problem(f"{key}.{language}", f"is in a language that `languages` does not name: {self.languages}")
        if self.languages[0] not in value:
            self.problem(key, f"is missing in the alliance's first language, {self.languages[0]}")
        return {language: str(words).strip() for language, words in value.items()}


def read(file: Path, languages: Sequence[str] = ()) -> Table:
    """The whole file as one table."""
    written = written_in(file, "Please copy the one of config/alliances/loerrach.")
    try:
        return Table(tomllib.loads(written), file, languages)
    except tomllib.TOMLDecodeError as problem:
        raise ProfileProblem(f"{file} is not valid TOML: {told(problem)}") from None


def written_in(file: Path, if_missing: str) -> str:
    """A file's text. ProfileProblem where it is missing or cannot be read."""
    try:
        return file.read_text(ENCODING)
    except FileNotFoundError:
        raise ProfileProblem(f"{file} is missing. {if_missing}") from None
    except UnicodeDecodeError:
        raise ProfileProblem(f"{file} is not UTF-8. Please save it as UTF-8 text.") from None
    except OSError as problem:
        raise ProfileProblem(f"{file} cannot be read: {problem.strerror}.") from None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
