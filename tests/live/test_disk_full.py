"""Fault 34: the disk is full. Here no file of the process may grow, which its database meets in the same way."""

from __future__ import annotations

import resource
from pathlib import Path

from tests.fakeapi.client import FakeApi
from tests.live.running import Program

FULL, FREE = 1024, resource.RLIM_INFINITY
"""Bytes up to which a file may be written."""


def let_files_grow(program: Program, most: int) -> None:
    assert program.process is not None
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def test_fault_34_nothing_is_confirmed_while_the_disk_is_full_and_then_everything_is_answered(
    tmp_path: Path, fakeapi: FakeApi
) -> None:
    settings = {"TELEGRAM__TOKEN": fakeapi.token, "TELEGRAM__API_URL": fakeapi.url, "LOG__LEVEL": "INFO"}
    program = Program(tmp_path, settings)
    program.start()
    try:
        await program.ready("telegram")
        anna = fakeapi.user(1002)
        anna.types("/start")
        assert "Guten Tag" in (await anna.sees()).words

        let_files_grow(program, FULL)
        anna.types("Wann ist das Treffen?")
        assert "disk is full" in await program.trouble("telegram", 60)
        assert len(anna.all()) == 1, "answered what could not be stored"

        let_files_grow(program, FREE)
        await program.ready("telegram", seconds=60)
        assert (await anna.sees(30)).words
        assert program.stop() == 0
    finally:
        program.kill()
