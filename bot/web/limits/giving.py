"""Stored files on their way out: each is in memory as a whole while it goes, so only so many go at once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

PIECE = 64 * 1024
"""Bytes handed to the network at a time: what waits there for a slow reader is no second copy of the file."""

PATIENCE = 5.0
"""Seconds a request waits for its turn, so that a page full of pictures gets them all."""

SLOWEST, GRACE = 32 * 1024, 30.0
"""Bytes a second (a quarter of a megabit) and seconds beside them: who reads slower keeps others from their turn."""


class Hatch:
    """Lets so many files out at once."""

    def __init__(self, at_once: int) -> None:
        self._places = asyncio.Semaphore(at_once)

    def give(self, load: Callable[[], Awaitable[Response]]) -> ASGIApp:
        """An answer that loads the file when it is its turn, and sends it in pieces. 503 if its turn does not come."""

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            del scope, receive
            async with self._turn():
                await _in_pieces(await load(), send)

        return answer

    @contextlib.asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            raise HTTPException(503, headers={"retry-after": "5"}) from None
        try:
            yield
        finally:
            self._places.release()


async def _in_pieces(response: Response, send: Send) -> None:
    """Send it; whoever takes far too long is cut off (the server closes an answer that ends too early)."""
    content = bytes(response.body)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(GRACE + len(content) / SLOWEST):
            await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
            for at in range(0, len(content), PIECE):
                await send({"type": "http.response.body", "body": content[at : at + PIECE], "more_body": True})
            await send({"type": "http.response.body", "body": b""})
