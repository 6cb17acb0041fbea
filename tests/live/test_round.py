"""The whole round, with real people on real networks, against the real program in its own process."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest

from tests.fakeapi.client import FakeApi
from tests.live.daytime import alliance_by_day
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.live.players import BrowserPlayer, Live, MatrixPlayer, TelegramPlayer
from tests.live.running import Program
from tests.live.scene import play_the_round
from tests.storage_fixtures import MakeDatabase
from tests.web.place import chromium

__all__ = ["synapse"]

ANNA, OLGA = 777_123_001, 777_123_002


@contextlib.contextmanager
def running(folder: Path, database: str, settings: Mapping[str, str]) -> Iterator[Program]:
    """The program, started; it ends well, and has nothing to report that somebody would have to mend."""
    given = {"DATABASE__URL": database, "ALLIANCE": str(alliance_by_day(folder)), **settings}
    program = Program(folder, given)
    program.start()
    try:
        yield program
        assert program.stop() == 0
        assert " ERROR " not in program.log, program.log
    finally:
        program.kill()


@contextlib.asynccontextmanager
async def on_telegram(folder: Path, database: str, fakeapi: FakeApi) -> AsyncIterator[tuple[Live, Program]]:
    settings = {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url}
    with running(folder, database, settings) as program:
        await program.ready("telegram")
        anna, olga = (TelegramPlayer(fakeapi.user(chat, name)) for chat, name in ((ANNA, "Anna"), (OLGA, "Olga")))
        program.private.update((str(ANNA), str(OLGA)))
        await olga.types("/start")
        yield Live({"anna": anna, "olga": olga}), program


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_the_round_on_telegram(kind: str, tmp_path: Path, database_url: MakeDatabase, fakeapi: FakeApi) -> None:
    database = database_url(kind, migrated=False)
    async with on_telegram(tmp_path / "bot", database, fakeapi) as (live, program):
        await play_the_round(live, program, database)


async def test_the_round_on_matrix(tmp_path: Path, database_url: MakeDatabase, synapse: Synapse) -> None:
    bot, database = synapse.user("unterhaken-round"), database_url("sqlite")
    settings = {
        "MATRIX__HOMESERVER": synapse.url,
        "MATRIX__USER_ID": bot.user_id,
        "MATRIX__PASSWORD": bot.password,
    }
    with running(tmp_path / "bot", database, settings) as program:
        await program.ready("matrix")
        async with contextlib.AsyncExitStack() as stack:
            players = {}
            for name in ("anna", "olga"):
                person = await stack.enter_async_context(MatrixPerson(synapse, synapse.user(f"round-{name}")))
                players[name] = MatrixPlayer(person, await person.opens(bot.user_id))
                program.private.update((person.user_id, person.account.token, players[name].room))
                await person.comes(players[name].room, bot.user_id)
            await play_the_round(Live(players), program, database)


async def test_the_round_in_the_browser_by_keyboard_only(tmp_path: Path, database_url: MakeDatabase) -> None:
    database = database_url("sqlite")
    program_settings = {"WEB__PUBLIC_URL": "http://127.0.0.1"}
    async with chromium() as browser:
        with running(tmp_path / "bot", database, program_settings) as program:
            await program.ready("browser")
            players = {}
            for name in ("anna", "olga"):
                page = await (await browser.new_context(locale="de-DE")).new_page()
                await page.goto(f"{program.url}/chat")
                players[name] = BrowserPlayer(page)
            await play_the_round(Live(players), program, database)
