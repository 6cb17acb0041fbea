"""The peer's tables, as such a bot usually has them: persons, their answers, a log of replies. Asynchronous ORM."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Engine, ForeignKey, Integer, String, Text, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

Key = BigInteger().with_variant(Integer, "sqlite")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Base(DeclarativeBase):
    """All of them."""


class Person(Base):
    """Somebody who writes to the bot; a member once `joined_at` is set."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    chat: Mapped[int] = mapped_column(BigInteger, unique=True)
    kind: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str] = mapped_column(String(200), default="", index=True)
    signatory: Mapped[str] = mapped_column(String(200), default="")
    function: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(80), default="")
    declaration: Mapped[str] = mapped_column(String(64), default="")
    listed: Mapped[bool] = mapped_column(default=False)
    news: Mapped[bool] = mapped_column(default=False)
    joined_at: Mapped[datetime | None] = mapped_column(default=None)
    answers: Mapped[list[Answer]] = relationship(back_populates="person")


class Answer(Base):
    """What somebody answered."""

    __tablename__ = "answer"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    question: Mapped[str] = mapped_column(String(40))
    answer: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=_now)
    person: Mapped[Person] = relationship(back_populates="answers")


class Reply(Base):
    """What the bot replied."""

    __tablename__ = "reply"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    message: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=_now)


async def engine(url: str, *, hasty: bool) -> AsyncEngine:
    """An engine with empty tables. SQLite has a write-ahead log; unless `hasty`, every commit waits for the disk."""
    asynchronous = url.replace("sqlite:", "sqlite+aiosqlite:").replace("postgresql:", "postgresql+psycopg_async:")
    made = create_async_engine(asynchronous)
    if made.dialect.name == "sqlite":
        _set_up(made.sync_engine, "NORMAL" if hasty else "FULL")
    async with made.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    return made


def _set_up(sync: Engine, synchronous: str) -> None:
    @event.listens_for(sync, "connect")
    def connected(raw: object, _record: object) -> None:
        cursor = raw.cursor()  # type: ignore[attr-defined]
        for pragma in ("journal_mode = WAL", f"synchronous = {synchronous}", "busy_timeout = 5000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
