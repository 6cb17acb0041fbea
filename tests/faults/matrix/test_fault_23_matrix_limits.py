"""23: the homeserver's own rate limit: a bounded wait, the same transaction id, the order kept."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Kind, Outgoing, Shipment
from tests.live.matrix.matrix_bot import Bot, bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, limited_synapse

__all__ = ["limited_synapse"]

SENT = 11
"""One more than Synapse lets through at once by default."""


async def send_in_order(bot: Bot, room: str) -> list[float]:
    """Send like the dispatcher: one at a time, waiting as long as asked; the waits."""
    waits = []
    for number in range(SENT):
        while True:
            try:
                await bot.transport.send(Shipment(number + 1, room, Outgoing(f"Nummer {number}")))
                break
            except DeliveryProblem as problem:
                if problem.verdict is not Verdict.THROTTLED:
                    raise
                waits.append(problem.retry_after)
                await asyncio.sleep(problem.retry_after)
    return waits


async def test_fault_23_limited_sends_say_how_long_to_wait_and_keep_their_order(limited_synapse: Synapse) -> None:
    account = limited_synapse.user("bot")
    anna_account = limited_synapse.user("anna")
    async with MatrixPerson(limited_synapse, anna_account) as anna, bot_on(limited_synapse, account) as bot:
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        waits = await send_in_order(bot, room)
        assert waits
        assert all(0 < wait <= 60 for wait in waits)
        assert [await anna.hears(room) for _ in range(SENT)] == [f"Nummer {number}" for number in range(SENT)]
        with pytest.raises(TimeoutError):
            await anna.hears(room, patience=1)
        limited_synapse.lift_limits(account)
        for number in range(SENT):
            await bot.transport.send(Shipment(100 + number, room, Outgoing("frei")))
