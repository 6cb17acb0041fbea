"""What announcements need of a real homeserver: several files, corrections, withdrawals, rooms for many."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.core.messages import FileRef, Kind, Outgoing, Shipment
from tests.live.matrix.matrix_bot import Bot, bot_on
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.live.matrix.test_matrix_transport import PNG, anna, bot, meet, user_of

__all__ = ["anna", "bot", "synapse"]

FILES = (FileRef(1, "dach.png", "image/png"), FileRef(2, "plan.pdf", "application/pdf"))


class Shelf:
    """Counts how often a file is read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    async def load(self, file: FileRef) -> bytes:
        self.read.append(file.id)
        return PNG


@pytest.fixture
async def berta(synapse: Synapse) -> AsyncIterator[MatrixPerson]:
    async with MatrixPerson(synapse, synapse.user("berta")) as one:
        yield one


async def send(bot: Bot, id: int, room: str, outgoing: Outgoing, shelf: Shelf, *edits: str) -> tuple[str, ...]:
    shipment = Shipment(id, room, outgoing, "de", edits=edits, load=shelf.load, unasked=True)
    return (await bot.transport.send(shipment)).refs


async def test_words_then_files_uploaded_once_corrected_and_withdrawn(
    bot: Bot, anna: MatrixPerson, berta: MatrixPerson
) -> None:
    shelf, rooms = Shelf(), [await meet(bot, person) for person in (anna, berta)]
    refs = [await send(bot, at, room, Outgoing("Alt", files=FILES), shelf) for at, room in enumerate(rooms, 1)]
    assert shelf.read == [1, 2]
    for person, room in zip((anna, berta), rooms, strict=True):
        assert await person.hears(room) == "Alt"
        kinds = [(await person.sees(room))["content"]["msgtype"] for _ in FILES]
        assert kinds == ["m.image", "m.file"]
    for _ in range(2):  # after weather, the same again
        again = await send(bot, 3, rooms[0], Outgoing("Neu", files=FILES), shelf, *refs[0])
    assert again == refs[0]
    changed = (await anna.sees(rooms[0]))["content"]
    assert (changed["m.new_content"]["body"], changed["m.relates_to"]["event_id"]) == ("Neu", refs[0][0])
    for _ in range(2):
        await send(bot, 4, rooms[0], Outgoing("", files=FILES, withdrawn=True), shelf, *refs[0])
    gone = {str((await anna.sees(rooms[0], "m.room.redaction"))["redacts"]) for _ in refs[0]}
    assert gone == set(refs[0])
    assert shelf.read == [1, 2]


async def test_a_named_room_is_a_place_and_a_conversation_stays_one_when_it_gets_a_name(
    bot: Bot, anna: MatrixPerson
) -> None:
    name = {"name": "Klimarunde Lörrach", "preset": "private_chat", "invite": [user_of(bot)]}
    place = str((await anna.asks("POST", "/createRoom", name))["room_id"])
    joined = await bot.gets(Kind.JOINED)
    assert (joined.address, joined.private, joined.text) == (place, False, "Klimarunde Lörrach")
    room = await meet(bot, anna)
    await anna.asks("PUT", f"/rooms/{room}/state/m.room.name", {"name": "Mein Klimachat"})
    await anna.types(room, "Hallo")
    text = await bot.gets(Kind.TEXT)
    assert (text.private, text.text) == (True, "Hallo")
    await anna.kicks(place, user_of(bot))
    left = await bot.gets(Kind.LEFT)
    assert (left.address, left.private) == (place, False)


async def test_a_conversation_with_a_name_stays_one_over_a_restart_and_an_upgrade(
    synapse: Synapse, anna: MatrixPerson
) -> None:
    account = synapse.user("bot")
    async with bot_on(synapse, account) as bot:
        room = await meet(bot, anna)
        await anna.asks("PUT", f"/rooms/{room}/state/m.room.name", {"name": "Mein Klimachat"})
        cursor = bot.cursor
    async with bot_on(synapse, account, cursor) as bot:
        await anna.types(room, "eins")
        assert (await bot.gets(Kind.TEXT)).private
        new = await anna.upgrades(room)
        await anna.invites(new, account.user_id)
        moved = await bot.gets(Kind.MOVED)
        assert (moved.address, moved.moved_to) == (room, new)
        await anna.comes(new, account.user_id)
        await anna.types(new, "zwei")
        assert (await bot.gets(Kind.TEXT)).private
