"""Joins rooms the bot was invited to, beside the sync loop, with bounded retries and a bounded number at a time."""

from __future__ import annotations

import asyncio
import logging

from bot.adapters.matrix.wire.homeserver import Reply, Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.verdicts import LOST_TOKEN
from bot.core.errors import AccountProblem, DeliveryProblem

log = logging.getLogger(__name__)

_PAUSES = (1.0, 4.0, 15.0, 60.0, 300.0)
_AT_ONCE = 8
_WAITING = 1_000  # invitations remembered at a time; what is beyond is found again at the next start
_LONGEST = 300.0
_SERVER_ERRORS = 500
_TOO_MANY = 429


class Doorman:
    """Invitations under way. What a crash interrupts is found again at the next start, as pending invitations are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._door = asyncio.Semaphore(_AT_ONCE)
        self._joining: dict[str, asyncio.Task[None]] = {}

    def invited(self, room: str, inviter: str) -> None:
        """Join when it is possible."""
        if room not in self._joining and len(self._joining) < _WAITING:
            self._joining[room] = asyncio.create_task(self._join(room, inviter))

    def withdrawn(self, room: str) -> None:
        """Do not join any more."""
        task = self._joining.pop(room, None)
        if task is not None:
            task.cancel()

    async def enter(self, room: str, inviter: str) -> bool:
        """One try, now; whether the bot is in the room."""
        try:
            return (await self._ask(room, inviter)).ok
        except (Weather, DeliveryProblem, AccountProblem):
            return False

    async def close(self) -> None:
        """Stop trying."""
        tasks = tuple(self._joining.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._joining.clear()

    async def _join(self, room: str, inviter: str) -> None:
        try:
            for pause in (*_PAUSES, 0.0):
                async with self._door:
                    wait = await self._try(room, inviter, pause)
                if not wait:
                    return
                await asyncio.sleep(wait)
        finally:
            self._joining.pop(room, None)

    async def _try(self, room: str, inviter: str, pause: float) -> float:
        """One try; how many seconds to wait for the next one, 0 if there is none."""
        try:
            reply = await self._ask(room, inviter)
        except (Weather, DeliveryProblem):
            return pause
        except AccountProblem:
            return 0.0  # the sync loop says so, too
        if reply.ok:
            return 0.0
        if reply.status == _TOO_MANY:
            return min(max(pause, reply.retry_after), _LONGEST)
        if reply.status >= _SERVER_ERRORS or not reply.errcode or reply.errcode in LOST_TOKEN:
            return pause
        log.info("matrix: an invitation could not be accepted (%s)", reply)
        return 0.0

    async def _ask(self, room: str, inviter: str) -> Reply:
        server = inviter.partition(":")[2]
        return await self._session.call("POST", path("join", room, via=server, server_name=server), {})
