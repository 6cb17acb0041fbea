"""The webhook's way in: updates wait here until they are stored, and only then does Telegram get its 200. And a look at
how Telegram fares with it: what it cannot bring is silence from here.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

import orjson
from telegram.error import TelegramError

from bot.adapters.telegram.polling import Cursor, Polled, is_old, pause_after, silent_since
from bot.adapters.telegram.problems import told
from bot.adapters.telegram.quiet import QuietBot
from bot.core.errors import AccountProblem
from bot.core.pace.waits import WayIn

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
WAITING_MAX = 100
"""Telegram opens at most 100 connections (Bot API, setWebhook)."""

COMMIT_SECONDS = 25.0
"""After this long without a commit Telegram is told to come again."""

LOOK_EVERY = 60.0
"""Seconds without a request after which it is looked whether the stored time is still fresh."""

WATCH_EVERY = 60.0
"""Seconds between two looks at how Telegram fares."""

TAKEN = "The webhook of this bot leads elsewhere now: somebody else set one. Stop one of the two, then start again."


@dataclass(eq=False, slots=True)
class Knock:
    """One update waiting to be stored."""

    update: object
    stored: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def settle(self, *, stored: bool) -> None:
        """Let Telegram know."""
        if not self.stored.done():
            self.stored.set_result(stored)


class Door:
    """Hands updates from web requests to whoever stores them. Refuses to exist without a secret."""

    def __init__(self, secret: str) -> None:
        if not secret:
            raise ValueError("a webhook without a secret is open to anybody")
        self._secret = secret.encode()
        self._waiting: list[Knock] = []
        self._taken: list[Knock] = []
        self._came = asyncio.Event()
        self._open = False

    async def knock(self, headers: Mapping[str, str], body: Callable[[], Awaitable[bytes]]) -> int:
        """The HTTP status for a request of Telegram's (or of somebody who pretends). Header names in small letters.
        Only who knows the secret has the body read; the web face caps its length.
        """
        given = headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return HTTPStatus.FORBIDDEN
        try:
            update = orjson.loads(await body())
        except orjson.JSONDecodeError as problem:
            too_deep = "depth" in str(problem) or "recursion" in str(problem)  # its own bound is 1024
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_deep else HTTPStatus.BAD_REQUEST
        return await self._hand_over(update)

    async def _hand_over(self, update: object) -> int:
        if not self._open or len(self._waiting) >= WAITING_MAX:
            return HTTPStatus.SERVICE_UNAVAILABLE
        knock = Knock(update)
        self._waiting.append(knock)
        self._came.set()
        try:
            stored = await asyncio.wait_for(knock.stored, COMMIT_SECONDS)
        except TimeoutError:
            stored = False
        return HTTPStatus.OK if stored else HTTPStatus.SERVICE_UNAVAILABLE

    async def updates(self) -> AsyncGenerator[tuple[object, ...], None]:
        """Everything that waits, at once; nothing after a minute in which nobody came. Asking for the next confirms
        the last; ends by being closed.
        """
        self._open = True
        try:
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._came.wait(), LOOK_EVERY)
                self._came.clear()
                self._taken, self._waiting = self._waiting, []
                yield tuple(knock.update for knock in self._taken)
                self._settle(stored=True)
        finally:
            self.close()

    def close(self) -> None:
        """Nobody stores any more: whoever waits is sent away to come again."""
        self._open = False
        self._taken, self._waiting = self._taken + self._waiting, []
        self._settle(stored=False)

    def _settle(self, *, stored: bool) -> None:
        for knock in self._taken:
            knock.settle(stored=stored)
        self._taken = []


async def knocked(
    door: Door, since: Cursor | None, now: Callable[[], datetime], way_in: WayIn
) -> AsyncGenerator[Polled, None]:
    """Updates as Telegram brings them, for ever. Quiet hours are noted as well, unless Telegram cannot reach us, or we
    cannot ask it whether it does: that nobody wrote is no gap, that nothing came through is one.
    """
    cursor = since
    async with aclosing(door.updates()) as knocks:
        async for updates in knocks:
            if updates:
                way_in.fine()
            if updates or (is_old(cursor, now()) and way_in.fair):
                silent, cursor = silent_since(cursor, now()), Cursor(0, now())
                yield Polled(updates, cursor, silent)


async def watch(bot: QuietBot, url: str, way_in: WayIn) -> None:
    """Tell for ever how the way in fares: whether Telegram reaches our webhook. Raises AccountProblem once it is
    another's.
    """
    while True:
        try:
            info = await bot.get_webhook_info()
        except TelegramError as error:  # sending has its own eyes; but without a way out there is hardly one in
            pause = pause_after(error, way_in)
            if way_in.problem:
                way_in.problem = f"Telegram does not say whether it reaches the webhook: {told(error)}"
            await asyncio.sleep(pause)
            continue
        if info.url != url:
            raise AccountProblem(TAKEN)
        way_in.fine()
        if info.pending_update_count > 0 and info.last_error_message:
            way_in.problem = f"Telegram cannot deliver to the webhook: {info.last_error_message}"[:200]
        await asyncio.sleep(WATCH_EVERY)
