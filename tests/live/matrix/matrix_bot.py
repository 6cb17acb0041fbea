"""The bot's side in tests of the Matrix transport: a transport whose batches are committed as they are looked at."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.adapters.matrix import MatrixTransport
from bot.core.messages import Batch, Incoming, Kind
from tests.live.matrix.synapse import Account, Synapse

PATIENCE = 15.0


def hints(key: str, language: str) -> str:
    """Stand-ins for the texts."""
    return {"matrix-choose": f"<{language}> Number?", "matrix-words": f"<{language}> Also:"}[key]


class Bot:
    """Takes what the transport yields, like the core: the cursor moves when the batch was taken."""

    def __init__(self, transport: MatrixTransport, cursor: str = "") -> None:
        self.transport = transport
        self.cursor = cursor
        self.problem: BaseException | None = None
        self._got: deque[Incoming] = deque()
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Open, and receive from the cursor on; without one, wait until the first sync is committed."""
        await self.transport.open()
        fresh = not self.cursor
        self._task = asyncio.create_task(self._receive())
        async with asyncio.timeout(PATIENCE):
            while fresh and not self.cursor and not self._task.done():
                await self._tidings()

    async def end(self) -> None:
        await self.transport.close()
        if self._task is not None:
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(self._task, return_exceptions=True)

    async def gets(self, kind: Kind, patience: float = PATIENCE) -> Incoming:
        """What comes next, which must be of this kind."""
        async with asyncio.timeout(patience):
            while not self._got:
                if self.problem is not None:
                    raise self.problem
                await self._tidings()
        found = self._got.popleft()
        assert found.kind is kind, found
        return found

    def waiting(self) -> list[Incoming]:
        """What has come and was not looked at."""
        return list(self._got)

    async def stops(self) -> BaseException:
        """Why receiving ended."""
        async with asyncio.timeout(PATIENCE):
            while self.problem is None:
                await self._tidings()
        return self.problem

    async def _tidings(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def _receive(self) -> None:
        try:
            async for batch in self.transport.batches(self.cursor):
                self._take(batch)
        except BaseException as problem:
            self.problem = problem
            raise
        finally:
            self._news.set()

    def _take(self, batch: Batch) -> None:
        self._got.extend(batch.incoming)
        self.cursor = batch.cursor
        self._news.set()


def transport_for(synapse: Synapse, account: Account, **more: str) -> MatrixTransport:
    """A transport that logs in with the account's password."""
    return MatrixTransport(
        synapse.url, account.user_id, password=account.password, hints=hints, commands=("hilfe",), **more
    )


@asynccontextmanager
async def bot_on(synapse: Synapse, account: Account | None = None, cursor: str = "", **more: str) -> AsyncIterator[Bot]:
    """A bot that receives, on an account of its own unless one is given."""
    bot = Bot(transport_for(synapse, account or synapse.user("bot"), **more), cursor)
    try:
        await bot.begin()
        yield bot
    finally:
        await bot.end()
