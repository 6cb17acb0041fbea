"""A line: one open page of one session. What comes is handed to the transport, what goes out waits here in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from bot.adapters.browser import translate
from bot.adapters.browser.translate import Malformed, Visitor
from bot.core.messages import Incoming

WAITING_MAX = 500
"""Frames a slow page may leave unread before its line is cut; it comes back and reads its mailbox."""


class Exchange(Protocol):
    """What a line needs of its transport."""

    def read(self, frame: str, visitor: Visitor) -> tuple[str, Incoming]:
        """Translate what a page said. Raises Malformed."""
        ...

    async def accept(self, incoming: Incoming) -> bool:
        """Hand it to the core; True when it is committed, False if the transport closes before."""
        ...

    async def missed(self, address: str, after: int) -> tuple[int, list[str]]:
        """The next frames sent to a session after this id, and the id to ask after next; none when it has them all."""
        ...

    def recent(self, address: str) -> list[str]:
        """Frames sent to a session a moment ago, which the mailbox may not show yet."""
        ...

    async def greet(self, visitor: Visitor) -> bool:
        """Somebody is here for the first time; as `accept`."""
        ...


class Line:
    """Made by `BrowserTransport.connect`; whoever serves the socket reads `frames()` and hands over what is said."""

    def __init__(self, visitor: Visitor, after: int, exchange: Exchange) -> None:
        self.visitor = visitor
        self._after = after
        self._exchange = exchange
        self._waiting: asyncio.Queue[str | None] = asyncio.Queue(WAITING_MAX)

    async def take(self, frame: str) -> str | None:
        """What the page says. Returns the answer for it, an acknowledgement only after the event is committed.

        None if the transport closes first: the page then gets no answer, and sends it again when it is back.
        """
        try:
            event, incoming = self._exchange.read(frame, self.visitor)
        except Malformed:
            return translate.refused(translate.event_of(frame))
        return translate.acknowledged(event) if await self._exchange.accept(incoming) else None

    async def frames(self) -> AsyncIterator[str]:
        """What the page has missed, then what comes, until the line is cut. Some may come twice; the ids tell."""
        address, empty = self.visitor.address, self._after == 0
        after, missed = await self._exchange.missed(address, self._after)
        while missed:
            empty = False
            for frame in missed:
                yield frame
            after, missed = await self._exchange.missed(address, after)
        for frame in self._exchange.recent(address):
            empty = False
            yield frame
        yield translate.CAUGHT_UP
        if empty and not await self._exchange.greet(self.visitor):
            return
        while (coming := await self._waiting.get()) is not None:
            yield coming

    def push(self, frame: str) -> None:
        """A message on its way; cuts the line if nobody reads."""
        if self._waiting.full():
            self.cut()
        else:
            self._waiting.put_nowait(frame)

    def cut(self) -> None:
        """End `frames()` as soon as it comes back for more."""
        if self._waiting.full():
            self._waiting.get_nowait()
        self._waiting.put_nowait(None)
