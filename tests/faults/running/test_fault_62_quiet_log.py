"""Fault 62: a whole round at DEBUG in the real program; neither the token nor anything a person said is in its log."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.messages import Outgoing
from bot.core.ports import Lane
from storage import open_store
from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_stories import by
from tests.fakeapi.client import FakeApi
from tests.live.players import Live, TelegramPlayer
from tests.live.running import Program
from tests.storage_fixtures import MakeDatabase, TurnableClock

LEAKS = (
    *("4711:FAKE-token-for-tests", "FAKE-token-for-tests", "a-homeserver-password", "syt_dW50ZXJoYWtlbg_abcdefgh"),
    *("777123002", "!room-of-anna:example.org", "Kanarienvogel-Frage", "Kanarienvogel-Antwort"),
)
NAME, WORDS, CODE = "Kanarienvogel-Name", "Kanarienvogel-Worte", "Kanarienvogel_Code_123"


async def test_fault_62_neither_token_nor_words_of_a_person_are_logged(tmp_path: Path, fakeapi: FakeApi) -> None:
    settings = {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url}
    program = Program(tmp_path, settings)
    anna = fakeapi.user(777123001, NAME)
    program.start()
    try:
        await program.ready("telegram")
        live = Live({"anna": TelegramPlayer(anna)})
        await live.play(by("anna", JOINS.replace("> Lea", f"> {NAME}")))
        fakeapi.fault("status", status=400, description="Bad Request: message is wrong")
        await live.play(f"anna> {WORDS}")
        await live.play(f"""
            anna> /start {CODE}
            anna< Code gilt nicht
            anna> /meinedaten
            anna< Das weiß ich von Ihnen
        """)
        assert program.stop() == 0
    finally:
        program.kill()
    secret = fakeapi.token.partition(":")[2]
    assert "telegram: serving" in program.log, "the log is there"
    for canary in (secret, NAME, WORDS, CODE, str(anna.chat)):
        assert canary not in program.log, next(line for line in program.log.splitlines() if canary in line)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_62_the_watch_over_every_live_test_sees_a_leak(
    kind: str, tmp_path: Path, database_url: MakeDatabase, clock: TurnableClock
) -> None:
    url = database_url(kind)
    store = open_store(url, clock=clock, erasures_file=None)
    await store.start()
    person, contact = await store.transact(
        lambda work: work.people.meet("telegram:1", "777123002", "de", datetime.now(UTC))
    )
    await store.transact(lambda work: work.organisation.ask(person.id, "Kanarienvogel-Frage", "", clock.now()))
    await store.transact(
        lambda work: work.ledger.add(contact.id, Outgoing("Kanarienvogel-Antwort"), Lane.REPLY, clock.now())
    )
    await store.close()
    settings = {"TELEGRAM__TOKEN": "4711:FAKE-token-for-tests", "MATRIX__PASSWORD": "a-homeserver-password"}
    program = Program(tmp_path, settings | {"DATABASE__URL": url})
    innocent = "2026-11-23 INFO bot: ready, 777123 of 12345678 telegram:1\n"
    (tmp_path / "log.txt").write_text(innocent)
    program.has_kept_quiet()
    for leak in LEAKS:
        (tmp_path / "log.txt").write_text(f"{innocent}2026-11-23 INFO bot: said '{leak}'.\n")
        with pytest.raises(AssertionError, match=f"tells too much:\n.*{re.escape(leak)}"):
            program.has_kept_quiet()
