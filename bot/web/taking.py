"""Bodies on their way in: each is in memory as it comes, so only so many bytes may come at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.web.headers import capped

SECONDS = 60.0
"""How long one body may take."""


@dataclass(eq=False, slots=True)
class _Body:
    """One that is coming: `held` bytes so far."""

    patience: asyncio.Timeout
    held: int = 0
    cut: bool = False

    def give_way(self) -> None:
        """End it, unless it is over already."""
        self.cut = True
        if not self.patience.expired():
            self.patience.reschedule(asyncio.get_running_loop().time())


class Intake:
    """Takes in `room` bytes at once, and one body of a session. Where room is short the largest gives way: sessions
    cost nothing, and whoever has many of them, or drips for ever, keeps nobody from the room.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._coming: dict[str, _Body] = {}

    async def take(self, session: str, request: Request, limit: int) -> bytes:
        """The body, of `limit` bytes at most. HTTPException as `capped`, 408 where it takes too long, 503 where it had
        to give way: to others, or to a newer one of its session, whose line was lost when that one began.
        """
        if older := self._coming.pop(session, None):
            older.give_way()
        body = _Body(asyncio.timeout(SECONDS))
        try:
            async with body.patience:
                self._coming[session] = body
                return await capped(request, limit, partial(self._came, body))
        except TimeoutError:
            raise HTTPException(503 if body.cut else 408, headers={"retry-after": "5"}) from None
        finally:
            if self._coming.get(session) is body:
                del self._coming[session]

    def _came(self, body: _Body, more: int) -> None:
        body.held += more
        while sum(one.held for one in self._coming.values()) > self._room:
            session = max(self._coming, key=lambda one: self._coming[one].held)
            self._coming.pop(session).give_way()
