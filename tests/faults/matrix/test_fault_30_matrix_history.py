"""30: first sync, coming back, history: what was said before the bot was there is never run."""

from __future__ import annotations

from bot.core.messages import Kind
from tests.live.matrix.matrix_bot import bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse

__all__ = ["synapse"]


async def test_fault_30_the_first_sync_runs_nothing_old(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna:
        async with bot_on(synapse, account) as bot:
            room = await anna.opens(account.user_id)
            await bot.gets(Kind.JOINED)
        await anna.types(room, "/loeschen")
        async with bot_on(synapse, account) as fresh:  # another database: no cursor
            await anna.types(room, "jetzt")
            assert (await fresh.gets(Kind.TEXT)).text == "jetzt"


async def test_fault_30_open_invitations_are_accepted_at_the_first_start(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna:
        room = await anna.opens(account.user_id)
        async with bot_on(synapse, account) as bot:
            assert (await bot.gets(Kind.JOINED)).address == room


async def test_fault_30_history_is_not_run_when_the_bot_comes_or_comes_back(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(equal=False)
        for _ in range(3):
            await anna.types(room, "/loeschen")
        await anna.invites(room, account.user_id)
        await bot.gets(Kind.JOINED)
        await anna.types(room, "eins")
        assert (await bot.gets(Kind.TEXT)).text == "eins"
        await anna.kicks(room, account.user_id)
        await bot.gets(Kind.LEFT)
        for _ in range(3):
            await anna.types(room, "/austreten")
        await anna.invites(room, account.user_id)
        await bot.gets(Kind.JOINED)
        await anna.types(room, "zwei")
        assert (await bot.gets(Kind.TEXT)).text == "zwei"
