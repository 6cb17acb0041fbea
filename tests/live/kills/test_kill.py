"""Fault 41: killed at random moments while many people join on two networks. Nobody lost, nobody doubled."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from storage.copies.counting import LEFT
from tests.fakeapi.client import FakeApi
from tests.live.kills.joiners import Joiner, join_on_matrix, join_on_telegram
from tests.live.kills.received import all_received_on_matrix, all_received_on_telegram, rows
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.live.running import Program

__all__ = ["synapse"]

ON_TELEGRAM, ON_MATRIX = 200, 20
KILLS = 8
KILLS_LEAST = 3
"""All of them need longer to join than so many kills take; a run with fewer proves too little."""

SECONDS = 240.0

OPEN = "select state, attempts from inbox where state = 'waiting' or state = 'shunted' and attempts < 3"
"""What three kills hit while it was being handled is put aside, and owners see it: that is not open."""


async def kill_now_and_then(program: Program, seed: int, everybody: asyncio.Future[object]) -> int:
    """SIGKILL at random moments, also while it starts; returns how often."""
    chance, kills = random.Random(seed), 0
    while kills < KILLS and not everybody.done():
        await asyncio.sleep(chance.choice([chance.uniform(0.05, 1.0), chance.uniform(1.5, 4.0)]))
        program.kill()
        kills += 1
        program.start()
    return kills


async def test_fault_41_kills_while_200_join_on_telegram_and_20_on_matrix(
    tmp_path: Path, fakeapi: FakeApi, synapse: Synapse
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    bot = synapse.user("unterhaken-kill")
    program = Program(
        tmp_path,
        {
            "TELEGRAM__TOKEN": fakeapi.token,
            "TELEGRAM__API_URL": fakeapi.url,
            "MATRIX__HOMESERVER": synapse.url,
            "MATRIX__USER_ID": bot.user_id,
            "MATRIX__PASSWORD": bot.password,
        },
    )
    database = tmp_path / "data" / "unterhaken.db"
    on_telegram = [Joiner(f"Telegramperson {number}") for number in range(ON_TELEGRAM)]
    on_matrix = [Joiner(f"Matrixperson {number}") for number in range(ON_MATRIX)]
    program.start()
    try:
        await program.ready("telegram", "matrix")
        async with contextlib.AsyncExitStack() as stack:
            people = [
                await stack.enter_async_context(MatrixPerson(synapse, synapse.user(f"kill-{number}")))
                for number in range(ON_MATRIX)
            ]
            everybody = asyncio.gather(
                join_on_telegram(fakeapi, on_telegram, SECONDS),
                *(
                    join_on_matrix(person, bot.user_id, joiner, SECONDS)
                    for person, joiner in zip(people, on_matrix, strict=True)
                ),
            )
            kills = await kill_now_and_then(program, seed, everybody)
            rooms = (await everybody)[1:]
            await program.ready("telegram", "matrix")
            asked = [await person.messages_of(person.user_id, room) for person, room in zip(people, rooms, strict=True)]
            await all_received_on_telegram(database, fakeapi)
            await all_received_on_matrix(database, [event for events in asked for event in events])
            assert program.stop() == 0
            said = {
                room: await person.messages_of(bot.user_id, room) for person, room in zip(people, rooms, strict=True)
            }
    finally:
        program.kill()

    seen = f"seed {seed}, {kills} kills"
    missing = [joiner for joiner in (*on_telegram, *on_matrix) if not joiner.done]
    assert not missing, f"{seen}: {len(missing)} never welcomed\n{stories(missing)}\n\n{program.log[-3000:]}"
    assert kills >= KILLS_LEAST, f"{seen}: everybody was welcomed by then"
    names = Counter(name for (name,) in rows(database, "select name from members"))
    unknown = [joiner for joiner in (*on_telegram, *on_matrix) if names[joiner.name] != 1]
    assert not unknown, f"{seen}: not members under their names, once\n{stories(unknown)}"
    assert names.total() == ON_TELEGRAM + ON_MATRIX, f"{seen}: {names}"
    assert rows(database, OPEN) == []
    numbers = [number for (number,) in rows(database, "select number from members")]
    assert len(numbers) == len(set(numbers))
    told_once(database, fakeapi)
    for room, events in said.items():
        assert Counter(events) == Counter(known_in(database, room)), f"{seen}: doubled or unknown in {room}"


def stories(joiners: Sequence[Joiner]) -> str:
    """What a few of them heard and said."""
    return "\n\n".join("\n".join((joiner.name, *joiner.story)) for joiner in joiners[:3])


def known_in(database: Path, room: str) -> list[str]:
    """The messages in a Matrix room that the ledger knows of."""
    query = (
        "select deliveries.refs from deliveries join contacts on contacts.id = deliveries.contact "
        "where contacts.address = ? and deliveries.edits in ('', '[]') and deliveries.refs <> ''"
    )
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = connection.execute(query, (room,)).fetchall()
    return [ref for (refs,) in found for ref in json.loads(refs)]


def told_once(database: Path, api: FakeApi) -> None:
    """No chat has more messages than deliveries that were sent or may have been: nothing was sent twice blindly. What
    somebody had shown once more is a delivery of its own.
    """
    may_have = Counter(
        dict(
            rows(
                database,
                "select contacts.address, count(*) from deliveries join contacts on contacts.id = deliveries.contact "
                "where (deliveries.state in ('sent', 'uncertain') or deliveries.problem = ?) "
                "and deliveries.edits in ('', '[]') and deliveries.replaces = '' group by 1",
                LEFT,
            )
        )
    )
    for chat, count in api.counts()["chats"].items():
        if int(chat) >= 10_000:
            assert count <= may_have[chat], f"chat {chat} has {count} messages of {may_have[chat]}"
