"""A town full of followers: so many invented persons written straight into the database, and an announcement to all."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, create_engine, text

from bot.core.ports import Store, Work
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import calendar

TEXT = "Eine Nachricht an alle: Am Samstag um 10 Uhr treffen wir uns am Rathaus."
PART = 50_000
"""Rows per statement."""

PERSONS = text("INSERT INTO persons (id, language, news, follows, created_at) VALUES (:id, 'de', true, true, :now)")
CONTACTS = text(
    "INSERT INTO contacts (id, person, account, address, reachable, last_used)"
    " VALUES (:id, :id, :account, :address, true, :now)"
)


def settle(url: str, account: str, count: int, first: int = 1) -> None:
    """So many persons who all follow, each with a contact whose address is their number, from `first` on."""
    engine = create_engine(url)
    try:
        for at in range(first, first + count, PART):
            _write(engine, account, range(at, min(at + PART, first + count)))
        if engine.dialect.name == "postgresql":
            _tidy(engine)
    finally:
        engine.dispose()


def _write(engine: Engine, account: str, numbers: range) -> None:
    moment = datetime.now(UTC)
    now: object = int(moment.timestamp() * 1e6) if engine.dialect.name == "sqlite" else moment
    rows = [{"id": number, "account": account, "address": str(number), "now": now} for number in numbers]
    with engine.begin() as connection:
        connection.execute(PERSONS, rows)
        connection.execute(CONTACTS, rows)


def _tidy(engine: Engine) -> None:
    """What PostgreSQL would come to know by itself after a while."""
    with engine.begin() as connection:
        for table in ("persons", "contacts"):
            counter = f"pg_get_serial_sequence('{table}', 'id')"
            connection.execute(text(f"SELECT setval({counter}, (SELECT max(id) FROM {table}))"))  # noqa: S608 - ours
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE persons, contacts"))


def announce(work: Work, words: str = TEXT) -> int:
    """An announcement to everybody, released just now."""
    draft = Draft(Words("de", words), Audience())
    number = work.announcements.add(1, draft, AnnouncementState.DRAFT, datetime.now(UTC))
    work.announcements.write(number, Step.SEND, {"de": words, "en": words})
    work.announcements.move(number, AnnouncementState.ENQUEUING, [AnnouncementState.DRAFT], datetime.now(UTC))
    return number


async def enqueue(store: Store, number: int) -> None:
    """Write all its deliveries, chunk by chunk, as the tick does."""
    moment = calendar(datetime.now(UTC), 0, ZoneInfo("Europe/Berlin"))
    while not await store.transact(lambda work: work.announcements.enqueue(number, moment)):
        pass
