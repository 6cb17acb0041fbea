"""python-telegram-bot as it is usually used for a broadcast. Modes: sleep, limiter<rate>, gather<at once>,
and aiohttp<at once>, which is the same with another HTTP client.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections.abc import Awaitable, Callable

from aiohttp_request import AiohttpRequest
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot

TEXT = "Eine Nachricht an alle: Am Samstag um 10 Uhr treffen wir uns am Rathaus."
AT_ONCE = 256
Send = Callable[[int], Awaitable[None]]


def bot(mode: str, api: str, token: str) -> ExtBot:
    """Built as its documentation says. `limiter<rate>`: PTB's own, at so many messages a second, with retries."""
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot")
    if mode.startswith("aiohttp"):
        return builder.request(AiohttpRequest(_number(mode))).build().bot
    builder = builder.connection_pool_size(AT_ONCE).pool_timeout(60)
    if mode.startswith("limiter"):
        builder = builder.rate_limiter(AIORateLimiter(overall_max_rate=_number(mode), max_retries=5))
    return builder.build().bot


def _number(mode: str) -> int:
    """The number at the end of a mode."""
    return int(re.sub(r"\D", "", mode))


async def one_by_one(send: Send, chats: range) -> None:
    """The loop of most tutorials: at most 25 a second, if a message took no time at all."""
    for chat in chats:
        await send(chat)
        await asyncio.sleep(0.04)


async def together(send: Send, chats: range, at_once: int) -> None:
    """So many at a time."""
    places = asyncio.Semaphore(at_once)

    async def place(chat: int) -> None:
        async with places:
            await send(chat)

    await asyncio.gather(*(place(chat) for chat in chats))


async def main(mode: str, api: str, token: str, count: int) -> None:
    """Send to the chats 1 to `count` and say how it went."""
    errors = 0
    async with bot(mode, api, token) as telegram:

        async def send(chat: int) -> None:
            nonlocal errors
            try:
                await telegram.send_message(chat, TEXT)
            except TelegramError:
                errors += 1

        chats = range(1, count + 1)
        began, worked = time.monotonic(), time.process_time()
        if mode == "sleep":
            await one_by_one(send, chats)
        else:
            await together(send, chats, AT_ONCE if mode.startswith("limiter") else _number(mode))
        spent = {"seconds": time.monotonic() - began, "cpu": time.process_time() - worked, "errors": errors}
    sys.stdout.write(json.dumps(spent) + "\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
