"""Where settings come from, key by key: environment, .env and unterhaken.toml; and what is wrong with a key.

Reading the values is pydantic-settings' part; this is about naming a mistake so that it can be mended.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from dotenv.parser import Binding, parse_stream
from rapidfuzz import fuzz, process

PREFIX = "UNTERHAKEN_"
DOTENV = Path(".env")
TOML = Path("unterhaken.toml")
ENCODING = "utf-8-sig"
"""UTF-8, with or without the mark that Windows' editors put before it."""

NOT_SETTINGS = ("UNTERHAKEN_TEST_", "UNTERHAKEN_NO_SKIP")
"""Variables with our prefix that belong to the test suite."""


class SettingsProblem(Exception):
    """Something an operator has to mend before the start; the message is one line that says what and how."""


@dataclass(frozen=True, slots=True)
class Given:
    """A key as somebody wrote it. `key` is its dotted name, e.g. `telegram.token`."""

    key: str
    written: str
    source: str

    def spelled(self, key: str) -> str:
        """Another key, spelled as this source would."""
        return key if self.source == str(TOML) else variable(key)


def variable(key: str) -> str:
    """The environment variable of a dotted key: `telegram.token` -> `UNTERHAKEN_TELEGRAM__TOKEN`."""
    return PREFIX + key.replace(".", "__").upper()


def given() -> list[Given]:
    """Every key that is set anywhere, the strongest source first. SettingsProblem if a file cannot be read."""
    from_toml = [Given(key, key, str(TOML)) for key in _flat(toml())]
    return [*_variables(os.environ, "the environment"), *_variables(_dotenv(), str(DOTENV)), *from_toml]


def refuse_unknown(keys: Sequence[Given], known: Sequence[str]) -> None:
    """SettingsProblem for the first key that does not exist, naming the nearest one that does."""
    for key in keys:
        if key.key not in known:
            nearest = process.extractOne(key.key, known, scorer=fuzz.ratio, processor=str.lower)
            raise SettingsProblem(
                f"{key.source}: there is no setting {key.written}. "
                f"Did you mean {key.spelled(nearest[0])}? Please correct or remove it."
            )


def _variables(names: Iterable[str], source: str) -> Iterator[Given]:
    for name in names:
        if _is_ours(name):
            yield Given(name.upper().removeprefix(PREFIX).replace("__", ".").lower(), name, source)


def _is_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX) and not name.upper().startswith(NOT_SETTINGS)


def _dotenv() -> list[str]:
    """The names in .env. A line that cannot be read is refused: the library passes over it."""
    if not DOTENV.is_file():
        return []
    return [line.key for line in parse_stream(StringIO(_written(DOTENV))) if _is_sound(line) and line.key]


def _is_sound(line: Binding) -> bool:
    before = len(line.original.string) - len(line.original.string.lstrip())
    number = line.original.line + line.original.string[:before].count("\n")
    if line.error:
        raise SettingsProblem(f"{DOTENV}, line {number}: this is not NAME=value, or a quote is not closed.")
    if line.key is not None and line.value is None and _is_ours(line.key):
        raise SettingsProblem(f"{DOTENV}, line {number}: {line.key} has no value; write {line.key}=value.")
    return True


def toml() -> dict[str, object]:
    """What stands in unterhaken.toml; nothing where there is none. SettingsProblem if it cannot be read."""
    if not TOML.is_file():
        return {}
    try:
        return tomllib.loads(_written(TOML))
    except tomllib.TOMLDecodeError as problem:
        hint = ' Texts stand in quotes, as in alliance = "loerrach".' if "Invalid value" in str(problem) else ""
        raise SettingsProblem(f"{TOML} is not valid TOML: {told(problem)}.{hint}") from None


_TWICE = re.compile("overwrite|twice|Duplicate|immutable")


def told(problem: tomllib.TOMLDecodeError) -> str:
    """What the library found, in an operator's words where its own are not."""
    said, at, where = str(problem).partition(" (at ")
    return ("a key or a section stands there twice" if _TWICE.search(said) else said) + at + where


def _written(file: Path) -> str:
    try:
        return file.read_text(ENCODING)
    except UnicodeDecodeError:
        raise SettingsProblem(f"{file} is not UTF-8. Please save it as UTF-8 text.") from None
    except OSError as problem:
        raise SettingsProblem(f"{file} cannot be read: {problem.strerror}.") from None


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name
