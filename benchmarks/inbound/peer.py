"""Runs the peer: its Application on a network that answers instantly, one update after the other, persons as ours."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from telegram import Update
from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest, RequestData

from benchmarks.inbound.peer_bot import PeerBot
from benchmarks.inbound.peer_tables import Person, engine
from benchmarks.inbound.peer_words import places, questions
from benchmarks.inbound.persons import Act, Somebody, Types
from benchmarks.inbound.spent import Spent, Stopwatch

NAME = "python-telegram-bot + async SQLAlchemy"
LACKS = (
    "no inbox (a message under way when the process dies is lost), no protection against repeats, the state of every "
    "conversation in memory only, replies are sent inside the transaction and never retried, no going back or changing "
    "an answer, one language, no checked choices. Its time includes making the requests for three calls a tap "
    "(answer, edit, send) to a network that answers at once; ours ends with edit and reply committed in the ledger"
)

DATE = 1_790_000_000
BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


class NoNetwork(BaseRequest):
    """Every request is answered at once, as the Bot API would."""

    def __init__(self) -> None:
        self._message = itertools.count(1)

    @property
    def read_timeout(self) -> float:
        """Seconds; never needed."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Status and body."""
        del method
        called = url.rpartition("/")[2]
        if called == "getMe":
            result: object = BOT
        elif called == "answerCallbackQuery":
            result = True
        else:
            parameters = request_data.parameters if request_data else {}
            chat = {"id": parameters.get("chat_id", 1), "type": "private"}
            number = next(self._message)
            result = {"message_id": number, "date": DATE, "chat": chat, "from": BOT, "text": parameters.get("text", "")}
        return 200, orjson.dumps({"ok": True, "result": result})


@dataclass
class Peer:
    """One running process of the peer's."""

    application: Application[Any, Any, Any, Any, Any, Any]
    sessions: async_sessionmaker[AsyncSession]
    update: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    async def play(self, persons: list[Somebody]) -> Spent:
        """Everybody joins, wave by wave. RuntimeError if somebody is not a member at the end."""
        before = await self._members()
        scripts = [(person, list(person.acts())) for person in persons]
        spent = Spent(0, 0.0, 0.0)
        for step in range(max(len(acts) for _, acts in scripts)):
            wave = [self._update(person, acts[step]) for person, acts in scripts if step < len(acts)]
            watch = Stopwatch()
            for update in wave:
                await self.application.process_update(update)
            spent += watch.stop(len(wave))
        joined = await self._members() - before
        if joined != len(persons):
            raise RuntimeError(f"of {len(persons)} persons {joined} joined the peer")
        return spent

    async def _members(self) -> int:
        async with self.sessions() as session:
            found = await session.scalar(select(func.count()).select_from(Person).where(Person.joined_at.is_not(None)))
            return int(found or 0)

    def _update(self, person: Somebody, act: Act) -> Update:
        chat = {"id": person.chat, "type": "private", "first_name": "Anna"}
        user = {"id": person.chat, "is_bot": False, "first_name": "Anna", "language_code": "de"}
        number = next(self.update)
        message: dict[str, object] = {"message_id": number, "date": DATE, "chat": chat}
        if isinstance(act, Types):
            message |= {"from": user, "text": act.words}
            if act.words.startswith("/"):
                message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(act.words)}]
            raw: dict[str, object] = {"update_id": number, "message": message}
        else:
            tapped = {"id": str(number), "from": user, "chat_instance": "1", "data": str(act.at)}
            raw = {"update_id": number, "callback_query": {**tapped, "message": {**message, "from": BOT, "text": "?"}}}
        return Update.de_json(raw, self.application.bot)


@asynccontextmanager
async def peer(url: str, *, hasty: bool = False) -> AsyncIterator[Peer]:
    """The peer on empty tables of its own; `hasty`: SQLite with synchronous=NORMAL, so that commits do not wait."""
    database = await engine(url, hasty=hasty)
    sessions = async_sessionmaker(database, expire_on_commit=False)
    application = ApplicationBuilder().token("1:bench").request(NoNetwork()).updater(None).build()
    application.add_handler(PeerBot(sessions, questions(), places()).handler())
    async with application:
        yield Peer(application, sessions)
    await database.dispose()
