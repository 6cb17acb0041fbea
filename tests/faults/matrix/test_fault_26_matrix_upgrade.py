"""26: a room is upgraded: the bot follows into the replacement, and nobody is greeted a second time."""

from __future__ import annotations

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Kind, Outgoing, Shipment
from tests.live.matrix.matrix_bot import bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse

__all__ = ["synapse"]


async def test_fault_26_the_contact_moves_to_the_replacement(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        successor = await anna.upgrades(room)
        await anna.invites(successor, account.user_id)
        moved = await bot.gets(Kind.MOVED)
        assert (moved.address, moved.moved_to) == (room, successor)
        await anna.types(successor, "weiter hier")
        text = await bot.gets(Kind.TEXT)
        assert (text.address, text.private) == (successor, True)


async def test_fault_26_a_message_to_the_old_room_says_where_to_go(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id, equal=False)
        await bot.gets(Kind.JOINED)
        successor = await anna.upgrades(room)
        await anna.invites(successor, account.user_id)
        await bot.gets(Kind.MOVED)
        with pytest.raises(DeliveryProblem) as problem:
            await bot.transport.send(Shipment(1, room, Outgoing("Hallo")))
        assert (problem.value.verdict, problem.value.moved_to) == (Verdict.MOVED, successor)


async def test_fault_26_a_stranger_cannot_claim_to_replace_a_room(synapse: Synapse) -> None:
    """Only the old room's own tombstone counts: else anybody could take over somebody's conversation."""
    account = synapse.user("bot")
    async with (
        MatrixPerson(synapse, synapse.user("anna")) as anna,
        MatrixPerson(synapse, synapse.user("mallory")) as mallory,
        bot_on(synapse, account) as bot,
    ):
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        claim = {"predecessor": {"room_id": room, "event_id": "$x"}}
        made = await mallory.asks(
            "POST", "/createRoom", {"creation_content": claim, "invite": [account.user_id], "is_direct": True}
        )
        joined = await bot.gets(Kind.JOINED)
        assert joined.address == made["room_id"]


async def test_fault_26_a_tombstone_does_not_lead_into_somebody_elses_room(synapse: Synapse) -> None:
    """What waits for Mallory must not reach Anna, whose room never said that it replaces Mallory's."""
    account = synapse.user("bot")
    async with (
        MatrixPerson(synapse, synapse.user("anna")) as anna,
        MatrixPerson(synapse, synapse.user("mallory")) as mallory,
        bot_on(synapse, account) as bot,
    ):
        annas = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        mallorys = await mallory.opens(account.user_id, equal=False)
        await bot.gets(Kind.JOINED)
        state = f"/rooms/{mallorys}/state"
        await mallory.asks("PUT", f"{state}/m.room.tombstone/", {"body": "", "replacement_room": annas})
        await mallory.types(mallorys, "noch da")
        assert (await bot.gets(Kind.TEXT)).address == mallorys
        levels = await mallory.asks("GET", f"{state}/m.room.power_levels/")
        await mallory.asks("PUT", f"{state}/m.room.power_levels/", {**levels, "events_default": 50})
        with pytest.raises(DeliveryProblem) as problem:
            await bot.transport.send(Shipment(1, mallorys, Outgoing("Hallo")))
        assert problem.value.verdict is Verdict.UNREACHABLE
