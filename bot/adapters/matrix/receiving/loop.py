"""The sync loop: asks only when the last answer is committed, backs off from anything that is no sync answer."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import suppress
from typing import TypeVar

from bot.adapters.matrix.receiving.kinds import STATE, TIMELINE
from bot.adapters.matrix.receiving.sorting import Sorter
from bot.adapters.matrix.wire.homeserver import Reply, Weather, path
from bot.adapters.matrix.wire.session import Session
from bot.adapters.matrix.wire.untrusted import string
from bot.adapters.matrix.wire.verdicts import BARRED, LOST_TOKEN
from bot.core.errors import AccountProblem, DeliveryProblem
from bot.core.messages import Batch
from bot.core.pace.waits import WayIn

log = logging.getLogger(__name__)

WAIT_SECONDS = 30.0
"""How long the server holds a sync request open when nothing happens."""

_BAD_REQUEST = 400
_LEAST_PAUSE = 1.0
"""Seconds between two requests that bring nothing."""

_KEEP_CURSOR_SECONDS = 30.0  # a cursor that only passes the bot's own events over is stored no more often than this
_NOTHING: Mapping[str, object] = {"types": []}
_ELSEWHERE = {"presence": _NOTHING, "account_data": _NOTHING}
_QUIET = {"ephemeral": _NOTHING, "account_data": _NOTHING}
_EVENTS = {"timeline": {"types": list(TIMELINE), "limit": 50}, "state": {"types": list(STATE)}}
FILTER = json.dumps({**_ELSEWHERE, "room": {**_QUIET, **_EVENTS}})
INVITATIONS = json.dumps({**_ELSEWHERE, "room": {**_QUIET, "timeline": {"types": [], "limit": 1}, "state": _NOTHING}})
"""For the first sync of all, and for invitations left open by a crash: nothing of what was said before."""

T = TypeVar("T")


class _Closed(Exception):
    """The transport is being closed."""


class _Forgotten(Exception):
    """The homeserver does not know the sync token (any more), for instance after a restored backup."""


class Loop:
    """Receiving for one account. `closed` ends it; `wait` is how many seconds the server may hold a request open;
    `way_in` tells what has kept it from receiving for a while.
    """

    def __init__(self, session: Session, sorter: Sorter, closed: asyncio.Event, wait: float) -> None:
        self._session = session
        self._sorter = sorter
        self._closed = closed
        self._wait = wait
        self.way_in = WayIn()

    async def batches(self, cursor: str) -> AsyncIterator[Batch]:
        """Answers from `cursor` on, a sync token. Raises AccountProblem."""
        since, stored = cursor, time.monotonic()
        sweep = asyncio.create_task(self._sweep()) if cursor else None
        try:
            while True:
                asked = time.monotonic()
                try:
                    batch = await self._until_closed(self._ask(since))
                except (Weather, DeliveryProblem) as problem:
                    pause = self.way_in.failed(str(problem))
                    log.warning("matrix: no sync (%s), trying again in %.0f s", problem, pause)
                    await self._until_closed(asyncio.sleep(pause))
                    continue
                self.way_in.fine()
                if batch.cursor == since and not batch.incoming:  # the server did not wait, or waited in vain
                    await self._until_closed(asyncio.sleep(max(0.0, _LEAST_PAUSE - (time.monotonic() - asked))))
                    continue
                if batch.incoming or not since or time.monotonic() - stored > _KEEP_CURSOR_SECONDS:
                    yield batch
                    stored = time.monotonic()
                since = batch.cursor
        except _Closed:
            return
        finally:
            if sweep is not None:
                sweep.cancel()
                await asyncio.gather(sweep, return_exceptions=True)

    async def _ask(self, since: str) -> Batch:
        if not since:
            answer = await self._sync("", INVITATIONS, 0.0)
            self._sorter.invitations(answer.body)
            return Batch((), string(answer.body["next_batch"]))
        try:
            answer = await self._sync(since, FILTER, self._wait)
        except _Forgotten:
            log.warning("matrix: the homeserver no longer knows how far we were, starting anew")
            return Batch((self._sorter.lost(since),), (await self._ask("")).cursor)
        return Batch(await self._sorter.sort(answer.body, since), string(answer.body["next_batch"]))

    async def _sync(self, since: str, wanted: str, wait: float) -> Reply:
        where = path("sync", since=since, filter=wanted, timeout=str(int(wait * 1000)))
        reply = await self._session.call("GET", where, extra=wait)
        if reply.ok and string(reply.body.get("next_batch")):
            return reply
        if since and reply.status == _BAD_REQUEST and reply.errcode:
            raise _Forgotten
        if reply.errcode in BARRED or reply.errcode == "M_FORBIDDEN":
            raise AccountProblem(f"the homeserver bars the account ({reply}); ask its operator")
        if reply.errcode in LOST_TOKEN:
            raise AccountProblem(f"a fresh login is not accepted ({reply}); ask the homeserver's operator")
        raise Weather(f"{reply} in place of a sync answer", sent=True)

    async def _sweep(self) -> None:
        """Find invitations whose acceptance a crash or a long outage has cut short."""
        with suppress(Weather, DeliveryProblem, AccountProblem):  # the loop beside it meets the same and says so
            answer = await self._sync("", INVITATIONS, 0.0)
            self._sorter.invitations(answer.body)

    async def _until_closed(self, what: Awaitable[T]) -> T:
        """The result, or _Closed as soon as the transport is closed."""
        working = asyncio.ensure_future(what)
        closing = asyncio.ensure_future(self._closed.wait())
        try:
            await asyncio.wait({working, closing}, return_when=asyncio.FIRST_COMPLETED)
            if self._closed.is_set():
                raise _Closed
            return working.result()
        finally:
            for task in (working, closing):
                task.cancel()
            await asyncio.gather(working, closing, return_exceptions=True)
