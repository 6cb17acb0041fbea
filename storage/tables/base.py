"""What every table is made of: the metadata, exact text, UTC moments, and columns that say whose data they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, Integer, MetaData, Table, Text, TextClause
from sqlalchemy.types import TypeDecorator, TypeEngine

if TYPE_CHECKING:
    from sqlalchemy import Dialect
    from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ESCAPE = "\x1a"
_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def storable(words: str) -> str:
    """The same words without what a database cannot hold: NUL and lone surrogates become U+001A and four hex digits."""
    if "\x00" not in words and _ESCAPE not in words:
        if words.isascii():
            return words
        try:
            words.encode()
        except UnicodeEncodeError:
            pass  # a lone surrogate is among them
        else:
            return words
    return _UNSTORABLE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", words)


def restored(stored: str) -> str:
    """The inverse of `storable`."""
    if _ESCAPE not in stored:
        return stored
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)


class Words(TypeDecorator[str]):
    """Text from outside, stored exactly, whatever it contains (fault 45)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else restored(value)


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment to the microsecond: `timestamptz` in PostgreSQL, microseconds since 1970 in SQLite."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        chosen: TypeEngine[Any] = BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(chosen)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return _EPOCH + timedelta(microseconds=value) if dialect.name == "sqlite" else value.astimezone(UTC)


BigId = BigInteger().with_variant(Integer(), "sqlite")
"""Row numbers: 64 bit in both (SQLite counts up only in an INTEGER PRIMARY KEY)."""


class Owner(Enum):
    """How a row is traced to the person it is about: what the named column holds."""

    PERSON = "a person"
    CONTACT = "a contact"
    MEMBER = "the membership the person acts for"
    PLEDGE = "a pledge"
    ADDRESS = "an address on the account in the row"


class Fate(Enum):
    """What an erasure does to a person's rows."""

    DELETE = "the row goes"
    UNLINK = "the column is emptied, the row stays"
    WIPE = "what the message says is emptied, its row stays somebody else's; one that is still to be sent goes"
    KEEP = "the number stays; after the erasure it means nobody and is never given out again"


@dataclass(frozen=True, slots=True)
class Trace:
    """One way from a row to a person. Export and erasure walk these; nothing else lists tables."""

    owner: Owner
    column: str
    fate: Fate = Fate.DELETE
    ours: str = ""
    """The column that says which rows we made ourselves from what stands elsewhere: erased, but not given out."""
    words: str = ""
    """The column with their own words in a row that is somebody else's: given out where the column `still` says so."""
    still: str = ""


def column(
    name: str,
    type_: TypeEngine[Any] | type[TypeEngine[Any]],
    *constraints: SchemaItem,
    personal: str = "",
    plain: str = "",
    null: bool = False,
    key: bool = False,
    server_default: TextClause | None = None,
) -> Column[Any]:
    """A column that says what it tells about a person (`personal`), or why it tells nothing (`plain`)."""
    if bool(personal) == bool(plain):
        raise ValueError(f"{name}: say either what is personal about it or why it is not")
    info = {"personal": personal} if personal else {"plain": plain}
    return Column(name, type_, *constraints, nullable=null, primary_key=key, server_default=server_default, info=info)


def numbered() -> Column[Any]:
    """The row's own number, counted up and never used again."""
    return column("id", BigId, plain="a number of our own", key=True)


def table(name: str, *items: SchemaItem, traces: tuple[Trace, ...] = (), nobody: str = "") -> Table:
    """A table, with the ways its rows lead to a person, or why they lead to nobody."""
    if bool(traces) == bool(nobody):
        raise ValueError(f"{name}: say either whose rows these are or why they are nobody's")
    return Table(name, metadata, *items, info={"traces": traces, "nobody": nobody}, sqlite_autoincrement=True)


def one_of(name: str, column_name: str, values: type[Enum]) -> SchemaItem:
    """A CHECK that the column holds one of the enumeration's values."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column_name} IN ({listed})", name=name)
