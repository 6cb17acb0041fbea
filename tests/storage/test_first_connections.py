"""Several processes open a new database file in the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from storage.engine.connect import writing_engine

AT_ONCE, FILES = 8, 40
"""Without waiting, about one file in fourteen refused somebody."""


@pytest.mark.parametrize("number", range(FILES))
def test_nobody_is_refused_while_several_are_the_first(tmp_path, number):
    together = Barrier(AT_ONCE)

    def connect(_: int) -> str:
        engine = writing_engine(f"sqlite:///{tmp_path}/{number}.db", 1)
        together.wait()
        try:
            with engine.connect() as connection:
                return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())
        finally:
            engine.dispose()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert set(threads.map(connect, range(AT_ONCE))) == {"wal"}
