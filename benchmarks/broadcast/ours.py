"""Our broadcast in a process of its own: the ledger on SQLite, the dispatcher, the Telegram adapter.

`python -m benchmarks.broadcast.ours <api> <token> <count> <rate> <folder>`: rate 0 is no limit. Prints one line of
JSON: {seconds, cpu, tally}. The clock runs from the first claim until the last receipt is committed.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from benchmarks.broadcast.outbox import deliver, house_at
from bot.adapters.telegram import TelegramTransport
from bot.parts.house import settle_in
from tests.live.town import announce, enqueue, settle

STATES = ("sent", "uncertain", "refused", "unreachable", "cancelled")


async def main(api: str, token: str, count: int, rate: float, folder: Path) -> None:
    """Settle, enqueue, send, tell."""
    url = f"sqlite:///{folder}/broadcast.db"
    async with house_at(url, folder) as house:
        transport = TelegramTransport(token, api_url=api, rate=rate)
        settle(url, transport.account, count)
        number = await house.store.transact(announce)
        await enqueue(house.store, number)
        settle_in()
        await transport.open()
        began, worked = time.monotonic(), time.process_time()
        await deliver(house, transport, number)
        spent = {"seconds": time.monotonic() - began, "cpu": time.process_time() - worked}
        tally = await house.store.read(lambda work: work.announcements.tally(number))
        await transport.close()
    sys.stdout.write(json.dumps({**spent, "tally": {state: tally.of(state) for state in STATES}}) + "\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), Path(sys.argv[5])))
