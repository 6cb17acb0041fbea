"""24: kicked, banned, or a room the bot is not in: the contact is closed, and there is no loop."""

from __future__ import annotations

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Kind, Outgoing, Shipment
from tests.live.matrix.matrix_bot import bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse

__all__ = ["synapse"]


async def test_fault_24_a_kick_closes_the_contact(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id, equal=False)
        await bot.gets(Kind.JOINED)
        await anna.kicks(room, account.user_id)
        left = await bot.gets(Kind.LEFT)
        assert (left.address, left.sender) == (room, anna.user_id)
        with pytest.raises(DeliveryProblem) as problem:
            await bot.transport.send(Shipment(1, room, Outgoing("Sind Sie da?")))
        assert problem.value.verdict is Verdict.UNREACHABLE
        await anna.invites(room, account.user_id)
        assert (await bot.gets(Kind.JOINED)).address == room


async def test_fault_24_a_kick_while_the_bot_was_down_is_noticed(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna:
        async with bot_on(synapse, account) as bot:
            room = await anna.opens(account.user_id, equal=False)
            await bot.gets(Kind.JOINED)
            cursor = bot.cursor
        await anna.kicks(room, account.user_id)
        async with bot_on(synapse, account, cursor) as bot:
            assert (await bot.gets(Kind.LEFT)).address == room
            assert not bot.waiting()


async def test_fault_24_a_room_nobody_knows_is_unreachable(synapse: Synapse) -> None:
    async with bot_on(synapse) as bot:
        with pytest.raises(DeliveryProblem) as problem:
            await bot.transport.send(Shipment(1, "!nowhere:localhost", Outgoing("Hallo")))
        assert problem.value.verdict is Verdict.UNREACHABLE
        assert "nowhere" not in problem.value.detail


async def test_fault_24_a_conversation_into_which_others_come_is_no_persons_any_more(synapse: Synapse) -> None:
    """What is meant for Anna alone must not be read out to whoever she lets in."""
    account = synapse.user("bot")
    async with (
        MatrixPerson(synapse, synapse.user("anna")) as anna,
        MatrixPerson(synapse, synapse.user("bert")) as bert,
        bot_on(synapse, account) as bot,
    ):
        room = await anna.opens(account.user_id)
        await bot.gets(Kind.JOINED)
        await anna.invites(room, bert.user_id)
        await bert.joins(room)
        crowded = await bot.gets(Kind.CROWDED)
        assert (crowded.address, crowded.private) == (room, False)
        await bert.leaves(room)
        await anna.types(room, "wieder allein")
        assert (await bot.gets(Kind.TEXT)).private
