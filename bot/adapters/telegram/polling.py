"""The update loop: asks Telegram for the next updates only when the last ones are safely stored. Translates nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from telegram.error import Conflict, TelegramError

from bot.adapters.telegram.problems import account_problem, told
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.request import Throttled
from bot.core.pace.waits import WayIn

WAIT_LEAST = 1.0
"""Seconds between two requests that bring nothing: never more than one a second."""

KEPT = timedelta(hours=24)
"""How long Telegram keeps updates for us (Bot API, "Getting updates")."""

CONFLICTS = 2
"""So many 409 in a row mean a second poller; a single one may be our own last request, still open at Telegram."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Up to where everything is stored, and when that was last asked for, or brought. Written as "offset@epoch". With a
    webhook the offset is 0: Telegram may choose its numbers anew before somebody polls again.
    """

    offset: int
    asked_at: datetime

    @staticmethod
    def read(written: str) -> Cursor | None:
        """None at the first start."""
        offset, _, epoch = written.partition("@")
        return Cursor(int(offset), datetime.fromtimestamp(int(epoch or 0), UTC)) if offset else None

    def __str__(self) -> str:
        return f"{self.offset}@{int(self.asked_at.timestamp())}"


@dataclass(frozen=True, slots=True)
class Polled:
    """Raw updates with the cursor to store beside them; `silent_since` is set if Telegram may have dropped some."""

    updates: tuple[object, ...]
    cursor: Cursor
    silent_since: datetime | None = None


def pause_after(error: TelegramError, way_in: WayIn) -> float:
    """Seconds to wait after a failure to receive: a limit is none, and says how long it lasts."""
    if isinstance(error, Throttled):
        return max(error.retry_after, way_in.pause())
    return way_in.failed(told(error))


async def polled(
    bot: QuietBot, since: Cursor | None, now: Callable[[], datetime], way_in: WayIn
) -> AsyncGenerator[Polled, None]:
    """Updates as they come, for ever. Asking for the next confirms the last. Raises AccountProblem."""
    cursor, conflicts, refreshed = since, 0, False
    clock = asyncio.get_running_loop().time
    while True:
        asked = clock()
        try:
            updates = await bot.raw_updates(cursor.offset if cursor is not None else 0)
        except TelegramError as error:
            conflicts = conflicts + 1 if isinstance(error, Conflict) else 0
            problem = account_problem(error)
            if problem is not None and conflicts in {0, CONFLICTS}:
                raise problem from None
            await asyncio.sleep(pause_after(error, way_in))
            continue
        conflicts = 0
        offset = _next_offset(updates, cursor)
        silent = silent_since(cursor, now())
        if updates or not refreshed or is_old(cursor, now()):
            stuck = bool(updates) and cursor is not None and offset == cursor.offset
            cursor, refreshed = Cursor(offset, now()), True
            yield Polled(updates, cursor, silent)
            if stuck:  # updates without a number: asking at once would spin
                await asyncio.sleep(way_in.pause())
                continue
        way_in.fine()
        if not updates:  # a server that does not wait for news would be asked without end
            await asyncio.sleep(max(0.0, asked + WAIT_LEAST - clock()))


def _next_offset(updates: tuple[object, ...], cursor: Cursor | None) -> int:
    numbers = [
        update["update_id"] + 1
        for update in updates
        if isinstance(update, dict) and isinstance(update.get("update_id"), int)
    ]
    return max(numbers, default=cursor.offset if cursor is not None else 0)


def silent_since(cursor: Cursor | None, now: datetime) -> datetime | None:
    """Since when Telegram may have dropped updates; None if it has kept all of them."""
    return cursor.asked_at if cursor is not None and now - cursor.asked_at > KEPT else None


def is_old(cursor: Cursor | None, now: datetime) -> bool:
    """The stored time must stay fresh in quiet weeks too, or a restart would look like a gap."""
    return cursor is None or now - cursor.asked_at > timedelta(hours=1)
