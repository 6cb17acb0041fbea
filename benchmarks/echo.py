"""The least a bot can do: long poll, answer, long poll. Its latency is the network's own. Knows nothing of ours.

`python -m benchmarks.echo <address of the Bot API> <token>`, in a process of its own, until that is ended.
"""

from __future__ import annotations

import asyncio
import os
import sys

import aiohttp
import orjson


async def echo(url: str, token: str) -> None:
    """Answer every message with its own words, until the process that started us is gone or ends us."""
    base, offset, parent = f"{url}/bot{token}", 0, os.getppid()
    async with aiohttp.ClientSession() as session:
        while os.getppid() == parent:
            for update in await _call(session, f"{base}/getUpdates", {"offset": offset, "timeout": 1}):
                offset = update["update_id"] + 1
                message = update["message"]
                await _call(session, f"{base}/sendMessage", {"chat_id": message["chat"]["id"], "text": message["text"]})


async def _call(session: aiohttp.ClientSession, url: str, given: dict[str, object]) -> list[dict]:
    headers = {"content-type": "application/json"}
    async with session.post(url, data=orjson.dumps(given), headers=headers) as response:
        response.raise_for_status()
        return orjson.loads(await response.read())["result"]


if __name__ == "__main__":
    asyncio.run(echo(*sys.argv[1:3]))
