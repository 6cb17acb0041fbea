"""One network fails, the other goes on: two processes on one token (fault 9), a wrong token, a server that is away."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from tests.fakeapi.client import FakeApi
from tests.live.matrix.matrix_person import MatrixPerson
from tests.live.matrix.synapse import Synapse, synapse
from tests.live.running import Program, free_port

__all__ = ["synapse"]

LOOKING = 4.0
"""Seconds of watching that a loser does not ask again and again."""


def on_telegram(api: FakeApi) -> dict[str, str]:
    return {"TELEGRAM__TOKEN": api.token, "TELEGRAM__API_URL": api.url}


def errors(program: Program) -> list[str]:
    return [line for line in program.log.splitlines() if " ERROR " in line]


async def named_in_one_line(program: Program, network: str, settings: Mapping[str, str]) -> str:
    """`check` fails and says in one line what is wrong with this network, and nothing that is secret."""
    code, printed = await program.asks("check")
    (line,) = [line for line in printed.splitlines() if line.startswith("MEND")]
    assert code == 1, printed
    assert network in line
    for name, value in settings.items():
        if "TOKEN" in name or "PASSWORD" in name:
            assert value not in printed + program.log
    return line


async def test_fault_09_of_two_processes_on_one_token_one_stops_and_says_so(tmp_path: Path, fakeapi: FakeApi) -> None:
    programs = [Program(tmp_path / name, on_telegram(fakeapi)) for name in ("one", "two")]
    try:
        for program in programs:
            program.start()
        looking = {asyncio.create_task(program.trouble("telegram", 60)): program for program in programs}
        done, others = await asyncio.wait(looking, return_when=asyncio.FIRST_COMPLETED)
        for other in others:
            other.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        (first,) = done
        loser, winner = looking[first], next(one for one in programs if one is not looking[first])
        assert "Another process" in first.result()
        (said,) = errors(loser)
        assert "Another process" in said
        assert fakeapi.token not in loser.log

        await winner.ready("telegram")
        before = fakeapi.counts()["calls"]["getUpdates"]
        await asyncio.sleep(LOOKING)
        assert fakeapi.counts()["calls"]["getUpdates"] - before <= 2, "the loser goes on asking"
        assert errors(loser) == [said]
        assert errors(winner) == []

        anna = fakeapi.user(1001)
        anna.types("/start")
        assert "Guten Tag" in (await anna.sees()).words
        assert len(anna.all()) == 1
        assert [program.stop() for program in programs] == [0, 0]
    finally:
        for program in programs:
            program.kill()


async def test_a_wrong_token_on_telegram_leaves_matrix_in_peace(
    tmp_path: Path, fakeapi: FakeApi, synapse: Synapse
) -> None:
    withdrawn = fakeapi.bot(f"{fakeapi.token}-of-yesterday")
    withdrawn.control("bot", revoked=True)
    bot = synapse.user("unterhaken-alone")
    settings = on_telegram(withdrawn) | {
        "MATRIX__HOMESERVER": synapse.url,
        "MATRIX__USER_ID": bot.user_id,
        "MATRIX__PASSWORD": bot.password,
    }
    program = Program(tmp_path, settings)
    program.start()
    try:
        await program.ready("matrix", "browser")
        assert "token" in await program.trouble("telegram")
        async with MatrixPerson(synapse, synapse.user("alone-anna")) as anna:
            assert "Guten Tag" in await anna.hears(await anna.opens(bot.user_id))
        (said,) = errors(program)
        assert "telegram" in said
        assert "token" in await named_in_one_line(program, "Telegram", settings)
        assert program.stop() == 0
    finally:
        program.kill()


async def test_a_homeserver_that_is_away_leaves_telegram_in_peace(tmp_path: Path, fakeapi: FakeApi) -> None:
    settings = on_telegram(fakeapi) | {
        "MATRIX__HOMESERVER": f"http://127.0.0.1:{free_port()}",
        "MATRIX__USER_ID": "@unterhaken:example.org",
        "MATRIX__PASSWORD": "a-secret-word-of-its-own",
    }
    program = Program(tmp_path, settings)
    program.start()
    try:
        await program.ready("telegram", "browser")
        assert await program.trouble("matrix")
        anna = fakeapi.user(1001)
        anna.types("/start")
        assert "Guten Tag" in (await anna.sees()).words
        await named_in_one_line(program, "Matrix", settings)
        assert program.stop() == 0
    finally:
        program.kill()
