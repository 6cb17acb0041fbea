"""Fault 62: what no log may hold, at DEBUG either: secrets, what people are called and say, and where they are reached.

Known are the settings' secrets, what the program's database knows of people, and what a test tells beside that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import create_engine, inspect, select
from sqlalchemy.engine import make_url

from storage.codec import decode_outgoing
from storage.tables import deliveries, metadata
from storage.tables.base import Words

SHORTEST, SHORTEST_NUMBER = 4, 7
"""Characters from which words, or a number, cannot stand in a log by chance."""

OURS = {"account", "problem", "subject"}
"""Columns that are about people in words of our own: they name a network, an error or a number."""

SECRET = re.compile("TOKEN|PASSWORD|SECRET")
LOOKS_FORBIDDEN = re.compile(
    r"\b(?:syt|syr|syl)_\w+|\d{3,}:[A-Za-z0-9_-]{20,}|![\w-]+:[\w.-]+|@[\w.=/+-]+:[a-z][\w.-]*"
)
"""A login token of Synapse's, a bot token of Telegram's, a room and a user of Matrix."""


def secrets_of(settings: Mapping[str, str]) -> set[str]:
    """The secret ones among the settings: of a Telegram token also the half that is secret."""
    found = {value for name, value in settings.items() if SECRET.search(name)}
    password = make_url(settings["DATABASE__URL"]).password if "DATABASE__URL" in settings else None
    return found | {value.partition(":")[2] for value in found} | ({str(password)} if password else set())


def kept_about_people(database: str) -> Iterator[str]:
    """Everything in outside words that the database knows of people; nothing if there is none yet."""
    if database.startswith("sqlite") and not Path(str(make_url(database).database)).exists():
        return
    engine = create_engine(database)
    try:
        there = set(inspect(engine).get_table_names())
        with engine.connect() as connection:
            for table in metadata.sorted_tables:
                asked = [one for one in table.c if "personal" in one.info and isinstance(one.type, Words)]
                asked = [one for one in asked if one.name not in OURS]
                if asked and table.name in there:
                    yield from (value for row in connection.execute(select(*asked)) for value in row if value)
            if deliveries.name in there:
                bodies = connection.execute(select(deliveries.c.body).distinct()).scalars()
                yield from (decode_outgoing(body).text for body in bodies if body)
    finally:
        engine.dispose()


def overheard(log: str, forbidden: Iterable[str]) -> list[str]:
    """Lines of the log with anything in it that may not be there."""
    pieces = {line.strip() for words in forbidden for line in words.splitlines()}
    found = {number for number in re.findall(r"\d+", log) if len(number) >= SHORTEST_NUMBER and number in pieces}
    likely = [one for one in pieces if len(one) >= SHORTEST and not one.isdigit() and one in log]
    found.update(one for one in likely if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", log))
    found.update(match[0] for match in LOOKS_FORBIDDEN.finditer(log))
    return [line for line in log.splitlines() if any(piece in line for piece in found)]
