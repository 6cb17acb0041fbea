"""Bodies on their way in: each is in memory as it comes, so only so many bytes may come at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.web.limits.headers import capped

SECONDS = 60.0
"""How long one body may take."""

QUIET, SHORTEST = 2.0, 0.1
"""Seconds: of a body that brings nothing for the first nobody knows whether it goes on; the second keeps a first chunk
from being infinitely fast.
"""


@dataclass(eq=False, slots=True)
class _Body:
    """One that is coming: `held` bytes so far, the last of them at `last`, in the loop's seconds as `began`."""

    patience: asyncio.Timeout
    began: float
    last: float
    held: int = 0
    cut: bool = False

    def came(self, more: int, now: float) -> None:
        """So many bytes more."""
        self.held, self.last = self.held + more, now

    def pace(self, now: float) -> tuple[bool, float]:
        """For comparing: whether anything came lately, and bytes a second since it began."""
        return now - self.last < QUIET, self.held / max(now - self.began, SHORTEST)

    def give_way(self) -> None:
        """End it, unless it is over already."""
        self.cut = True
        if not self.patience.expired():
            self.patience.reschedule(asyncio.get_running_loop().time())


class Intake:
    """Takes in `room` bytes at once, and one body of a session. Where room is short, what brings nothing for a while
    gives way, the slowest first, then the slowest of all: sessions cost nothing, and whoever has many of them and
    stands still, or drips, keeps nobody from the room.
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
        now = asyncio.get_running_loop().time()
        body = _Body(asyncio.timeout(SECONDS), now, now)
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
        now = asyncio.get_running_loop().time()
        body.came(more, now)
        while sum(one.held for one in self._coming.values()) > self._room:
            session = min(self._coming, key=lambda one: self._coming[one].pace(now))
            self._coming.pop(session).give_way()
