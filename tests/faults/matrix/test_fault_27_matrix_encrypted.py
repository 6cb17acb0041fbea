"""27: what the bot has no key for: it says so once, in the one plain notice an encrypted room gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Kind, Outgoing, Shipment
from tests.live.matrix.matrix_bot import bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.stage import Stage, kept

__all__ = ["synapse"]

SEALED: dict[str, object] = {
    "algorithm": "m.megolm.v1.aes-sha2",
    "ciphertext": "AwgAEnACgAkLmt6qF84IK",
    "session_id": "X3lUlvLELLYxeTx4yOVu6UDpasGEVO0Jbu+QFnm0cKQ",
}


async def test_fault_27_an_encrypted_room_is_reported_once(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id, encrypted=True)
        first = await bot.gets(Kind.UNREADABLE)
        for _ in range(3):
            await anna.sends(room, SEALED, "m.room.encrypted")
        later = [await bot.gets(Kind.UNREADABLE) for _ in range(3)]
        assert {one.event for one in later} == {first.event}  # the inbox lets one event through once


async def test_fault_27_one_plain_notice_and_no_more_goes_into_an_encrypted_room(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna, bot_on(synapse, account) as bot:
        room = await anna.opens(account.user_id, encrypted=True)
        await bot.gets(Kind.UNREADABLE)
        told = Shipment(1, room, Outgoing("Hier kann ich nicht mitlesen.", unencrypted=True))
        await bot.transport.send(told)
        content = (await anna.sees(room))["content"]
        assert (content["msgtype"], content["body"]) == ("m.notice", "Hier kann ich nicht mitlesen.")
        assert await bot.transport.send(told)  # the same one again is no second one
        for more in (
            Outgoing("Ihre Daten"),
            Outgoing("Hat es geklappt?", (Choice("Ja", "a~1"),)),
            Outgoing("", (), (FileRef(1, "daten.json", "application/json"),)),
        ):
            with pytest.raises(DeliveryProblem) as problem:
                await bot.transport.send(Shipment(2, room, more))
            assert problem.value.verdict is Verdict.REFUSED


async def test_fault_27_encryption_is_remembered_over_a_restart(synapse: Synapse) -> None:
    account = synapse.user("bot")
    async with MatrixPerson(synapse, synapse.user("anna")) as anna:
        async with bot_on(synapse, account) as bot:
            room = await anna.opens(account.user_id, encrypted=True)
            await bot.gets(Kind.UNREADABLE)
            cursor = bot.cursor
        async with bot_on(synapse, account, cursor) as bot:
            file = FileRef(1, "daten.json", "application/json")
            for first in (Outgoing("Hat es geklappt?"), Outgoing("Ihre Daten", (), (file,))):
                with pytest.raises(DeliveryProblem) as problem:
                    await bot.transport.send(Shipment(1, room, first, load=kept(b"{}")))
                assert problem.value.verdict is Verdict.REFUSED


async def test_fault_27_only_the_words_that_it_cannot_read_may_go_as_they_are(stage: Stage) -> None:
    """Not even the name of what is open goes with them."""
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
    """)
    await stage.hear("", replace(stage.seat("").types(""), kind=Kind.UNREADABLE))
    await stage.play("""
        < Dieser Raum ist verschlüsselt.
        <<
    """)
    newest = await stage.work(lambda work: work.ledger.sent_to(1, 0))
    assert isinstance(newest, list)
    assert [one.outgoing.unencrypted for _, one in newest] == [False] * (len(newest) - 1) + [True]
