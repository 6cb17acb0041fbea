"""Fault 37: killed in the middle of a migration. The schema is the old one or the new one, never a mixture."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from storage import open_store
from storage.engine.connect import writing_engine
from storage.migrations import HEAD
from storage.migrations.migrate import configuration, is_current
from storage.tables import metadata

MIGRATE = """
import os, signal, sys
from sqlalchemy import event
from storage.engine.connect import writing_engine
from storage.migrations.migrate import migrate

engine, left = writing_engine(sys.argv[1], 1), int(sys.argv[2])

@event.listens_for(engine, "before_cursor_execute")
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

migrate(engine)
print(int(sys.argv[2]) - left, flush=True)
"""
EVERYDAY = 4
"""Points at which it is killed: evenly spread over all statements."""


def run(url: str, kill_at: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MIGRATE, url, str(kill_at)], capture_output=True, text=True, timeout=60, check=False
    )


def tables(url: str) -> set[str]:
    engine = writing_engine(url, 1)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def differences(url: str) -> tuple[bool, list[object]]:
    engine = writing_engine(url, 1)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        found = is_current(connection), compare_metadata(context, metadata)
    engine.dispose()
    return found


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_fault_37_killed_at_any_statement_it_is_all_or_nothing(database_url, kind):
    whole = run(database_url(kind, migrated=False), 0)
    statements = int(whole.stdout)
    assert statements > len(metadata.tables)
    url = database_url(kind, migrated=False)
    for point in range(1, EVERYDAY + 1):
        killed = run(url, max(2, statements * point // EVERYDAY))
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert tables(url) == set()
    assert run(url, 0).returncode == 0
    assert differences(url) == (True, [])


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_37_three_processes_starting_at_once_all_start(database_url, kind):
    url = database_url(kind, migrated=False)
    started = await asyncio.gather(*(asyncio.to_thread(run, url, 0) for _ in range(3)))
    assert [one.returncode for one in started] == [0, 0, 0], [one.stderr for one in started]
    assert differences(url) == (True, [])


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_37_three_stores_starting_at_once_agree_on_the_secrets(database_url, clock, kind):
    url = database_url(kind, migrated=False)
    stores = [open_store(url, clock=clock, erasures_file=None) for _ in range(3)]
    await asyncio.gather(*(store.start() for store in stores))
    made = await asyncio.gather(*(store.transact(lambda work: work.vault.secret("web")) for store in stores))
    assert len(set(made)) == 1
    for store in stores:
        await store.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_fault_37_starting_again_changes_nothing(database_url, clock, kind):
    url = database_url(kind, migrated=False)
    for _ in range(2):
        store = open_store(url, clock=clock, erasures_file=None)
        await store.start()
        await store.read(lambda work: work.inbox.waiting())
        await store.close()
    assert differences(url) == (True, [])


def test_fault_37_the_newest_step_is_the_one_that_is_looked_for():
    scripts = ScriptDirectory.from_config(configuration())
    assert scripts.get_heads() == [HEAD]


async def test_fault_37_the_folder_of_the_database_is_made(tmp_path, clock):
    store = open_store(f"sqlite:///{tmp_path}/a/b/c.db", clock=clock, erasures_file=None)
    await store.start()
    await store.close()
    assert (tmp_path / "a" / "b" / "c.db").exists()


def test_fault_37_a_database_only_in_memory_is_refused(clock):
    with pytest.raises(ValueError, match="file"):
        open_store("sqlite://", clock=clock, erasures_file=None)
