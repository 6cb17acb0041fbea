"""Pushes updates to a bot's webhook, again and again until it answers with 2xx, as Telegram does."""

from __future__ import annotations

import asyncio

import aiohttp

from tests.fakeapi.server.world import Bot, Json

WAIT_FIRST, WAIT_MOST = 0.05, 1.0


async def push_forever(bot: Bot) -> None:
    """Runs as long as the server. Does nothing while no webhook is set."""
    async with aiohttp.ClientSession() as session:
        tasks: set[asyncio.Task[None]] = set()
        while True:
            await bot.push.wait()
            bot.push.clear()
            while bot.webhook.url and bot.updates:
                if len(tasks) >= bot.webhook.connections:
                    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                task = asyncio.create_task(_deliver(session, bot, bot.updates.popleft()))
                tasks.add(task)
                task.add_done_callback(tasks.discard)


async def _deliver(session: aiohttp.ClientSession, bot: Bot, update: Json) -> None:
    hook, wait = bot.webhook, WAIT_FIRST
    hook.pending += 1
    while bot.webhook.url:
        headers = {"X-Telegram-Bot-Api-Secret-Token": bot.webhook.secret} if bot.webhook.secret else {}
        try:
            async with session.post(bot.webhook.url, json=update, headers=headers, timeout=_patience()) as answer:
                bot.statuses[-answer.status] += 1
                if answer.ok:
                    hook.pending -= 1
                    return
                hook.error = f"Wrong response from the webhook: {answer.status}"
        except (aiohttp.ClientError, TimeoutError, OSError):
            bot.statuses[0] += 1
            hook.error = "Connection refused"
        await asyncio.sleep(wait)
        wait = min(wait * 2, WAIT_MOST)
    bot.updates.append(update)  # the webhook is gone: the next poller gets it


def _patience() -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=60)
