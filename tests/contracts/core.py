"""The core's side in the transport contract: takes batches, commits them or is killed before, and starts again."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import count

from bot.core.messages import Batch, Choice, Incoming, Kind, Load, Outgoing, Receipt, Shipment, nothing_kept
from bot.core.transport import Transport

PATIENCE = 8.0


@dataclass
class Core:
    """Asks for one batch at a time. What was handed out last is committed when the next one is asked for."""

    make: Callable[[], Transport]
    committed: str = ""
    handed: str = ""
    got: deque[Incoming] = field(default_factory=deque)
    numbers: count[int] = field(default_factory=lambda: count(1))
    _asking: asyncio.Task[Batch] | None = None

    async def open(self) -> None:
        """Start (again), from the cursor that was committed."""
        self.transport = self.make()
        await self.transport.open()
        self.source: AsyncIterator[Batch] = self.transport.batches(self.committed)
        self.handed = self.committed
        self.got.clear()

    def commit(self) -> None:
        """What was handed out is safe: ask for more."""
        if self._asking is None:
            self.committed = self.handed
            self._asking = asyncio.ensure_future(anext(self.source))

    async def batch(self) -> Batch:
        self.commit()
        assert self._asking is not None
        async with asyncio.timeout(PATIENCE):
            batch = await self._asking
        self._asking = None
        self.handed = batch.cursor or self.handed
        self.got.extend(batch.incoming)
        return batch

    async def gets(self, kind: Kind) -> Incoming:
        """The next that came, which must be of this kind."""
        while not self.got:
            await self.batch()
        found = self.got.popleft()
        assert found.kind is kind, found
        return found

    async def dies(self) -> None:
        """Nothing more is committed; connections drop."""
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        await self.transport.close()

    async def end(self) -> None:
        """As `dies`, whatever state it is in."""
        with contextlib.suppress(AttributeError):
            await self.dies()

    async def says(
        self, address: str, words: str, *choices: Choice, edits: tuple[str, ...] = (), language: str = "de"
    ) -> Receipt:
        """Send one message, or the edit of one."""
        return await self.sends(address, Outgoing(words, choices), nothing_kept, edits, language)

    async def sends(
        self, address: str, outgoing: Outgoing, load: Load, edits: tuple[str, ...] = (), language: str = "de"
    ) -> Receipt:
        """The same of any message."""
        number = next(self.numbers)
        return await self.transport.send(Shipment(number, address, outgoing, language, edits=edits, load=load))
