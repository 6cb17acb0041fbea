"""Fault 42: SIGTERM while 50 people write. It comes to rest within 10 s; after a restart nothing is lost."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from pathlib import Path

from tests.fakeapi.client import FakeApi, until
from tests.live.kills.joiners import Joiner, join_on_telegram
from tests.live.kills.received import all_received_on_telegram, rows
from tests.live.kills.test_kill import told_once
from tests.live.running import Program

PEOPLE, SECONDS = 50, 120.0
WITHIN = 10.0
OPEN = "select count(*) from deliveries where state in ('sending', 'uncertain')"


async def stopped_in_full_swing(program: Program, api: FakeApi, answers: int) -> float:
    """SIGTERM once the bot has sent so many more messages; seconds until it had ended, well."""
    before = said(api)
    await until(lambda: said(api) >= before + answers, 60)
    began = time.monotonic()
    assert await asyncio.to_thread(program.stop, WITHIN) == 0
    return time.monotonic() - began


def said(api: FakeApi) -> int:
    return sum(api.counts()["chats"].values())


async def test_fault_42_sigterm_while_50_people_write(tmp_path: Path, fakeapi: FakeApi) -> None:
    program = Program(tmp_path, {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url})
    database = tmp_path / "data" / "unterhaken.db"
    joiners = [Joiner(f"Telegramperson {number}") for number in range(PEOPLE)]
    program.start()
    try:
        await program.ready("telegram")
        everybody = asyncio.create_task(join_on_telegram(fakeapi, joiners, SECONDS))
        for answers in (20, 150):
            assert await stopped_in_full_swing(program, fakeapi, answers) < WITHIN
            assert not everybody.done(), "nobody was writing any more"
            assert rows(database, OPEN) == [(0,)], "what was under way was not finished"
            program.start()
            await program.ready("telegram")
        await everybody
        await all_received_on_telegram(database, fakeapi)
        assert program.stop() == 0
    finally:
        program.kill()

    missing = [joiner.name for joiner in joiners if not joiner.done]
    assert not missing, f"never welcomed: {missing}\n{program.log[-3000:]}"
    names = Counter(name for (name,) in rows(database, "select name from members"))
    assert names == Counter(joiner.name for joiner in joiners)
    assert rows(database, "select count(*) from inbox where state <> 'done'") == [(0,)]
    assert rows(database, OPEN) == [(0,)]
    assert " ERROR " not in program.log, program.log[-3000:]
    told_once(database, fakeapi)
