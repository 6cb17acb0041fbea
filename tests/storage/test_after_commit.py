"""What goes wrong after a commit takes nothing back, so nothing is written a second time because of it."""

from __future__ import annotations

import asyncio

import pytest

from storage import open_store
from storage.engine import writer


@pytest.mark.parametrize("functions", [1, 5])
async def test_what_was_committed_and_not_forced_to_the_disk_is_not_run_again(
    database_url, clock, monkeypatch, functions
):
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=None)
    await store.start()

    def fails(_connection):
        raise OSError("too many open files")

    monkeypatch.setattr(writer, "keep", fails)
    notes = [
        store.transact(lambda work, n=n: work.organisation.note(None, f"deed {n}", "", clock.now()))
        for n in range(functions)
    ]
    outcomes = await asyncio.gather(*notes, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {writer.CommitUnknown}
    deeds = await store.read(lambda work: work.organisation.deeds(100))
    assert sorted(deed.what for deed in deeds) == [f"deed {n}" for n in range(functions)]
    await store.close()
