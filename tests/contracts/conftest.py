"""What the contracts of the ledger share."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.contracts.office import ACCOUNT, Post


@pytest.fixture
async def post(store, clock) -> Post:
    office = Post(store, clock)
    lease = await store.transact(
        lambda work: work.accounts.lease(ACCOUNT, "me", clock.now(), clock.now() + timedelta(days=99))
    )
    office.fence = lease.fence
    return office
