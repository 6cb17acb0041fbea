"""Values that operators write, and what is said about them where they cannot be what they are meant for.

What is refused is never quoted: it may be a secret, or hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr

_DATABASE = r"sqlite(\+\w+)?:///.+|postgresql(\+\w+)?://.+"
DATABASE_LIKE = "sqlite:///data/unterhaken.db or postgresql://user:password@host/name"
_SPELLED = "in user and password, @ is written %40, : %3A, / %2F, ? %3F, # %23, [ %5B, ] %5D and % %25"


def matching(pattern: str, wanted: str) -> AfterValidator:
    """A text, perhaps secret, that looks like what is wanted, or is empty."""

    def check(value: SecretStr | str | None) -> SecretStr | str | None:
        written = value.get_secret_value() if isinstance(value, SecretStr) else value
        if written and re.fullmatch(pattern, written) is None:
            raise ValueError(f"must look like {wanted}")
        return value

    return AfterValidator(check)


def _address(url: str) -> str:
    parts = _split(url)
    if url and (parts is None or parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ValueError("must be an address that begins with https:// or http://")
    return url.rstrip("/")


def _split(url: str) -> SplitResult | None:
    """The parts of an address; None where they cannot be told apart."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - looked at, because only then it is read
    except ValueError:
        return None
    return parts


def _database(url: SecretStr) -> SecretStr:
    written = url.get_secret_value()
    if re.fullmatch(_DATABASE, written) is None:
        raise ValueError(f"must look like {DATABASE_LIKE}")
    if written.startswith("sqlite"):
        _sqlite(written)
    elif (parts := _split(written)) is None or written.count("@") != parts.netloc.count("@") or "@" in _after(parts):
        raise ValueError(f"cannot be read as postgresql://user:password@host:5432/name; {_SPELLED}")
    return url


def _after(parts: SplitResult) -> str:
    """Where the host stands, behind the first @."""
    return parts.netloc.partition("@")[2]


def _sqlite(url: str) -> None:
    path, question, _ = url.partition(":///")[2].partition("?")
    if question:
        raise ValueError("takes no options for SQLite; please remove everything from the ? on")
    if path == ":memory:":
        raise ValueError("must name a file, because what is only in memory is lost: sqlite:///data/unterhaken.db")


def passwords(database_url: str) -> Iterator[str]:
    """Every password in a database's address, as it is written and as it is meant."""
    parts = _split(database_url)
    if parts is None:
        return
    if parts.password:
        yield from {parts.password, unquote(parts.password)}
    for name, value in parse_qsl(parts.query):
        if "password" in name:
            yield value


def _file(path: Path) -> Path:
    if path == Path():
        raise ValueError("must be a file, such as data/erased.txt")
    return path


def _not_yes_or_no(value: object) -> object:
    """Python counts true as 1."""
    if isinstance(value, bool):
        raise ValueError("must be a number")
    return value


Address = Annotated[str, AfterValidator(_address)]
DatabaseAddress = Annotated[SecretStr, AfterValidator(_database)]
File = Annotated[Path, AfterValidator(_file)]
IsNumber = BeforeValidator(_not_yes_or_no)
