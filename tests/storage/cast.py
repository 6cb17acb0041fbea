"""One row in every table that can hold something about a person, each personal column with a canary of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Date, Float, Integer, LargeBinary, Table, insert

from storage.tables import metadata
from storage.tables.base import Moment

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ACCOUNT = "telegram:1"

ONE_OF = {
    ("persons", "role"): "editor",
    ("consents", "purpose"): "news",
    ("inbox", "state"): "waiting",
    ("journals", "mode"): "asking",
    ("deliveries", "state"): "sent",
    ("stories", "scope"): "team",
    ("stories", "state"): "submitted",
    ("announcements", "state"): "done",
    ("wishes", "rhythm"): "daily",
    ("pledges", "state"): "active",
    ("invitations", "role"): "editor",
    ("events", "state"): "published",
}
"""Columns with a CHECK: their values are no canaries. A new one fails the insert until it is listed here."""


def canary(table: str, column: str, who: str) -> str:
    return f"canary-{who}-{table}-{column}-{'x' * 40}"


class Cast:
    """Writes a person called `who` into every table. Every row has the same `number`, which is also the person's."""

    def __init__(self, connection: Connection, who: str, number: int) -> None:
        self.who, self.person = who, number
        self.canaries: dict[tuple[str, str], str] = {}
        for table in metadata.sorted_tables:
            if table.info["traces"] or table.name == "contents":
                values = {column.name: self.value(table, column) for column in table.columns}
                connection.execute(insert(table).values(values))

    def value(self, table: Table, column: Column[Any]) -> Any:
        name = (table.name, column.name)
        if name in ONE_OF:
            return ONE_OF[name]
        if column.name == "account":
            return ACCOUNT
        if name in {("contacts", "address"), ("inbox", "address")}:  # an inbox row is traced by it
            return canary("contacts", "address", self.who)
        return self.typed(table, column)

    def typed(self, table: Table, column: Column[Any]) -> Any:
        if isinstance(column.type, Moment):
            return LONG_AGO
        if isinstance(column.type, Date):
            return date(2020, 1, 1)
        if isinstance(column.type, Boolean):
            return False
        if isinstance(column.type, Integer | BigInteger | Float):
            return self.person
        words = canary(table.name, column.name, self.who)
        if column.info.get("personal"):
            self.canaries[table.name, column.name] = words
        if isinstance(column.type, LargeBinary):
            return (words * 500).encode()  # over many pages
        return words
