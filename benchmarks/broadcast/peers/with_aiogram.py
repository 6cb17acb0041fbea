"""aiogram with a semaphore. Mode: gather<at once>."""

from __future__ import annotations

import asyncio
import json
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError

TEXT = "Eine Nachricht an alle: Am Samstag um 10 Uhr treffen wir uns am Rathaus."


async def main(mode: str, api: str, token: str, count: int) -> None:
    """Send to the chats 1 to `count` and say how it went."""
    at_once = int(mode.removeprefix("gather"))
    places, errors = asyncio.Semaphore(at_once), 0
    session = AiohttpSession(api=TelegramAPIServer.from_base(api), limit=at_once)
    async with Bot(token, session=session) as bot:

        async def send(chat: int) -> None:
            nonlocal errors
            async with places:
                try:
                    await bot.send_message(chat, TEXT)
                except TelegramAPIError:
                    errors += 1

        began, worked = time.monotonic(), time.process_time()
        await asyncio.gather(*(send(chat) for chat in range(1, count + 1)))
        spent = {"seconds": time.monotonic() - began, "cpu": time.process_time() - worked, "errors": errors}
    sys.stdout.write(json.dumps(spent) + "\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
