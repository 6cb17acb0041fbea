"""The Matrix transport against a real homeserver: what comes in, what goes out, and what a restart does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, FileRef, Kind, Outgoing, Press, Shipment
from tests.live.matrix.matrix_bot import Bot, bot_on, transport_for
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.stage import kept

__all__ = ["synapse"]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
async def bot(synapse: Synapse) -> AsyncIterator[Bot]:
    async with bot_on(synapse) as one:
        yield one


@pytest.fixture
async def anna(synapse: Synapse) -> AsyncIterator[MatrixPerson]:
    async with MatrixPerson(synapse, synapse.user("anna")) as one:
        yield one


async def meet(bot: Bot, person: MatrixPerson) -> str:
    """A direct room in which the bot has arrived."""
    room = await person.opens(user_of(bot))
    await bot.gets(Kind.JOINED)
    return room


def user_of(bot: Bot) -> str:
    return bot.transport.account.removeprefix("matrix:")


async def say(bot: Bot, room: str, text: str, *choices: Choice, id: int = 1, **more: object) -> tuple[str, ...]:
    """Send one message of the bot."""
    shipment = Shipment(id, room, Outgoing(text, choices), "de", **more)
    return (await bot.transport.send(shipment)).refs


async def test_an_invitation_is_accepted_and_reported_once(bot: Bot, anna: MatrixPerson) -> None:
    room = await anna.opens(user_of(bot))
    joined = await bot.gets(Kind.JOINED)
    assert (joined.address, joined.private, joined.addressed) == (room, True, True)
    await anna.types(room, "Hallo")
    text = await bot.gets(Kind.TEXT)
    assert (text.text, text.address, text.sender, text.private) == ("Hallo", room, anna.user_id, True)


async def test_the_bot_speaks_and_a_reaction_is_a_press(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    refs = await say(bot, room, "**Was** tun?", Choice("Mitmachen", "a~1"), Choice("Zurück", "b~1", quiet=True))
    event = await anna.sees(room)
    assert event["event_id"] == refs[0]
    assert event["content"]["body"] == "Was tun?\n\n1. Mitmachen\n\n<de> Number?\n\n<de> Also: Zurück"
    assert "<strong>Was</strong>" in event["content"]["formatted_body"]
    await anna.reacts(room, refs[0], "1\ufe0f\u20e3")
    press = await bot.gets(Kind.PRESS)
    assert press.press == Press(ref=refs[0], number=1)


async def test_own_messages_do_not_come_back(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    await say(bot, room, "eins")
    await anna.hears(room)
    await anna.types(room, "zwei")
    assert (await bot.gets(Kind.TEXT)).text == "zwei"


async def test_an_edited_message_is_an_edit(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    ref = await anna.types(room, "/mitmachn")
    await bot.gets(Kind.TEXT)
    await anna.edits(room, ref, "/mitmachen")
    assert (await bot.gets(Kind.EDIT)).text == "/mitmachen"


async def test_the_bot_edits_its_own_message(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    refs = await say(bot, room, "alt")
    await anna.sees(room)
    again = await say(bot, room, "neu", id=2, edits=refs)
    content = (await anna.sees(room))["content"]
    assert again == refs
    assert content["m.new_content"]["body"] == "neu"
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": refs[0]}


async def test_the_same_shipment_sent_again_is_one_message(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    first, second = await say(bot, room, "einmal", id=7), await say(bot, room, "einmal", id=7)
    assert first == second
    await say(bot, room, "danach", id=8)
    assert [await anna.hears(room), await anna.hears(room)] == ["einmal", "danach"]


async def test_pictures_go_both_ways(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    uri = await anna.uploads(PNG, "image/png")
    info = {"mimetype": "image/png", "size": len(PNG)}
    await anna.sends(room, {"msgtype": "m.image", "body": "Solar", "filename": "a.png", "url": uri, "info": info})
    picture = await bot.gets(Kind.PICTURE)
    assert picture.text == "Solar"
    assert await bot.transport.fetch(picture.attachment, 10_000) == PNG
    with pytest.raises(DeliveryProblem) as problem:
        await bot.transport.fetch(picture.attachment, len(PNG) - 1)
    assert problem.value.verdict is Verdict.REFUSED
    shipment = Shipment(1, room, Outgoing("Dazu", (), (FileRef(1, "solar.png", "image/png"),)), "de", load=kept(PNG))
    refs = (await bot.transport.send(shipment)).refs
    assert await anna.hears(room) == "Dazu"
    image = await anna.sees(room)
    assert image["content"]["msgtype"] == "m.image"
    assert len(refs) == 2


async def test_a_restart_neither_loses_nor_repeats(synapse: Synapse, anna: MatrixPerson) -> None:
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        room = await meet(bot, anna)
        await anna.types(room, "eins")
        await bot.gets(Kind.TEXT)
        cursor = bot.cursor
    for word in ("zwei", "drei"):
        await anna.types(room, word)
    async with bot_on(synapse, account, cursor) as bot:
        texts = [await bot.gets(Kind.TEXT) for _ in range(2)]
        assert [one.text for one in texts] == ["zwei", "drei"]
        assert all(one.private for one in texts)
        await anna.types(room, "vier")
        assert (await bot.gets(Kind.TEXT)).text == "vier"


async def test_more_messages_than_one_answer_holds_all_arrive_in_order(synapse: Synapse, anna: MatrixPerson) -> None:
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        room = await meet(bot, anna)
        cursor = bot.cursor
    words = [f"Nummer {number}" for number in range(130)]
    for word in words:
        await anna.types(room, word)
    async with bot_on(synapse, account, cursor) as bot:
        assert [(await bot.gets(Kind.TEXT)).text for _ in words] == words


async def test_a_group_is_heard_only_when_it_speaks_to_the_bot(bot: Bot, anna: MatrixPerson, synapse: Synapse) -> None:
    async with MatrixPerson(synapse, synapse.user("berta")) as berta:
        room = await anna.opens(berta.user_id)
        await berta.joins(room)
        await anna.comes(room, berta.user_id)
        await anna.invites(room, user_of(bot))
        joined = await bot.gets(Kind.JOINED)
        await anna.types(room, "unter uns")
        await anna.types(room, "!hilfe")
        chatter, command = await bot.gets(Kind.TEXT), await bot.gets(Kind.TEXT)
        assert (chatter.private, chatter.addressed, chatter.text) == (False, False, "")
        assert (command.private, command.addressed, command.text) == (False, True, "/hilfe")
        assert joined.address == room


async def test_the_person_who_leaves_the_conversation_has_left(bot: Bot, anna: MatrixPerson) -> None:
    room = await meet(bot, anna)
    await anna.leaves(room)
    assert (await bot.gets(Kind.LEFT)).address == room


async def test_a_new_name_of_the_bot_is_no_arrival(synapse: Synapse, anna: MatrixPerson) -> None:
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        room = await meet(bot, anna)
        cursor = bot.cursor
    async with bot_on(synapse, account, cursor, display_name="Unterhaken") as bot:
        await anna.types(room, "da?")
        assert (await bot.gets(Kind.TEXT)).text == "da?"
        profile = await anna.asks("GET", f"/profile/{account.user_id}/displayname")
        assert profile["displayname"] == "Unterhaken"


async def test_an_invitation_cut_short_by_a_crash_is_found_at_the_start(synapse: Synapse, anna: MatrixPerson) -> None:
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        await meet(bot, anna)
    room = await anna.opens(account.user_id)
    watcher = transport_for(synapse, account)
    await watcher.open()
    try:
        after_the_invitation = synapse.ask("GET", "/_matrix/client/v3/sync", None, watcher._server.token)["next_batch"]
    finally:
        await watcher.close()
    async with bot_on(synapse, account, str(after_the_invitation)) as bot:
        assert (await bot.gets(Kind.JOINED)).address == room


async def test_closing_ends_receiving_at_once(synapse: Synapse) -> None:
    async with bot_on(synapse) as bot:
        async with asyncio.timeout(5):
            await bot.end()
            await bot.end()
        assert bot.problem is None


async def test_the_log_holds_no_token_no_password_and_no_words(
    synapse: Synapse, anna: MatrixPerson, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="bot")
    caplog.set_level("DEBUG", logger="nio")
    caplog.set_level("DEBUG", logger="aiohttp")
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        room = await meet(bot, anna)
        await anna.types(room, "Geheimnis-4711")
        await bot.gets(Kind.TEXT)
        await bot.transport._server.call("POST", "/_matrix/client/v3/logout", {})  # as if from elsewhere
        await say(bot, room, "Antwort-4712")
        token = bot.transport._server.token
    ours = [record for record in caplog.records if not record.name.startswith("nio")]  # nio is the person's client here
    said = "\n".join(record.getMessage() for record in ours)
    assert "logging in again" in said
    for secret in (token, account.password, "Geheimnis", "Antwort", room):
        assert secret not in said
