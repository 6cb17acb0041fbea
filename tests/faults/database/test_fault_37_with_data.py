"""Fault 37, with data: killed while an older database is brought up to date, nothing of what it held is lost."""

from __future__ import annotations

import signal

import pytest
from sqlalchemy import text

from storage.engine.connect import writing_engine
from tests.faults.database.test_fault_37_migration import differences, run
from tests.storage.test_migrations import STATES, at_0003

POINTS = (10, 18, 26, 40)
"""Statements at which it is killed: old tables gone, new ones filled, indexes made, counters kept."""


def held(url: str) -> tuple[str, list[tuple[object, ...]]]:
    """The version, and what every announcement says."""
    engine = writing_engine(url, 1)
    with engine.connect() as connection:
        version = connection.scalar(text("SELECT version_num FROM alembic_version"))
        said = connection.execute(text("SELECT announcement, language, body FROM contents ORDER BY 1, 2"))
        found = version, [tuple(row) for row in said]
        assert connection.scalar(text("SELECT count(*) FROM deliveries")) == 7
        assert connection.scalar(text("SELECT count(*) FROM announcements")) == len(STATES)
    engine.dispose()
    return found


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_fault_37_killed_on_the_way_from_the_last_version_everything_is_as_it_was(database_url, kind):
    url = database_url(kind, migrated=False)
    at_0003(url)
    before = held(url)
    assert before[0] == "0003"
    for point in POINTS:
        killed = run(url, point)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert held(url) == before
    whole = run(url, 0)
    assert whole.returncode == 0, whole.stderr
    assert int(whole.stdout) > max(POINTS)
    assert held(url)[1] == before[1]
    assert differences(url) == (True, [])
