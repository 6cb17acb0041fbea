"""Fault 62: a whole round at DEBUG in the real program; neither the token nor anything a person said is in its log."""

from __future__ import annotations

from pathlib import Path

from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_stories import by
from tests.fakeapi.client import FakeApi
from tests.live.players import Live, TelegramPlayer
from tests.live.running import Program

NAME, WORDS, CODE = "Kanarienvogel-Name", "Kanarienvogel-Worte", "Kanarienvogel_Code_1234567890"


async def test_fault_62_neither_token_nor_words_of_a_person_are_logged(tmp_path: Path, fakeapi: FakeApi) -> None:
    settings = {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url, "LOG__LEVEL": "DEBUG"}
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
