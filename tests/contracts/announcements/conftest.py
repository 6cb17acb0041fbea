"""The town of these contracts, on SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from tests.contracts.announcements.town import Town


@pytest.fixture
def town(store, clock) -> Town:
    return Town(store, clock)
