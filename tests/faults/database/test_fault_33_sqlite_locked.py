"""Fault 33: another process holds SQLite's lock. Writing waits and is tried again; nothing is lost, readers go on."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy.engine import make_url

from bot.domain.people.member import Join
from storage import open_store
from storage.engine import connect

HOLD = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
held.execute("INSERT INTO counters VALUES ('held', 1)")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
held.execute("COMMIT")
"""
JOIN = Join("private", "Anna", "", "", "", listed=False)


def lock_holder(url: str, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the write lock for a while; it is held when this returns."""
    file = make_url(url).database
    holder = subprocess.Popen([sys.executable, "-c", HOLD, file, str(seconds)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    return holder


@pytest.mark.parametrize("wait_ms", [5000, 20], ids=["within-sqlites-own-waiting", "tried-again"])
async def test_fault_33_what_is_written_meanwhile_is_not_lost(database_url, clock, monkeypatch, wait_ms):
    pragmas = tuple(one.replace(str(connect.SQLITE_WAIT_MS), str(wait_ms)) for one in connect.SQLITE_PRAGMAS)
    monkeypatch.setattr(connect, "SQLITE_PRAGMAS", pragmas)
    url = database_url("sqlite")
    store = open_store(url, clock=clock, erasures_file=None)
    await store.start()
    holder = await asyncio.to_thread(lock_holder, url, 1.0)
    try:
        writing = [
            asyncio.create_task(store.transact(lambda work: work.members.add(JOIN, clock.now()))) for _ in range(100)
        ]
        await asyncio.sleep(0.2)
        assert not any(task.done() for task in writing)
        assert await asyncio.wait_for(store.read(lambda work: work.members.count()), 1) == 0
        members = await asyncio.wait_for(asyncio.gather(*writing), 20)
    finally:
        await asyncio.to_thread(holder.wait, 10)
        holder.stdout.close()
    assert sorted(member.number for member in members) == list(range(1, 101))
    await store.close()


async def test_fault_33_two_processes_writing_at_once_lose_nothing(database_url, clock):
    """Two stores on one file stand for two processes: they share nothing but the file."""
    url = database_url("sqlite")
    stores = [open_store(url, clock=clock, erasures_file=None) for _ in range(2)]
    for store in stores:
        await store.start()
    members = await asyncio.gather(
        *(store.transact(lambda work: work.members.add(JOIN, clock.now())) for _ in range(150) for store in stores)
    )
    assert sorted(member.number for member in members) == list(range(1, 301))
    for store in stores:
        await store.close()


async def test_fault_33_every_connection_is_set_up_to_wait_and_to_forget(database_url, clock):
    store = open_store(database_url("sqlite"), clock=clock, erasures_file=None)
    await store.start()
    for engine in (store._engine, store._reading):
        with engine.connect() as connection:
            raw: sqlite3.Connection = connection.connection.driver_connection
            found = {
                name: raw.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("busy_timeout", "journal_mode", "synchronous", "foreign_keys", "secure_delete")
            }
        assert found == {
            "busy_timeout": 5000,
            "journal_mode": "wal",
            "synchronous": 1,
            "foreign_keys": 1,
            "secure_delete": 1,
        }
    await store.close()


async def test_fault_33_nobody_finds_out_too_late_that_somebody_else_was_writing(database_url, clock):
    """A transaction that reads first and then writes has the lock from its beginning, so it is never run twice."""
    url, runs = database_url("sqlite"), []
    stores = [open_store(url, clock=clock, erasures_file=None) for _ in range(2)]
    for store in stores:
        await store.start()

    def read_then_write(work):
        runs.append(work.members.count())
        return work.members.add(JOIN, clock.now())

    await asyncio.gather(*(store.transact(read_then_write) for _ in range(100) for store in stores))
    assert sorted(runs) == list(range(200))
    for store in stores:
        await store.close()
