"""Where settings come from, key by key: environment, .env and unterhaken.toml; and what is wrong with a key.

Reading the values is pydantic-settings' part; this is about naming a mistake so that it can be mended.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from rapidfuzz import fuzz, process

PREFIX = "UNTERHAKEN_"
DOTENV = Path(".env")
TOML = Path("unterhaken.toml")
NOT_SETTINGS = ("UNTERHAKEN_TEST_", "UNTERHAKEN_NO_SKIP")
"""Variables with our prefix that belong to the test suite."""


class SettingsProblem(Exception):
    """Something an operator has to mend before the start; the message is one line that says what and how."""


@dataclass(frozen=True, slots=True)
class Given:
    """A key as somebody wrote it. `key` is its dotted name in small letters, e.g. `telegram.token`."""

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
    return [*_variables(os.environ, "the environment"), *_variables(_dotenv(), str(DOTENV)), *_toml()]


def refuse_unknown(keys: Sequence[Given], known: Sequence[str]) -> None:
    """SettingsProblem for the first key that does not exist, naming the nearest one that does."""
    for key in keys:
        if key.key not in known:
            nearest = process.extractOne(key.key, known, scorer=fuzz.ratio)
            raise SettingsProblem(
                f"{key.source}: there is no setting {key.written}. "
                f"Did you mean {key.spelled(nearest[0])}? Please correct or remove it."
            )


def _variables(values: Mapping[str, str | None], source: str) -> Iterator[Given]:
    for name in values:
        upper = name.upper()
        if upper.startswith(PREFIX) and not upper.startswith(NOT_SETTINGS):
            yield Given(upper.removeprefix(PREFIX).replace("__", ".").lower(), name, source)


def _dotenv() -> Mapping[str, str | None]:
    if not DOTENV.is_file():
        return {}
    try:
        return dotenv_values(DOTENV)
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsProblem(f"{DOTENV} cannot be read: {problem}. Please save it as UTF-8 text.") from None


def _toml() -> Iterator[Given]:
    if not TOML.is_file():
        return
    try:
        tables = tomllib.loads(TOML.read_text("utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise SettingsProblem(
            f'{TOML} is not valid TOML: {problem}. Texts stand in quotes, as in alliance = "loerrach".'
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsProblem(f"{TOML} cannot be read: {problem}. Please save it as UTF-8 text.") from None
    for key in _flat(tables):
        yield Given(key.lower(), key, str(TOML))


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name
